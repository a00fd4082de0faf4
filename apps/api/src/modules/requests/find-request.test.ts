/** A request by what names it, and look-ups that empty no whole answer, on both databases (R88, F73). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

const BY = "query ($by: RequestBy!) { request(by: $by) { id number } }";

describeOnBothDatabases("one request", (databases) => {
  let api: TestApi;
  let owner: Person;
  let id: string;
  let number: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    owner = await api.person();
    const { planId } = await makeAgreement(api, [owner]);
    const { confirmation } = await openRequest(owner, planId);
    ({ requestId: id, number } = confirmation);
  });

  it("F73: is found by its id and by its number", async () => {
    for (const by of [{ id }, { number }])
      expect((await owner.ask(BY, { by })).data).toEqual({ request: { id, number } });
  });

  it("R88, F73: by a number that is another's, none's or no number at all it is told as none", async () => {
    const stranger = await api.person();
    const tell = async (person: Person, asked: string) => {
      const { data, errors } = await person.ask(BY, { by: { number: asked } });
      return [data, errors[0]?.extensions.code, errors[0]?.extensions.inputPath, errors[0]?.message];
    };
    const none = await tell(owner, "2611230000000000");
    expect(none.slice(0, 3)).toEqual([{ request: null }, "NOT_FOUND", ["by", "number"]]);
    expect(await tell(stranger, number)).toEqual(none);
    for (const hostile of ["", "x".repeat(5000), "1' OR '1'='1"]) expect(await tell(owner, hostile)).toEqual(none);
  });

  it("F73: exactly one name is given", async () => {
    for (const by of [{}, { id, number }, { id: null }, { id, number: null }])
      expect(errorCodes(await owner.ask(BY, { by }))).toEqual(["BAD_USER_INPUT"]);
    expect(errorCodes(await owner.ask("{ request(by: {}) { id } }"))).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  it("F73: one id that leads nowhere leaves the rest of an answer as it is", async () => {
    const { data, errors } = await owner.ask(
      `query ($by: RequestBy!) { request(by: $by) { id } product(id: "none") { name } plan(id: "pln_x") { id } viewer { account { id } } }`,
      { by: { id } },
    );
    expect(data).toEqual({ request: { id }, product: null, plan: null, viewer: { account: { id: owner.account.id } } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["product"], "NOT_FOUND"],
      [["plan"], "NOT_FOUND"],
    ]);
  });
});
