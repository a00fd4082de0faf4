/** The first answer as it is promised before submitting (R70, S2). */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

describe("expectedFirstResponse", () => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    person = await api.person();
  });
  const expected = async (severity: string, support24x7: boolean, country = "RO"): Promise<string | null> => {
    const document =
      'query ($s: Severity!, $f: Boolean!, $c: CountryCode!) { expectedFirstResponse(severity: $s, support24x7: $f, country: $c, timeZone: "Europe/Bucharest") }';
    return (await person.ask(document, { s: severity, f: support24x7, c: country })).data.expectedFirstResponse;
  };

  it("R69, R70: real hours with 24/7 support, business hours without; 24/7 counts for critical severity only", async () => {
    const now = Date.parse((await expected("CRITICAL", true)) ?? "") - 2 * 3_600_000;
    expect(Math.abs(now - api.clock.now())).toBeLessThan(60_000);
    const minimal = await expected("MINIMAL", false);
    expect(await expected("MINIMAL", true)).toBe(minimal);
    expect(Date.parse(minimal ?? "")).toBeGreaterThan(Date.parse((await expected("MODERATE", false)) ?? ""));
  });

  it("R70: a country that does not exist is refused", async () => {
    const answer = await person.ask(
      '{ expectedFirstResponse(severity: MODERATE, country: "ZZ", timeZone: "Europe/Bucharest") }',
    );
    expect(errorCodes(answer)).toHaveLength(1);
  });
});
