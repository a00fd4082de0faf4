/** The edge cases of days and clocks through the public door: leap days, the catalogue's midnight, clock changes (E15, E16, E23). */
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../apps/api/src/cli/run.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import {
  addAgreement,
  codesOf,
  createRequest,
  type IssuedAgreement,
  issueAgreement,
  newcomer,
  type Visitor,
} from "../support/visitor.js";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
const serverAt = async (now: string): Promise<TestServer> => {
  server = await startTestServer({ seed: "reference", now });
  return server;
};
const moveTo = (running: TestServer, instant: string): void =>
  running.clock.advance(Date.parse(instant) - running.clock.now());
/** The same person again: a session does not live through the days these tests jump over. */
const maria = (running: TestServer): Promise<Visitor> => newcomer(running, { email: "maria@carpatia.example" });

const PLAN = `query ($id: ID!) { plan(id: $id) { startsOn endsOn state } }`;
const planOf = async (person: Visitor, id: string) => (await person.ask(PLAN, { id })).data.plan;

describe("a leap day", () => {
  /** An agreement as an administrator issues it, beside the running server. */
  const issueByCommand = async (running: TestServer, programme: string): Promise<IssuedAgreement> => {
    const out: string[] = [];
    const env = { DATA_DIR: running.config.dataDir, ACCORD_NOW: new Date(running.clock.now()).toISOString() };
    const args = ["agreement", "issue", "--programme", programme, "--starts-on", "2028-02-29", "--in-force", "--json"];
    const code = await runCommandLine(args, {
      env,
      out: (line) => void out.push(line),
      err: () => undefined,
      random: randomBytes,
    });
    expect(code).toBe(0);
    const made = JSON.parse(out.join("\n")) as { id: string; accessId: string; agreementId: string };
    return { planId: made.id, accessId: made.accessId, agreementId: made.agreementId };
  };

  it.each([
    ["visual-studio-enterprise", "2029-02-28", "2029-03-01T00:00:00.000Z"],
    ["partner-product-support-20", "2029-03-30", "2029-03-31T00:00:00.000Z"],
  ])(
    "E15, R12, R13, R41: %s from 29 February ends on %s, is used through the whole of that day and not after it",
    async (programme, endsOn, end) => {
      const running = await serverAt("2028-02-28T23:59:59.999Z");
      const agreement = await issueByCommand(running, programme);
      const early = await maria(running);
      expect((await addAgreement(early, agreement)).payload).toMatchObject({
        isUsableFrom: "2028-02-29",
        plan: { state: "NOT_YET_ACTIVE" },
      });
      running.clock.advance(1);
      expect(codesOf((await createRequest(await maria(running), agreement.planId)).payload)).toEqual([]);

      moveTo(running, end);
      running.clock.advance(-1);
      const person = await maria(running);
      expect(person.accountId).toBe(early.accountId);
      expect(await planOf(person, agreement.planId)).toMatchObject({ startsOn: "2028-02-29", endsOn });
      expect(codesOf((await createRequest(person, agreement.planId)).payload)).toEqual([]);
      running.clock.advance(1);
      const { payload } = await createRequest(person, agreement.planId);
      expect(codesOf(payload)).toEqual(["PLAN_UNAVAILABLE"]);
      expect(payload.userErrors[0].reasons.map((reason: { code: string }) => reason.code)).toEqual(["EXPIRED"]);
      expect(await planOf(person, agreement.planId)).toMatchObject({ endsOn, state: "EXPIRED" });
    },
  );
});

describe("the last day of mainstream support", () => {
  const LISTS = `{ availablePlans(productVersionId: "visual-studio-2022") { plan { id } }
    unavailablePlans(productVersionId: "visual-studio-2022") { reasons { code phase } }
    productVersion(id: "visual-studio-2022") { phase mainstreamEndsOn } }`;
  const ABOUT = {
    productVersionId: "visual-studio-2022",
    timeZone: "Pacific/Kiritimati",
    country: "KI",
  };

  it("E23, R43, R44: a version leaves mainstream support at midnight of the catalogue's zone, for lists and for submitting, wherever the customer is", async () => {
    // 12 January 2027 ends in Los Angeles when it is 8 o'clock UTC of the 13th.
    const running = await serverAt("2027-01-13T07:59:59.999Z");
    const agreement = await issueAgreement(running, { programmeId: "partner-product-support-20", incidents: 20 });
    const person = await newcomer(running, { kind: "partner" });
    await addAgreement(person, agreement);
    const { product } = (
      await person.ask(`{ product(id: "visual-studio") { categories { id: slug problems { id: slug } } } }`)
    ).data;
    const [category] = product.categories;
    const about = { ...ABOUT, categoryId: category.id, problemId: category.problems[0].id };

    const before = (await person.ask(LISTS)).data;
    expect(before.productVersion).toEqual({ phase: "MAINSTREAM", mainstreamEndsOn: "2027-01-12" });
    expect(before.availablePlans).toEqual([{ plan: { id: agreement.planId } }]);
    expect(codesOf((await createRequest(person, agreement.planId, about)).payload)).toEqual([]);

    running.clock.advance(1);
    const after = (await person.ask(LISTS)).data;
    expect(after.productVersion.phase).toBe("EXTENDED");
    expect(after.availablePlans).toEqual([]);
    expect(after.unavailablePlans[0].reasons).toEqual([{ code: "LIFECYCLE_PHASE_NOT_COVERED", phase: "EXTENDED" }]);
    const { payload } = await createRequest(person, agreement.planId, about);
    expect(codesOf(payload)).toEqual(["PLAN_UNAVAILABLE"]);
    expect(payload.userErrors[0].reasons.map((reason: { code: string }) => reason.code)).toEqual([
      "LIFECYCLE_PHASE_NOT_COVERED",
    ]);
  });
});

describe("a clock change inside the window of the first answer", () => {
  const EXPECTED = `query ($severity: Severity!, $around: Boolean!, $country: CountryCode!, $zone: TimeZone!) {
    expectedFirstResponse(severity: $severity, support24x7: $around, country: $country, timeZone: $zone) }`;

  it.each([
    // Friday 16:00 in Bucharest, an hour of summer time and three of winter time on Monday.
    [
      "back over a weekend, business hours",
      "2026-10-23T13:00:00Z",
      "MODERATE",
      false,
      "RO",
      "Europe/Bucharest",
      "2026-10-26T10:00:00.000Z",
    ],
    // The same in spring: three of Monday's hours come an hour sooner.
    [
      "forward over a weekend, business hours",
      "2027-03-26T14:00:00Z",
      "MODERATE",
      false,
      "RO",
      "Europe/Bucharest",
      "2027-03-29T09:00:00.000Z",
    ],
    // Where Sunday is a working day the clock has changed in its own night.
    [
      "back in the night of a working day",
      "2026-10-22T13:00:00Z",
      "MODERATE",
      false,
      "IL",
      "Asia/Jerusalem",
      "2026-10-25T10:00:00.000Z",
    ],
    // North America is answered in Pacific hours, whose clock changes a week later than Europe's.
    [
      "back on the other side of the ocean",
      "2026-10-31T00:00:00Z",
      "MINIMAL",
      false,
      "US",
      "America/New_York",
      "2026-11-02T21:00:00.000Z",
    ],
    // Two hours around the clock are two hours, though the clock shows one.
    [
      "back within two hours around the clock",
      "2026-10-24T23:30:00Z",
      "CRITICAL",
      true,
      "RO",
      "Europe/Bucharest",
      "2026-10-25T01:30:00.000Z",
    ],
  ])(
    "E16, R69, R70: %s: what is promised before is what the request gets",
    async (_what, now, severity, around, country, zone, due) => {
      const running = await serverAt(now);
      const agreement = await issueAgreement(running, { startsOn: now.slice(0, 10) });
      const person = await newcomer(running);
      await addAgreement(person, agreement);
      const promised = await person.ask(EXPECTED, { severity, around, country, zone });
      expect(promised.data.expectedFirstResponse).toBe(due);
      const { payload } = await createRequest(person, agreement.planId, {
        severity,
        support24x7: around,
        country,
        timeZone: zone,
      });
      expect(codesOf(payload)).toEqual([]);
      const stored = await running.db.read.of(requestStore).byId(payload.confirmation.requestId);
      expect(new Date(stored?.firstResponseDueAt ?? 0).toISOString()).toBe(due);
    },
  );
});
