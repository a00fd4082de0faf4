/** Saving a card: it is entered with the payment provider, what comes back is a reference and four digits (R76, F25; P-6). */
import {
  type Account,
  accept,
  type PaymentMethod,
  purchaseAllowed,
  type Result,
  refuse,
  refuseAll,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { safeReturnTo } from "../identity/module.js";
import type { BegunCardSetup, SavedCard } from "./payments/gateway.js";
import type { Shop } from "./shop.js";
import { type CardSetup, cardStore } from "./storage/card.store.js";

export interface BegunSetup {
  readonly setupId: string;
  readonly redirectUrl: string | null;
  readonly stripe: { readonly clientSecret: string; readonly publishableKey: string } | null;
}

/**
 * A `returnTo` that leads elsewhere leads home. Under a key it is one setup, here and at the provider, which is asked again what opens it:
 * that is a secret, and kept nowhere. @throws RequestError UNAVAILABLE when the provider does not answer, IDEMPOTENCY_KEY_REUSED
 */
export const startCardSetup = async (
  context: RequestContext,
  input: { readonly returnTo: string; readonly idempotencyKey?: string | null },
): Promise<Result<{ readonly setup: BegunSetup }>> => {
  const account = accountOf(context);
  const allowed = mayHoldCards(context, account);
  if (!allowed.ok) return allowed;
  const shop = allowed.value;
  const at = shop.clock.now();
  const command = commandOf(context, "startCardSetup", input);
  const name = async (): Promise<string> => newId("cst", at);
  const id =
    command.key === null
      ? await name()
      : await context.db.transaction("name card setup", (tx) => once(tx, command, name));
  const back = new URL(safeReturnTo(input.returnTo, shop.publicOrigin), shop.publicOrigin);
  back.searchParams.set("cardSetup", id);
  const { name: gateway } = shop.gateway;
  const begun = await asked(() =>
    context.db.read
      .of(cardStore)
      .customerRef(account.id, gateway)
      .then((customerRef) =>
        shop.gateway.startCardSetup({
          customerRef,
          accountId: account.id,
          email: account.email,
          returnUrl: back.href,
          key: id,
        }),
      ),
  );
  await context.db.transaction("begin card setup", async (tx) => {
    await tx.of(cardStore).saveCustomerRef(account.id, gateway, begun.customerRef);
    const { setupRef } = begun;
    await tx
      .of(cardStore)
      .createSetup({ id, accountId: account.id, gateway, setupRef, paymentMethodId: null, createdAt: at });
  });
  return accept({ setup: shownOf(id, begun) });
};

const shownOf = (id: string, begun: BegunCardSetup): BegunSetup =>
  begun.kind === "REDIRECT"
    ? { setupId: id, redirectUrl: begun.url, stripe: null }
    : {
        setupId: id,
        redirectUrl: null,
        stripe: { clientSecret: begun.clientSecret, publishableKey: begun.publishableKey },
      };

/** Who may buy may keep cards. */
const mayHoldCards = ({ shop, settings }: RequestContext, account: Account): Result<Shop> => {
  const allowed = purchaseAllowed(account, settings);
  if (!allowed.ok) return refuseAll(allowed.refusals);
  return shop === null ? refuse("PURCHASE_NOT_ENABLED") : accept(shop);
};

export interface FinishedSetup {
  readonly paymentMethod: PaymentMethod | null;
  readonly isPending: boolean;
}

/** Asked as often as one likes: the card is kept once. @throws RequestError NOT_FOUND, UNAVAILABLE */
export const completeCardSetup = async (context: RequestContext, setupId: string): Promise<Result<FinishedSetup>> => {
  const account = accountOf(context);
  const allowed = mayHoldCards(context, account);
  if (!allowed.ok) return allowed;
  const shop = allowed.value;
  const setup = await context.db.read.of(cardStore).setupById(idOf("cst", setupId));
  if (setup === null || setup.accountId !== account.id || setup.gateway !== shop.gateway.name)
    throw new RequestError("NOT_FOUND");
  if (setup.paymentMethodId !== null)
    return accept({ paymentMethod: await context.db.read.of(cardStore).byId(setup.paymentMethodId), isPending: false });
  const seen = await asked(() => shop.gateway.cardOfSetup(setup.setupRef));
  if (seen.state === "PENDING") return accept({ paymentMethod: null, isPending: true });
  if (seen.state === "FAILED") return refuse("PAYMENT_METHOD_NOT_USABLE", ["setupId"]);
  return accept({ paymentMethod: await keepCard(context, setup, seen.card), isPending: false });
};

const keepCard = (context: RequestContext, setup: CardSetup, card: SavedCard): Promise<PaymentMethod | null> =>
  context.db.transaction("keep card", async (tx) => {
    const at = context.clock.now();
    const { accountId, gateway } = setup;
    const isFirst = (await tx.of(cardStore).ofAccount(accountId, gateway)).length === 0;
    const id = await tx.of(cardStore).add({
      ...card,
      id: newId("pmt", at),
      accountId,
      gateway,
      isDefault: isFirst,
      createdAt: at,
      removedAt: null,
    });
    if (await tx.of(cardStore).finishSetup(setup.id, id))
      await tx.of(auditStore).append({ actorId: accountId, action: "card.add", objectId: id, details: {}, at });
    return tx.of(cardStore).byId(id);
  });

/** @throws RequestError UNAVAILABLE when the provider gives no answer: nothing was begun, trying again is right */
export const asked = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await call();
  } catch {
    throw new RequestError("UNAVAILABLE");
  }
};
