import { createClock } from "../../apps/api/src/kernel/clock.js";
import { type Database, newId } from "../../apps/api/src/kernel/db/index.js";
import { DEFAULT_LIMITS } from "../../apps/api/src/kernel/limits/limits.js";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
import { cardStore } from "../../apps/api/src/modules/purchases/module.js";
import { newName } from "./stripe-like/book.js";
import type { StripeLike } from "./stripe-like/stripe-like.js";

export interface Buyer {
  readonly accountId: string;
  readonly token: string;
  readonly customerRef: string;
  readonly paymentMethodId: string;
}

export const addBuyer = async (db: Database, { book }: StripeLike, number: string): Promise<Buyer> => {
  const clock = createClock(null);
  const at = clock.now();
  const customerRef = newName("cus");
  book.customers.set(customerRef, { id: customerRef, metadata: {} });
  const card = { id: newName("pm"), number, customer: customerRef };
  book.cards.set(card.id, card);
  const paymentMethodId = newId("pmt", at);
  const accountId = await db.transaction("add buyer", async (tx) => {
    const { account } = await tx.of(accountStore).upsertFromIdentity(
      {
        issuer: "https://identity.example",
        subject: customerRef,
        kind: "PERSONAL",
        isGuest: false,
        email: `${customerRef}@reliability.example`,
        isEmailProven: true,
        givenName: "Ana",
        familyName: "Pop",
        isNameStated: true,
      },
      at,
    );
    const profile = { country: "RO", timeZone: "Europe/Bucharest", language: "en", phone: null } as const;
    await tx.of(accountStore).saveProfile(account.id, { ...profile, preferredContactMethod: "EMAIL" }, at);
    await tx.of(cardStore).saveCustomerRef(account.id, "stripe", customerRef);
    await tx.of(cardStore).add({
      id: paymentMethodId,
      accountId: account.id,
      gateway: "stripe",
      cardRef: card.id,
      brand: "visa",
      last4: number.slice(-4),
      expMonth: 12,
      expYear: 2030,
      isDefault: true,
      createdAt: at,
      removedAt: null,
    });
    return account.id;
  });
  const { token } = await createToken(
    { db, clock, limits: DEFAULT_LIMITS },
    { accountId, name: "test", scopes: ["purchases:write"], expiresAt: null },
  );
  return { accountId, token, customerRef, paymentMethodId };
};

const DOCUMENT = `mutation Buy($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) {
  purchase { id state } userErrors { code } } }`;

export interface Bought {
  readonly purchase: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** Throws when the connection breaks: nobody knows then whether it was bought. */
export const buyOverHttp = async (origin: string, { token, paymentMethodId }: Buyer): Promise<Bought> => {
  const input = {
    offerId: "pay-per-incident:RON",
    paymentMethodId,
    consent: true,
    idempotencyKey: `buy-${paymentMethodId}`,
  };
  const reply = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: DOCUMENT, variables: { input } }),
  });
  const answer = (await reply.json()) as { data?: { purchaseIncident: Bought | null } | null };
  const bought = answer.data?.purchaseIncident;
  if (!bought) throw new Error(JSON.stringify(answer));
  return bought;
};
