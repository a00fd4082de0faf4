/** Buying an incident on both databases: charged once, granted once, or told why not (R23, R78, R79, E17, E18, E20, F24, F28; M-6). */

import { receiptStatement } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { buy, PURCHASE_FIELDS, saveCard, type TestShop } from "../../../../../tests/support/test-shop.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { draftStore } from "../drafts/module.js";
import { purchaseStore } from "./storage/purchase.store.js";

const codesOf = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);

describeOnBothDatabases("buying an incident", (databases) => {
  let api: TestApi;
  let payments: TestShop;
  const buyer = async (number?: string): Promise<{ person: Person; cardId: string }> => {
    const person = await api.person({ kind: "PERSONAL" });
    return { person, cardId: await saveCard(person, payments, number) };
  };
  const stays = async (): Promise<void> => expect(await api.db.verify(api.clock.now())).toEqual([]);
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), withShop: true });
    if (api.payments === null) throw new Error("no shop");
    payments = api.payments;
    return () => payments.remove();
  });

  it("R23, R78, F28: one charge, one plan for a year, a numbered receipt by mail, and verify is green", async () => {
    const { person, cardId } = await buyer();
    const { data } = await buy(person, cardId, { billing: { name: "Maria SRL", taxNumber: "RO123" } });
    const { purchase, plan, userErrors } = data.purchaseIncident;
    expect(userErrors).toEqual([]);
    expect(purchase).toMatchObject({
      state: "SUCCEEDED",
      amountMinor: 249_000,
      currencyCode: "RON",
      taxMinor: 43_215,
      taxName: "VAT",
      card: { last4: "4242", isExpired: false },
      receipt: { billingName: "Maria SRL" },
    });
    expect(purchase.receipt.number).toMatch(/^ACC-2026-\d{6}$/);
    expect(purchase.receipt.url).toBe(`https://support.example/receipts/${purchase.id}`);
    const kept = await api.db.read.of(purchaseStore).byId(purchase.id);
    expect(purchase.receipt.signature).toBe(`signed:${kept && receiptStatement(kept)?.length}`);
    expect(plan).toMatchObject({ incidentsTotal: 1, incidentsRemaining: 1, endsOn: "2027-11-23" });
    expect(payments.calls).toEqual(["charge"]);
    const [mail] = (await api.db.read.of(outboxStore).list({ first: 1, after: null }, "mail.receipt")).rows;
    expect(mail?.payload).toEqual({ purchaseId: purchase.id });
    await stays();
  });

  it("E17: a double click, a lost answer and a reload under one key are one charge and one answer", async () => {
    const { person, cardId } = await buyer();
    const again = { idempotencyKey: "one-click" };
    const [first, second] = await Promise.all([buy(person, cardId, again), buy(person, cardId, again)]);
    const third = await buy(person, cardId, again);
    const ids = [first, second, third].map(({ data }) => data.purchaseIncident.purchase.id);
    expect(new Set(ids).size).toBe(1);
    expect(third.data.purchaseIncident.purchase.state).toBe("SUCCEEDED");
    expect(payments.calls).toEqual(["charge"]);
    expect((await person.ask("{ myPlans { totalCount } }")).data.myPlans.totalCount).toBe(1);
    const other = await buy(person, cardId, { ...again, offerId: "professional-support-5-pack:RON" });
    expect(errorCodes(other)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    await stays();
  });

  it.each([
    ["4000000000000002", "card_declined"],
    ["4000000000009995", "insufficient_funds"],
    ["4000000000000069", "expired_card"],
    ["4000000000000119", "processing_error"],
  ])(
    "E18: a declined card %s grants nothing, says why, keeps the draft and burns the key",
    async (number, declineCode) => {
      const { person, cardId } = await buyer(number);
      const saved = await person.ask(
        'mutation { saveDraft(input: { content: { title: "Mine", productVersionId: "windows-server-2019" } }) { draft { id revision } } }',
      );
      const { id: draftId, revision } = saved.data.saveDraft.draft;
      const once = { draftId, idempotencyKey: "declined" };
      const { data } = await buy(person, cardId, once);
      expect(data.purchaseIncident).toMatchObject({
        plan: null,
        purchase: { state: "DECLINED", declineCode, receipt: null },
        userErrors: [{ __typename: "PaymentDeclinedError", code: "PAYMENT_DECLINED", declineCode }],
      });
      expect((await buy(person, cardId, once)).data).toEqual(data);
      expect(payments.calls).toEqual(["charge"]);
      expect(await api.db.read.of(draftStore).byId(draftId)).toMatchObject({
        revision,
        content: { planId: null, title: "Mine" },
      });
      await stays();
    },
  );

  it("E18: the bank's question grants nothing until it is answered, and then once", async () => {
    const { person, cardId } = await buyer("4000002500003155");
    const { data } = await buy(person, cardId);
    const { purchase, plan } = data.purchaseIncident;
    expect([purchase.state, plan, data.purchaseIncident.userErrors]).toEqual(["CHALLENGE", null, []]);
    payments.bank.answer(new URL(purchase.challengeUrl).pathname.split("/").pop() ?? "", true);
    const refreshed = await person.ask(
      `mutation ($id: ID!) { refreshPurchase(input: { purchaseId: $id }) { purchase { state challengeUrl plan { incidentsRemaining } } } }`,
      { id: purchase.id },
    );
    expect(refreshed.data.refreshPurchase.purchase).toEqual({
      state: "SUCCEEDED",
      challengeUrl: null,
      plan: { incidentsRemaining: 1 },
    });
    await stays();
  });

  it("E18: a refused question of the bank declines", async () => {
    const { person, cardId } = await buyer("4000002500003155");
    const { purchase } = (await buy(person, cardId)).data.purchaseIncident;
    payments.bank.answer(new URL(purchase.challengeUrl).pathname.split("/").pop() ?? "", false);
    const text = `mutation ($id: ID!) { refreshPurchase(input: { purchaseId: $id }) { purchase { state declineCode } } }`;
    const refreshed = await person.ask(text, { id: purchase.id });
    expect(refreshed.data.refreshPurchase.purchase).toEqual({
      state: "DECLINED",
      declineCode: "authentication_failed",
    });
  });

  it("M-4, K7: a card setup under one key is one setup, here and at the bank, by two at once or after an outage", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const text = `mutation ($input: StartCardSetupInput!) { startCardSetup(input: $input) { setup { setupId redirectUrl } userErrors { code } } }`;
    const begin = (returnTo: string) => person.ask(text, { input: { returnTo, idempotencyKey: "card" } });
    payments.failNext("startCardSetup", () => Promise.reject(new Error("no answer")));
    expect(errorCodes(await begin("/purchases"))).toEqual(["UNAVAILABLE"]);
    const setups = () => Object.keys(payments.vault.content.setups).length;
    const before = setups();
    const answers = [...(await Promise.all([begin("/purchases"), begin("/purchases")])), await begin("/purchases")];
    const [first, ...others] = answers.map(({ data }) => data.startCardSetup);
    expect([first.userErrors, first.setup.redirectUrl.length > 0]).toEqual([[], true]);
    expect(others).toEqual([first, first]);
    expect(setups()).toBe(before + 1);
    expect(errorCodes(await begin("/agreements"))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });

  it("M-6, E20, R35, R72: a work or partner account is refused here, with no call to the provider", async () => {
    for (const kind of ["WORK", "PARTNER"] as const) {
      const person = await api.person({ kind });
      payments.calls.length = 0;
      const { data } = await buy(person, "pmt_none");
      expect(codesOf(data.purchaseIncident)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
      const setup = await person.ask('mutation { startCardSetup(input: { returnTo: "/" }) { userErrors { code } } }');
      expect(codesOf(setup.data.startCardSetup)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
      expect(payments.calls).toEqual([]);
    }
  });

  it("M-6, E19, R74: a pack that is not sold in the region is refused; no input takes a price", async () => {
    const person = await api.person({ kind: "PERSONAL", profile: { country: "MD" } });
    const cardId = await saveCard(person, payments);
    const { data } = await buy(person, cardId, { offerId: "professional-support-5-pack:USD" });
    expect(codesOf(data.purchaseIncident)).toEqual(["PACK_NOT_SOLD_IN_REGION"]);
    const priced = await buy(person, cardId, { offerId: "pay-per-incident:USD", amountMinor: 1 });
    expect(errorCodes(priced)).toEqual(["BAD_USER_INPUT"]);
    expect(payments.calls).toEqual([]);
  });

  it("R79: no consent, or to older terms, charges nothing; a refusal burns no key", async () => {
    const { person, cardId } = await buyer();
    for (const input of [{ consent: false }, { consentVersion: "2020-01-01" }]) {
      const { data } = await buy(person, cardId, { ...input, idempotencyKey: "consented" });
      expect(codesOf(data.purchaseIncident)).toEqual(["CONSENT_REQUIRED"]);
    }
    expect(payments.calls).toEqual([]);
    const { data } = await buy(person, cardId, { idempotencyKey: "consented", consentVersion: "2026-11-01" });
    expect(data.purchaseIncident.purchase.state).toBe("SUCCEEDED");
    const kept = await api.db.read.of(purchaseStore).byId(data.purchaseIncident.purchase.id);
    expect(kept).toMatchObject({ consentVersion: "2026-11-01", consentAt: api.clock.now(), amountMinor: 249_000 });
  });

  it("R78: somebody else's card, and one that was removed, are not charged", async () => {
    const [{ person }, other] = [await buyer(), await buyer()];
    payments.calls.length = 0;
    expect(codesOf((await buy(person, other.cardId)).data.purchaseIncident)).toEqual(["PAYMENT_METHOD_NOT_USABLE"]);
    await other.person.ask(
      "mutation ($id: ID!) { removePaymentMethod(input: { paymentMethodId: $id }) { userErrors { code } } }",
      { id: other.cardId },
    );
    expect(codesOf((await buy(other.person, other.cardId)).data.purchaseIncident)).toEqual([
      "PAYMENT_METHOD_NOT_USABLE",
    ]);
    expect(payments.calls).toEqual(["removeCard"]);
  });

  it("F24: what is bought for an unfinished request is its plan at once, and opens the request", async () => {
    const { person, cardId } = await buyer();
    const saved = await person.ask(
      'mutation { saveDraft(input: { content: { productVersionId: "windows-server-2019" } }) { draft { id } } }',
    );
    const { id: draftId } = saved.data.saveDraft.draft;
    const { plan, purchase } = (await buy(person, cardId, { draftId })).data.purchaseIncident;
    expect(purchase.draftId).toBe(draftId);
    expect((await api.db.read.of(draftStore).byId(draftId))?.content.planId).toBe(plan.id);
    const available = await person.ask('{ availablePlans(productVersionId: "windows-server-2019") { plan { id } } }');
    expect(available.data.availablePlans).toEqual([{ plan: { id: plan.id } }]);
    const foreign = await buy((await buyer()).person, cardId, { draftId });
    expect(errorCodes(foreign)).toEqual(["NOT_FOUND"]);
  });

  it("R50: nothing is charged for a version past its end", async () => {
    const { person, cardId } = await buyer();
    const saved = await person.ask(
      'mutation { saveDraft(input: { content: { productVersionId: "windows-server-2012-r2" } }) { draft { id } } }',
    );
    const { data } = await buy(person, cardId, { draftId: saved.data.saveDraft.draft.id });
    expect(codesOf(data.purchaseIncident)).toEqual(["PLAN_UNAVAILABLE"]);
    expect(payments.calls).toEqual([]);
  });

  it("R23: signed in more than 15 minutes ago: sign in again first", async () => {
    const { person, cardId } = await buyer();
    api.clock.advance(15 * 60_000 + 1);
    expect(codesOf((await buy(person, cardId)).data.purchaseIncident)).toEqual(["REAUTHENTICATION_REQUIRED"]);
    expect(payments.calls).toEqual([]);
    const bought = await buy(person.withToken("purchases:write"), cardId);
    expect(bought.data.purchaseIncident.purchase.state).toBe("SUCCEEDED");
    expect(errorCodes(await buy(person.withToken("requests:write"), cardId))).toEqual(["FORBIDDEN"]);
  });

  it("F28: one's own purchases, and nobody else's", async () => {
    const { person, cardId } = await buyer();
    const { purchase } = (await buy(person, cardId)).data.purchaseIncident;
    const list = await person.ask("{ purchases { totalCount nodes { id state offerName } } }");
    expect(list.data.purchases).toMatchObject({ totalCount: 1, nodes: [{ id: purchase.id, state: "SUCCEEDED" }] });
    const { person: stranger } = await buyer();
    for (const root of ["purchase", "node"]) {
      const text = `query ($id: ID!) { ${root}(id: $id) { id } }`;
      expect((await person.ask(text, { id: purchase.id })).data[root].id).toBe(purchase.id);
      expect(errorCodes(await stranger.ask(text, { id: purchase.id }))).toEqual(["NOT_FOUND"]);
    }
    expect(PURCHASE_FIELDS).toContain("receipt");
  });
});
