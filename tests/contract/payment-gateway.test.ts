/** One contract for whoever moves money: the sandbox and Stripe's adapter keep it alike (R76, R78, E17, E18, F25). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  Bank,
  type BegunCardSetup,
  type ChargeAsk,
  createSandboxGateway,
  createStripeGateway,
  type PaymentGateway,
  SIGNATURE_HEADER,
  signBody,
  TEST_CARDS,
  Vault,
} from "../../apps/api/src/modules/purchases/module.js";
import { signStripeBody } from "../support/stripe-like/sign.js";
import { startStripeLike } from "../support/stripe-like/stripe-like.js";

interface Provider {
  readonly gateway: PaymentGateway;
  enterCard(setup: BegunCardSetup, number: string): void;
  answer(providerRef: string, isApproved: boolean): void;
  /** How often money was taken for a purchase. */
  chargesOf(purchaseId: string): number;
  /** The last event, as it is sent. */
  lastEvent(): string;
  sign(body: string, at: number, secret?: string): Record<string, string>;
  stop(): Promise<void>;
}

const openSandboxProvider = async (): Promise<Provider> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-gateway-"));
  const vault = new Vault(folder);
  const bank = new Bank(vault, "http://sandbox.example", () => {});
  const { webhookSecret } = vault.content;
  const gateway = createSandboxGateway({ bank, webhookSecret, origin: "http://sandbox.example", stop: async () => {} });
  return {
    gateway,
    enterCard: ({ setupRef }, number) => {
      const card = TEST_CARDS.find((one) => one.number === number);
      if (card === undefined) throw new Error(`${number} is no test card`);
      const { brand, behaviour } = card;
      bank.enterCard(setupRef, { brand, behaviour, last4: number.slice(-4), expMonth: 12, expYear: 2030 });
    },
    answer: (providerRef, isApproved) => void bank.answer(providerRef, isApproved),
    chargesOf: (id) => Number(vault.content.charges[id]?.state.state === "SUCCEEDED"),
    lastEvent: () => JSON.stringify(Object.values(vault.content.events).at(-1)),
    sign: (body, at, secret = webhookSecret) => ({ [SIGNATURE_HEADER]: signBody(secret, Buffer.from(body), at) }),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const openStripeProvider = async (): Promise<Provider> => {
  const like = await startStripeLike();
  return {
    gateway: createStripeGateway(like.settings),
    enterCard: ({ setupRef }, number) => like.book.enterCard(setupRef, number),
    answer: (providerRef, isApproved) => like.book.answer(providerRef, isApproved),
    chargesOf: (id) => like.book.chargesOf(id),
    lastEvent: () => like.book.events.at(-1)?.body ?? "",
    sign: (body, at, secret = like.settings.webhookSecret) => signStripeBody(body, at, secret),
    stop: () => like.stop(),
  };
};

describe.each([
  { name: "sandbox", open: openSandboxProvider },
  { name: "stripe", open: openStripeProvider },
])("the gateway $name", ({ name, open }) => {
  let provider: Provider;
  let purchases = 0;
  const now = Date.UTC(2026, 10, 23, 9);
  beforeAll(async () => {
    provider = await open();
  });
  afterAll(() => provider.stop());

  const ask = async (number = "4242424242424242"): Promise<ChargeAsk> => {
    purchases += 1;
    const key = `pur_contract${purchases}`;
    const setup = await provider.gateway.startCardSetup({
      customerRef: null,
      accountId: `acc_${purchases}`,
      email: null,
      returnUrl: "http://localhost:4000/payment-methods",
      key: `cst_${purchases}`,
    });
    expect(await provider.gateway.cardOfSetup(setup.setupRef)).toEqual({ state: "PENDING" });
    provider.enterCard(setup, number);
    const done = await provider.gateway.cardOfSetup(setup.setupRef);
    if (done.state !== "DONE") throw new Error("the card was not saved");
    expect(done.card).toMatchObject({ last4: number.slice(-4), expMonth: 12, expYear: 2030 });
    return {
      key,
      purchaseId: key,
      customerRef: setup.customerRef,
      cardRef: done.card.cardRef,
      amountMinor: 249_000,
      currency: "RON",
      returnUrl: `http://localhost:4000/purchases/${key}`,
    };
  };

  it("R76, R78, E17: charges once under a key, however often and however many ask at once", async () => {
    const charge = await ask();
    expect(provider.gateway.name).toBe(name);
    const question = { ...charge, providerRef: null };
    expect(await provider.gateway.stateOf(question)).toEqual({ state: "NOT_FOUND" });
    const answers = await Promise.all([provider.gateway.charge(charge), provider.gateway.charge(charge)]);
    const [first] = answers;
    expect(first).toMatchObject({ state: "SUCCEEDED", amountMinor: 249_000, currency: "RON" });
    expect(answers[1]).toEqual(first);
    expect(await provider.gateway.charge(charge)).toEqual(first);
    expect(await provider.gateway.stateOf(question)).toEqual(first);
    expect(provider.chargesOf(charge.key)).toBe(1);
  });

  it.each([
    ["4000000000000002", /^(card_declined|generic_decline)$/],
    ["4000000000009995", /^insufficient_funds$/],
    ["4000000000000069", /^expired_card$/],
    ["4000000000000119", /^processing_error$/],
  ])("E18: the card %s is declined with its reason, again and again, and takes no money", async (number, reason) => {
    const charge = await ask(number);
    const declined = { state: "DECLINED", declineCode: expect.stringMatching(reason) };
    expect(await provider.gateway.charge(charge)).toMatchObject(declined);
    expect(await provider.gateway.charge(charge)).toMatchObject(declined);
    expect(await provider.gateway.stateOf({ ...charge, providerRef: null })).toMatchObject(declined);
    expect(provider.chargesOf(charge.key)).toBe(0);
  });

  it.each([true, false])("E18, F25: the bank asks its customer, who answers %s", async (isApproved) => {
    const charge = await ask("4000002500003155");
    const asked = await provider.gateway.charge(charge);
    if (asked.state !== "CHALLENGE") throw new Error(`no challenge: ${asked.state}`);
    expect(URL.canParse(asked.url)).toBe(true);
    expect(provider.chargesOf(charge.key)).toBe(0);
    provider.answer(asked.providerRef, isApproved);
    const { providerRef } = asked;
    const end = isApproved ? { state: "SUCCEEDED" } : { state: "DECLINED", declineCode: "authentication_failed" };
    expect(await provider.gateway.stateOf({ ...charge, providerRef })).toMatchObject(end);
    expect(provider.chargesOf(charge.key)).toBe(isApproved ? 1 : 0);
  });

  it("R78: a charge is given back once, and a removed card pays no more", async () => {
    const charge = await ask();
    const paid = await provider.gateway.charge(charge);
    const providerRef = "providerRef" in paid ? (paid.providerRef ?? "") : "";
    expect(await provider.gateway.refund(charge.key, providerRef)).toEqual({ state: "REFUNDED", providerRef });
    expect(await provider.gateway.refund(charge.key, providerRef)).toEqual({ state: "REFUNDED", providerRef });
    expect(await provider.gateway.stateOf({ ...charge, providerRef })).toEqual({ state: "REFUNDED", providerRef });
    await provider.gateway.removeCard(charge.customerRef, charge.cardRef);
    await provider.gateway.removeCard(charge.customerRef, charge.cardRef);
    const again = { ...charge, key: `${charge.key}again`, purchaseId: `${charge.key}again` };
    expect(await provider.gateway.charge(again)).toMatchObject({ state: "DECLINED" });
    expect(provider.chargesOf(again.key)).toBe(0);
  });

  it("M-5: a delivery is read within five minutes of its signature; forged, stale, early and broken ones are turned away", async () => {
    const charge = await ask();
    await provider.gateway.charge(charge);
    const body = provider.lastEvent();
    const read = (text: string, headers: Record<string, string>): unknown =>
      provider.gateway.readWebhook(Buffer.from(text), headers, now);
    const news = {
      purchaseId: charge.purchaseId,
      state: { state: "SUCCEEDED", amountMinor: 249_000, currency: "RON" },
    };
    expect(read(body, provider.sign(body, now))).toMatchObject(news);
    expect(read(body, provider.sign(body, now - 299_000))).toMatchObject(news);
    expect(() => read(body, provider.sign(body, now - 301_000))).toThrow("stale");
    expect(() => read(body, provider.sign(body, now + 301_000))).toThrow("stale");
    expect(() => read(body, provider.sign(body, now, "another secret"))).toThrow("forged");
    expect(() => read(body.replace("249000", "249001"), provider.sign(body, now))).toThrow("forged");
    expect(() => read(body, {})).toThrow("signature");
  });
});
