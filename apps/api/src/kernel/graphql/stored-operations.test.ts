/** A key that was stored under an earlier name of its command is answered under today's (decision 52). */
import { expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes } from "../../../../../tests/support/test-api.js";
import { MODULES } from "../../modules/modules.js";
import { once } from "./idempotency.js";
import { STORED_AS } from "./stored-operations.js";

it("names commands there are, and none that is there still", () => {
  const today = new Set(Object.keys(MODULES.roots).map((name) => name.replace("Mutation.", "")));
  for (const [now, before] of Object.entries(STORED_AS))
    expect([today.has(now), today.has(before)], now).toEqual([true, false]);
});

describeOnBothDatabases("a key of before", (databases) => {
  it("K7: is answered with what came of it then, and the command is not done again", async () => {
    const api = await createTestApi({ db: await databases.open() });
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const { requestId } = (await openRequest(person, planId)).confirmation;
    const stored = { principalId: person.account.id, operation: "withdrawRequest", key: "before" };
    await api.db.transaction("test key of before", (tx) =>
      once(tx, { ...stored, input: { requestId }, at: api.clock.now() }, async () => []),
    );
    const text = `mutation ($input: CancelRequestInput!) { cancelRequest(input: $input) { request { status } userErrors { code } } }`;
    const send = (input: object) => person.ask(text, { input: { requestId, idempotencyKey: "before", ...input } });
    expect((await send({})).data.cancelRequest).toEqual({ request: { status: "NEW" }, userErrors: [] });
    expect(errorCodes(await send({ requestId: "req_00000000000000000000000000" }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });
});
