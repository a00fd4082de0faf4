/** What happens between the charge and the receipt, on both databases: faults, deliveries, the reconciler (M-5, E17, E18, F28). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { buy, saveCard, type TestShop } from "../../../../../tests/support/test-shop.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { ledgerStore, planStore } from "../agreements/module.js";
import { GatewayUnknown } from "./payments/gateway.js";
import { SIGNATURE_HEADER, signBody } from "./payments/sandbox/signature.js";
import { receiveWebhook } from "./receive-webhook.js";
import { reconcile } from "./reconcile.js";
import { purchaseStore } from "./storage/purchase.store.js";

const unknown = (): Promise<never> => Promise.reject(new GatewayUnknown("no answer in time"));

describeOnBothDatabases("settling a purchase", (databases) => {
  let api: TestApi;
  let payments: TestShop;
  let person: Person;
  let cardId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), withShop: true, limits: { operationMilliseconds: 3000 } });
    if (api.payments === null) throw new Error("no shop");
    payments = api.payments;
    person = await api.person({ kind: "PERSONAL" });
    cardId = await saveCard(person, payments);
    return () => payments.remove();
  });

  const signedIn = (): Person => person.withToken("purchases:write");
  const buying = async (input = {}) => (await buy(signedIn(), cardId, input)).data.purchaseIncident;
  const stands = async (id: string) => {
    const purchase = await api.db.read.of(purchaseStore).byId(id);
    const grants = (await api.db.read.of(planStore).ofAccount(person.account.id)).filter(
      (plan) => plan.id === purchase?.planId,
    );
    return { state: purchase?.state, grants: grants.length, asks: payments.vault.content.charges[id]?.asks ?? 0 };
  };
  const green = async (): Promise<void> => expect(await api.db.verify(api.clock.now())).toEqual([]);
  const halfAMinute = async (): Promise<number> => {
    api.clock.advance(30_001);
    return reconcile(payments.shop);
  };
  const delivered = (
    id: string,
    change: object = {},
    at = api.clock.now(),
    secret = payments.vault.content.webhookSecret,
  ) => {
    const charge = payments.vault.content.charges[id];
    const body = Buffer.from(JSON.stringify({ id: `event-${id}`, purchaseId: id, state: charge?.state, ...change }));
    return receiveWebhook(payments.shop, body, { [SIGNATURE_HEADER]: signBody(secret, body, at) });
  };

  it("M-5: charged, but no answer: being confirmed, never failed; the reconciler ends it within a minute", async () => {
    payments.failNext("charge", async (really) => really().then(unknown));
    const { purchase, plan, userErrors } = await buying();
    expect([purchase.state, plan, userErrors]).toEqual(["UNKNOWN", null, []]);
    expect(await reconcile(payments.shop)).toBe(0);
    expect(await halfAMinute()).toBe(1);
    expect(await stands(purchase.id)).toEqual({ state: "SUCCEEDED", grants: 1, asks: 1 });
    await green();
  });

  it("M-5: never charged, no answer: the reconciler charges once under the same key while the buyer waits", async () => {
    payments.failNext("charge", unknown);
    const { purchase } = await buying();
    expect(await halfAMinute()).toBe(1);
    expect(await stands(purchase.id)).toEqual({ state: "SUCCEEDED", grants: 1, asks: 1 });
    expect(await halfAMinute()).toBe(0);
  });

  it("M-5: what was never charged is not charged later: after ten minutes the buyer has gone on", async () => {
    payments.failNext("charge", unknown);
    const { purchase } = await buying();
    api.clock.advance(600_001);
    await reconcile(payments.shop);
    expect(await stands(purchase.id)).toEqual({ state: "DECLINED", grants: 0, asks: 0 });
    await green();
  });

  it("M-5, E17: the same key after a lost answer settles the same purchase", async () => {
    payments.failNext("charge", async (really) => really().then(unknown));
    const first = await buying({ idempotencyKey: "lost" });
    const again = await buying({ idempotencyKey: "lost" });
    expect(again.purchase).toMatchObject({ id: first.purchase.id, state: "SUCCEEDED" });
    expect(await stands(first.purchase.id)).toEqual({ state: "SUCCEEDED", grants: 1, asks: 1 });
  });

  it("M-5: killed before the call: the reconciler goes on from what was written down", async () => {
    payments.calls.length = 0;
    payments.failNext("charge", () => new Promise(() => {}));
    const lost = buying({ idempotencyKey: "killed" });
    await expect.poll(() => payments.calls).toEqual(["charge"]);
    const [id = ""] = payments.shop.running.keys();
    payments.shop.running.clear();
    expect((await api.db.read.of(purchaseStore).byId(id))?.state).toBe("CALLING");
    await halfAMinute();
    expect(await stands(id)).toEqual({ state: "SUCCEEDED", grants: 1, asks: 1 });
    expect((await lost).purchase.state).toBe("SUCCEEDED");
  });

  it("M-5: another currency or amount back grants nothing and is told; the truth later grants", async () => {
    const wrong = { state: "SUCCEEDED", providerRef: "charge_x", amountMinor: 249_000, currency: "USD" };
    payments.failNext("charge", async (really) => really().then(() => wrong));
    const { purchase, plan } = await buying();
    expect([purchase.state, plan]).toEqual(["UNKNOWN", null]);
    expect(payments.logged.at(-1)?.message).toContain("another amount or currency");
    const trail = await api.db.read.of(auditStore).list(0, 1000);
    expect(
      trail.filter(({ action, objectId }) => action === "purchase.mismatch" && objectId === purchase.id),
    ).toHaveLength(1);
    await green();
    api.clock.advance(600_001);
    await reconcile(payments.shop);
    expect(await stands(purchase.id)).toMatchObject({ state: "SUCCEEDED", grants: 1 });
  });

  it("M-5: a delivery before, after, twice or five times is one grant", async () => {
    payments.failNext("charge", async (really) => really().then(unknown));
    const { purchase } = await buying();
    for (let turn = 0; turn < 5; turn += 1) expect(await delivered(purchase.id, { id: `turn-${turn % 2}` })).toBe(true);
    expect(await stands(purchase.id)).toEqual({ state: "SUCCEEDED", grants: 1, asks: 1 });
    await halfAMinute();
    expect((await stands(purchase.id)).grants).toBe(1);
    await green();
  });

  it("M-5: out of order: a decline after the success changes nothing", async () => {
    const { purchase } = await buying();
    const decline = { state: "DECLINED", declineCode: "card_declined", providerRef: null };
    expect(await delivered(purchase.id, { id: "late", state: decline })).toBe(true);
    expect((await stands(purchase.id)).state).toBe("SUCCEEDED");
  });

  it("M-5: a forged, stale, foreign or malformed delivery has no effect", async () => {
    payments.failNext("charge", async (really) => really().then(unknown));
    const { purchase } = await buying();
    const now = api.clock.now();
    expect(await delivered(purchase.id, {}, now, "0".repeat(64))).toBe(false);
    expect(await delivered(purchase.id, {}, now - 301_000)).toBe(false);
    expect(await delivered(purchase.id, { state: { state: "PAID" } })).toBe(false);
    expect(await receiveWebhook(payments.shop, Buffer.from("{}"), {})).toBe(false);
    expect(await receiveWebhook(payments.shop, Buffer.from("{}"), { [SIGNATURE_HEADER]: "t=1,v1=00" })).toBe(false);
    expect((await stands(purchase.id)).state).toBe("UNKNOWN");
    expect(await delivered("pur_of_nobody", { state: { state: "PROCESSING", providerRef: "x" } })).toBe(true);
    await halfAMinute();
    expect((await stands(purchase.id)).state).toBe("SUCCEEDED");
  });

  it("F28: an administrator gives an unused purchase back once: money and incidents, by an ADJUST entry", async () => {
    const { purchase, plan } = await buying();
    const administrator = await api.person({ roles: ["ADMINISTRATOR"] });
    const refund = `mutation ($input: RefundPurchaseInput!) { refundPurchase(input: $input) { purchase { state plan { id } } userErrors { code } } }`;
    const input = { purchaseId: purchase.id, reason: "Bought twice." };
    expect(errorCodes(await person.ask(refund, { input }))).toEqual(["FORBIDDEN"]);
    const done = await administrator.ask(refund, { input });
    expect(done.data.refundPurchase).toEqual({ purchase: { state: "REFUNDED", plan: null }, userErrors: [] });
    const entries = (await api.db.read.of(ledgerStore).ofPlan(plan.id, { first: 10, after: null })).rows;
    expect(entries.map(({ kind, incidents }) => [kind, incidents])).toEqual([
      ["ADJUST", -1],
      ["GRANT", 1],
    ]);
    const keyed = { ...input, idempotencyKey: "refund-1" };
    const other = await buying();
    const given = { ...keyed, purchaseId: other.purchase.id };
    expect((await administrator.ask(refund, { input: given })).data.refundPurchase.purchase.state).toBe("REFUNDED");
    expect((await administrator.ask(refund, { input: given })).data.refundPurchase).toEqual({
      purchase: { state: "REFUNDED", plan: null },
      userErrors: [],
    });
    expect(errorCodes(await administrator.ask(refund, { input: keyed }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    const again = await administrator.ask(refund, { input });
    expect(again.data.refundPurchase.userErrors).toEqual([{ code: "REFUND_NOT_POSSIBLE" }]);
    await green();
  });

  it("F28: the provider keeps the money: the incidents are there again; no answer: asked again", async () => {
    const administrator = await api.person({ roles: ["ADMINISTRATOR"] });
    const refund = async (purchaseId: string) => {
      const text = `mutation ($input: RefundPurchaseInput!) { refundPurchase(input: $input) { purchase { state } } }`;
      return (await administrator.ask(text, { input: { purchaseId, reason: "r" } })).data.refundPurchase.purchase;
    };
    const kept = await buying();
    payments.failNext("refund", async () => ({
      state: "DECLINED",
      declineCode: "processing_error",
      providerRef: null,
    }));
    expect((await refund(kept.purchase.id)).state).toBe("SUCCEEDED");
    expect((await api.db.read.of(planStore).byId(kept.plan.id))?.incidentsRemaining).toBe(1);
    payments.failNext("refund", unknown);
    expect((await refund(kept.purchase.id)).state).toBe("SUCCEEDED");
    expect((await api.db.read.of(planStore).byId(kept.plan.id))?.incidentsRemaining).toBe(0);
    await halfAMinute();
    expect((await api.db.read.of(purchaseStore).byId(kept.purchase.id))?.state).toBe("REFUNDED");
    await green();
  });
});
