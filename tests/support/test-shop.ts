/** Buying without HTTP around it: the sandbox bank in this process, a gateway that counts and can be told to fail. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../apps/api/src/kernel/clock.js";
import type { Database } from "../../apps/api/src/kernel/db/index.js";
import { createCatalogueCache } from "../../apps/api/src/modules/catalogue/module.js";
import {
  Bank,
  createSandboxGateway,
  createShop,
  type PaymentGateway,
  type Shop,
  TEST_CARDS,
  Vault,
} from "../../apps/api/src/modules/purchases/module.js";
import type { Person } from "./test-api.js";

export interface TestShop {
  readonly shop: Shop;
  readonly bank: Bank;
  readonly vault: Vault;
  /** Names of the calls to the provider, in order. */
  readonly calls: string[];
  readonly logged: { readonly fields: object; readonly message: string }[];
  /** Stands in for the next call of this name; gone after it. */
  failNext(call: keyof PaymentGateway, how: (really: () => Promise<unknown>) => Promise<unknown>): void;
  remove(): void;
}

export const createTestShop = async (db: Database, clock: Clock): Promise<TestShop> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-shop-"));
  const vault = new Vault(folder);
  const bank = new Bank(vault, "http://sandbox.example", () => {});
  const { webhookSecret } = vault.content;
  const real = createSandboxGateway({ bank, webhookSecret, origin: "http://sandbox.example", stop: async () => {} });
  const calls: string[] = [];
  const logged: TestShop["logged"] = [];
  const failures = new Map<string, Parameters<TestShop["failNext"]>[1]>();
  const gateway = new Proxy(real, {
    get: (target, name: string) => {
      const member = target[name as keyof PaymentGateway];
      if (typeof member !== "function" || name === "readWebhook" || name === "takes") return member;
      return (...given: unknown[]): unknown => {
        calls.push(name);
        const really = (): Promise<unknown> => (member as (...values: unknown[]) => Promise<unknown>)(...given);
        const fail = failures.get(name);
        failures.delete(name);
        return fail === undefined ? really() : fail(really);
      };
    },
  });
  const note = (fields: object, message: string): void => void logged.push({ fields, message });
  const catalogue = createCatalogueCache(db, clock);
  const shop = createShop({
    db,
    clock,
    gateway,
    log: { info: note, warn: note, error: note },
    publicOrigin: "https://support.example",
    entitlementZone: "UTC",
    catalogue: async () => (await catalogue).current(),
  });
  return {
    shop,
    bank,
    vault,
    calls,
    logged,
    failNext: (call, how) => void failures.set(call, how),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Saves a test card for a person through the API and the bank's page; answers the id of the payment method. */
export const saveCard = async (
  person: Person,
  { bank, calls }: TestShop,
  number = "4242424242424242",
): Promise<string> => {
  const begun = await person.ask(
    'mutation { startCardSetup(input: { returnTo: "/payment-methods" }) { setup { id: setupId redirectUrl } userErrors { code } } }',
  );
  const { id, redirectUrl } = begun.data.startCardSetup.setup;
  const card = TEST_CARDS.find((one) => one.number === number);
  if (card === undefined) throw new Error(`${number} is no test card`);
  const { brand, behaviour } = card;
  bank.enterCard(new URL(redirectUrl).pathname.split("/").pop() ?? "", {
    brand,
    behaviour,
    last4: number.slice(-4),
    expMonth: 12,
    expYear: 2030,
  });
  const done = await person.ask(
    "mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { paymentMethod { id } isPending userErrors { code } } }",
    { id },
  );
  calls.length = 0;
  return done.data.completeCardSetup.paymentMethod.id;
};

export const PURCHASE_FIELDS = `{
  purchase { id state packSize amountMinor currencyCode taxMinor taxName declineCode declineMessage challengeUrl draftId
    plan { id incidentsRemaining } receipt { number signature url billingName } card { last4 isExpired } }
  plan { id incidentsTotal incidentsRemaining endsOn programme { id: slug } }
  userErrors { __typename code path message remedy ... on PaymentDeclinedError { declineCode } }
}`;

/** Buys a single incident, unless said otherwise. */
export const buy = async (
  person: Person,
  paymentMethodId: string,
  input: Readonly<Record<string, unknown>> = {},
): ReturnType<Person["ask"]> =>
  person.ask(`mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) ${PURCHASE_FIELDS} }`, {
    input: {
      offerId: "pay-per-incident:RON",
      paymentMethodId,
      consent: true,
      idempotencyKey: `key-${Math.random()}`,
      ...input,
    },
  });
