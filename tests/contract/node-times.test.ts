/** When what has an id was made and last changed, on both databases: what counts as a change, and what it must not tell. */
import { beforeAll, expect, it } from "vitest";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { describeOnBothDatabases } from "../support/databases.js";
import { makeAgreement, openRequest } from "../support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../support/test-api.js";
import { saveCard } from "../support/test-shop.js";

const MINUTE = 60_000;
const TIMES = "createdAt updatedAt";
const NODE = `query ($id: ID!) { node(id: $id) { ${TIMES} } }`;
const told = (at: number): string => new Date(at).toISOString();

describeOnBothDatabases("the times of nodes", (databases) => {
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), withShop: true });
    person = await api.person();
    return () => api.payments?.remove();
  });
  const timesOf = async (id: string, by = person) => (await by.ask(NODE, { id })).data.node;
  const savedCard = (buyer: Person, number?: string): Promise<string> => {
    if (api.payments === null) throw new Error("nothing is sold");
    return saveCard(buyer, api.payments, number);
  };
  const later = (): number => {
    api.clock.advance(MINUTE);
    return api.clock.now();
  };

  it("F19, F73: a plan changes with its terms, never with what others use of it; of their use the day alone is told", async () => {
    const other = await api.person();
    const staff = await api.person({ roles: ["ADMINISTRATOR"] });
    const issued = api.clock.now();
    const { planId } = await makeAgreement(api, [person, other], { incidents: 4 });
    later();
    await openRequest(other, planId);
    expect(await timesOf(planId)).toEqual({ createdAt: told(issued), updatedAt: told(issued) });
    const statement = `{ plan(id: "${planId}") { ledger { nodes { kind isOwn ${TIMES} } } } }`;
    const [use, grant] = (await person.ask(statement)).data.plan.ledger.nodes;
    const day = `${told(issued).slice(0, 10)}T00:00:00.000Z`;
    expect(use).toEqual({ kind: "CONSUME", isOwn: false, createdAt: day, updatedAt: day });
    expect(grant).toMatchObject({ kind: "GRANT", isOwn: true, createdAt: told(issued) });
    const adjusted = later();
    const input = { planId, incidents: -1, reason: "Agreed by phone" };
    await staff.ask(
      "mutation ($input: AdjustIncidentsInput!) { adjustIncidents(input: $input) { userErrors { code } } }",
      {
        input,
      },
    );
    expect(await timesOf(planId)).toEqual({ createdAt: told(issued), updatedAt: told(adjusted) });
  });

  it("R93, F73: a contact changes when an account is bound to it", async () => {
    const { planId } = await makeAgreement(api, [person]);
    const added = later();
    const { confirmation } = await openRequest(person, planId);
    const share = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } } }`;
    const contact = {
      givenName: "Dan",
      familyName: "Pop",
      email: "dan@node-times.example",
      preferredContactMethod: "EMAIL",
    };
    const shared = await person.ask(share, { input: { requestId: confirmation.requestId, contacts: [contact] } });
    const [{ id }] = shared.data.shareRequest.addedContacts;
    expect(await timesOf(id)).toEqual({ createdAt: told(added), updatedAt: told(added) });
    const bound = later();
    const dan = await api.person({ email: contact.email });
    await api.db.transaction("test bind", (tx) => tx.of(requestStore).bindContact(id, dan.account.id, bound));
    expect(await timesOf(id)).toEqual({ createdAt: told(added), updatedAt: told(bound) });
  });

  it("F25, F73: a card changes when another one is offered first", async () => {
    const saved = later();
    const buyer = await api.person({ kind: "PERSONAL" });
    const first = await savedCard(buyer);
    const next = later();
    const second = await savedCard(buyer, "5555555555554444");
    const set =
      "mutation ($input: UpdateDefaultPaymentMethodInput!) { updateDefaultPaymentMethod(input: $input) { userErrors { code } } }";
    const chosen = later();
    await buyer.ask(set, { input: { paymentMethodId: second } });
    const firstAgain = { createdAt: told(saved), updatedAt: told(chosen) };
    expect([await timesOf(first, buyer), await timesOf(second, buyer)]).toEqual([
      firstAgain,
      { createdAt: told(next), updatedAt: told(chosen) },
    ]);
    later();
    await buyer.ask(set, { input: { paymentMethodId: second } });
    expect(await timesOf(first, buyer)).toEqual(firstAgain);
  });

  it("F57, F73: what a pack brings is as old as the pack is in force", async () => {
    const since = told(Date.UTC(2026, 10, 23, 8, 30));
    expect(await timesOf("ver_windows-server-2025")).toEqual({ createdAt: since, updatedAt: since });
  });
});
