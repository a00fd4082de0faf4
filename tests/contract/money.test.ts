/** Every currency of the reference data at both providers: what is asked for is what is charged and what is shown (K3, F26). */
import { readFileSync } from "node:fs";
import { exponentOf, formatMoney, isCurrency, nextPurchaseState, type SeenOfCharge } from "@accord/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createStripeGateway,
  fromStripe,
  STRIPE_DECIMALS,
  toStripe,
} from "../../apps/api/src/modules/purchases/module.js";
import { bookedText } from "../support/stripe-like/presentment.js";
import { type StripeLike, startStripeLike } from "../support/stripe-like/stripe-like.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { newcomer, persona, type Visitor } from "../support/visitor.js";

interface FileRegions {
  readonly regions: readonly object[];
  readonly countries: readonly {
    readonly code: string;
    readonly currency: string | null;
    readonly timeZones: string[];
  }[];
}

const file = (name: string): string => readFileSync(new URL(`../../apps/api/seeds/${name}`, import.meta.url), "utf8");
const REGIONS = JSON.parse(file("regions.json")) as FileRegions;
/** Each currency with one country that has it. */
const MARKETS = [...new Map(REGIONS.countries.map((country) => [country.currency ?? "", country])).entries()]
  .filter(([currency]) => currency !== "")
  .sort();
/** Currencies of the reference data that Stripe's documentation does not list. */
const NOT_AT_STRIPE = "CUP ERN GHS IQD IRR KPW LYD MRU SDG SSP STN SYP TMT VES XCG".split(" ");
const FALLBACK = { USD: "768.54" };

/** All decimals its currency has and every provider takes: the last of three is 0 at Stripe, and the ariary is whole there. */
const textOf = (currency: string): string =>
  currency === "MGA" ? "768.00" : (["768", "", "768.54", "768.540"][exponentOf(currency)] ?? "");

const ok = (answer: { readonly data: unknown; readonly errors: readonly unknown[] }): void => {
  const [payload] = Object.values((answer.data ?? {}) as Record<string, { userErrors?: readonly unknown[] }>);
  if (answer.errors.length > 0 || (payload?.userErrors ?? []).length > 0) throw new Error(JSON.stringify(answer));
};

/** Everything is sold everywhere, in the currency of the place. */
const priceEverything = async (admin: Visitor): Promise<void> => {
  const programmes = JSON.parse(file("programmes.json")) as {
    slug: string;
    price?: unknown;
    examplePrices?: unknown;
  }[];
  for (const programme of programmes)
    if (programme.slug === "pay-per-incident")
      Object.assign(programme, {
        price: null,
        examplePrices: MARKETS.map(([currency]) => ({ currency, amount: textOf(currency) })),
      });
  const regions = {
    regions: REGIONS.regions,
    countries: REGIONS.countries.map((country) => ({
      ...country,
      ppiOnSale: true,
      saleBasis: undefined,
      officialLanguages: undefined,
    })),
  };
  for (const [kind, content] of [
    ["PROGRAMMES", programmes],
    ["REGIONS", regions],
  ] as const) {
    const input = { kind, text: JSON.stringify(content) };
    const looked = await admin.ask(
      "mutation ($input: CreatePackPreviewInput!) { createPackPreview(input: $input) { preview { digest problems { message } } userErrors { code message } } }",
      { input },
    );
    ok(looked);
    const { digest } = looked.data.createPackPreview.preview;
    ok(
      await admin.ask(
        "mutation ($input: UpdatePackInput!) { updatePack(input: $input) { pack { kind } userErrors { code message } } }",
        {
          input: { ...input, digest },
        },
      ),
    );
  }
};

interface Provider {
  readonly env: (like: StripeLike) => Readonly<Record<string, string>>;
  readonly refuses: readonly string[];
  enterCard(
    like: StripeLike,
    setup: { readonly redirectUrl: string | null; readonly stripe: { readonly clientSecret: string } | null },
  ): Promise<void>;
  /** What was charged for a purchase, as the provider's own books say; null: nothing. */
  charged(
    server: TestServer,
    like: StripeLike,
    purchaseId: string,
  ): { readonly text: string; readonly currency: string } | null;
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  sandbox: {
    env: () => ({}),
    refuses: [],
    enterCard: async (_like, { redirectUrl }) => {
      const body = new URLSearchParams({ pick: "4242424242424242" });
      await fetch(redirectUrl ?? "", { method: "POST", body, redirect: "manual" });
    },
    charged: ({ payments }, _like, purchaseId) => {
      const state = payments?.sandbox?.bank.stateOf(purchaseId);
      if (state?.state !== "SUCCEEDED") return null;
      const digits = String(state.amountMinor).padStart(4, "0");
      const places = (textOf(state.currency).split(".")[1] ?? "").length;
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      return { text: String(Number(text)), currency: state.currency };
    },
  },
  stripe: {
    env: ({ settings }) => ({
      STRIPE_SECRET_KEY: settings.secretKey,
      STRIPE_WEBHOOK_SECRET: settings.webhookSecret,
      STRIPE_PUBLISHABLE_KEY: settings.publishableKey,
      STRIPE_API_BASE: settings.apiBase ?? "",
    }),
    refuses: NOT_AT_STRIPE,
    enterCard: async (like, { stripe }) =>
      like.book.enterCard((stripe?.clientSecret ?? "").split("_secret_")[0] ?? "", "4242424242424242"),
    charged: (_server, like, purchaseId) => {
      const intent = [...like.book.intents.values()].find(({ metadata }) => metadata.purchaseId === purchaseId);
      if (intent === undefined) return null;
      return {
        text: String(Number(bookedText(intent.amount, intent.currency))),
        currency: intent.currency.toUpperCase(),
      };
    },
  },
};

const SETUP = `mutation { startCardSetup(input: { returnTo: "/payment-methods" }) { setup { id: setupId redirectUrl stripe { clientSecret } } userErrors { code } } }`;
const FINISH = `mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { paymentMethod { id } userErrors { code } } }`;
const OFFERS = `query ($country: CountryCode!) { incidentOffers(country: $country) { offers { id: offerId amountMinor currencyCode } } }`;
const BUY = `mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) {
  purchase { id state amountMinor currencyCode receipt { number } } userErrors { code } } }`;
const PROFILE = `mutation ($input: CompleteProfileInput!) { completeProfile(input: $input) { userErrors { code } } }`;

describe.each(Object.entries(PROVIDERS))("money through %s", (_name, provider) => {
  let server: TestServer;
  let like: StripeLike;
  let buyer: Visitor;
  let paymentMethodId: string;

  beforeAll(async () => {
    like = await startStripeLike();
    server = await startTestServer({ seed: "demo", env: provider.env(like) });
    await priceEverything(await persona(server, "u-admin"));
    // What is in force is read again after half a minute.
    server.clock.advance(31_000);
    buyer = await newcomer(server, { kind: "personal", email: "buyer@money.example" });
    const begun = await buyer.ask(SETUP);
    ok(begun);
    const { setup } = begun.data.startCardSetup;
    await provider.enterCard(like, setup);
    const kept = await buyer.ask(FINISH, { id: setup.id });
    ok(kept);
    paymentMethodId = kept.data.completeCardSetup.paymentMethod.id;
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await like?.stop();
  });

  const buyIn = async (country: string, timeZone: string, offerId: string) => {
    ok(await buyer.ask(PROFILE, { input: { country, timeZone, language: "EN", preferredContactMethod: "EMAIL" } }));
    const input = { offerId, paymentMethodId, consent: true, idempotencyKey: `money-${country}-${offerId}` };
    const answer = await buyer.ask(BUY, { input });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer));
    return answer.data.purchaseIncident;
  };

  it.each(MARKETS)("K3: %s", async (currency, { code, timeZones }) => {
    const isRefused = provider.refuses.includes(currency);
    const asked = isRefused ? { currency: "USD", text: FALLBACK.USD } : { currency, text: textOf(currency) };
    const minor = Number(asked.text.replace(".", ""));
    const { data } = await buyer.ask(OFFERS, { country: code });
    const [offer] = data.incidentOffers.offers;
    expect(offer).toEqual({
      id: `pay-per-incident:${asked.currency}`,
      amountMinor: minor,
      currencyCode: asked.currency,
    });
    const charges = like.book.intents.size;
    if (isRefused) {
      const refused = await buyIn(code, timeZones[0] ?? "UTC", `pay-per-incident:${currency}`);
      expect(refused.userErrors.map(({ code: refusal }: { code: string }) => refusal)).toEqual([
        "PACK_NOT_SOLD_IN_REGION",
      ]);
      expect(like.book.intents.size).toBe(charges);
    }
    const { purchase } = await buyIn(code, timeZones[0] ?? "UTC", offer.id);
    expect(purchase).toMatchObject({ state: "SUCCEEDED", amountMinor: minor, currencyCode: asked.currency });
    const charged = provider.charged(server, like, purchase.id);
    expect(charged).toEqual({ text: String(Number(asked.text)), currency: asked.currency });
    // As pages and letters show it: the same figures, whatever this runtime thinks of the currency.
    const shown = formatMoney("en-GB", { amountMinor: purchase.amountMinor, currency });
    expect(shown.replace(/[^\d.]/g, "").replace(/^\.|\.$/g, "")).toBe(formatted(minor, currency));
  });
});

const formatted = (minor: number, currency: string): string => {
  const places = exponentOf(currency);
  const digits = String(minor);
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

describe("units of Stripe", () => {
  it("K3: every currency of the reference data is one of ISO 4217", () => {
    expect(MARKETS.length).toBe(148);
    expect(MARKETS.filter(([currency]) => !isCurrency(currency))).toEqual([]);
  });

  it("K3: what is asked for by the list comes back by the rule, and what cannot be said is not asked for", () => {
    for (const currency of Object.keys(STRIPE_DECIMALS)) {
      const amountMinor = Number(textOf(currency).replace(".", ""));
      expect([currency, fromStripe(toStripe({ amountMinor, currency }) ?? 0, currency)]).toEqual([
        currency,
        amountMinor,
      ]);
    }
    expect(toStripe({ amountMinor: 69_900, currency: "ISK" })).toBe(6_990_000);
    expect(toStripe({ amountMinor: 76_854, currency: "MGA" })).toBeNull();
    expect(toStripe({ amountMinor: 5_124, currency: "KWD" })).toBeNull();
    expect(toStripe({ amountMinor: 76_800, currency: "IQD" })).toBeNull();
    expect([fromStripe(69_901, "ISK"), fromStripe(1, "XTS")]).toEqual([null, null]);
  });

  it("K3: a planted wrong entry is told by what comes back: the amount is another one", async () => {
    const like = await startStripeLike();
    const gateway = createStripeGateway(like.settings, undefined, { ...STRIPE_DECIMALS, ISK: 0 });
    const ground = { accountId: "acc_1", email: null, returnUrl: "http://localhost:4000/", key: "cst_1" };
    const setup = await gateway.startCardSetup({ ...ground, customerRef: null });
    like.book.enterCard(setup.setupRef, "4242424242424242");
    const card = await gateway.cardOfSetup(setup.setupRef);
    if (card.state !== "DONE") throw new Error("the card was not saved");
    const money = { amountMinor: 69_900, currency: "ISK" };
    const ask = {
      ...ground,
      ...money,
      key: "pur_1",
      purchaseId: "pur_1",
      customerRef: setup.customerRef,
      cardRef: card.card.cardRef,
    };
    const seen = await gateway.charge(ask);
    await like.stop();
    expect(seen).toMatchObject({ state: "SUCCEEDED", amountMinor: 699, currency: "ISK" });
    expect(nextPurchaseState({ ...money, state: "CALLING" }, seen as SeenOfCharge)).toMatchObject({
      state: "UNKNOWN",
      grants: false,
      isMismatch: true,
    });
  });
});
