/** Buying incidents by card (R23, R35, R72, R74, R78, R79, E17-E20, F24): judged and written down first, charged then, outside any unit. */
import {
  type Account,
  accept,
  type DecidedPurchase,
  decideBuyer,
  decidePurchase,
  exponentOf,
  MINUTE,
  type Need,
  offersFor,
  type PaymentMethod,
  type Purchase,
  type RequestDraft,
  type Result,
  refuse,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { type IdempotentCommand, once } from "../../kernel/graphql/idempotency.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { draftStore } from "../drafts/module.js";
import { type Reference, readReference, referenceStore } from "../references/module.js";
import { ASK_AGAIN_MS } from "./apply-provider-state.js";
import { PURCHASE_TERMS } from "./purchase-terms.js";
import type { PurchaseIncidentInput } from "./purchases.types.js";
import { settlePurchase } from "./settle-purchase.js";
import { type Shop, takenBy } from "./shop.js";
import { cardStore } from "./storage/card.store.js";
import { purchaseStore } from "./storage/purchase.store.js";

/** Of the time an operation has: then the answer is "being confirmed", and the call goes on without a listener. */
const PATIENCE = 0.7;

/** @throws RequestError NOT_FOUND for a draft or a card that is not the buyer's, IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT */
export const purchaseIncident = async (
  context: RequestContext,
  { idempotencyKey, ...input }: PurchaseIncidentInput,
): Promise<Result<Purchase>> => {
  const account = accountOf(context);
  const { shop } = context;
  // Who may not buy at all learns that first, and no provider hears of it (E20).
  const allowed = decideBuyer(account, context.settings);
  if (!allowed.ok) return allowed;
  const early = isJustSignedIn(context, account);
  if (!early.ok) return early;
  if (shop === null) return refuse("PURCHASE_NOT_ENABLED");
  // Before anything is written: what cannot be kept is no purchase.
  const reference = readReference(input, ["input"]);
  const command = {
    principalId: account.id,
    operation: "purchaseIncident",
    key: idempotencyKey,
    input,
    at: shop.clock.now(),
  };
  const created = await context.db.transaction("create purchase", (tx) =>
    createOnce(context, tx, account, { ...input, reference }, command),
  );
  if (!created.ok) return created;
  const purchase = await context.db.read.of(purchaseStore).byId(created.value.purchaseId);
  if (purchase === null) throw new RequestError("NOT_FOUND");
  const isUncertain = purchase.state === "CREATED" || purchase.state === "CALLING" || purchase.state === "UNKNOWN";
  return accept(isUncertain ? await settleInTime(context, shop, purchase) : purchase);
};

/** A browser's buyer signed in within the last minutes; a token has its own scope, and its own end (R72, A-7). */
const isJustSignedIn = (context: RequestContext, account: Account): Result<true> => {
  const { principal, clock, limits } = context;
  if (principal.kind !== "session" || account.kind !== "PERSONAL") return accept(true);
  const isOld = clock.now() - principal.authenticatedAt > limits.reauthenticationMinutes * MINUTE;
  return isOld ? refuse("REAUTHENTICATION_REQUIRED") : accept(true);
};

interface Input extends Omit<PurchaseIncidentInput, "idempotencyKey"> {
  readonly reference: Reference;
}
type Created = Result<{ readonly purchaseId: string }>;

const createOnce = (
  context: RequestContext,
  tx: WriteStores,
  account: Account,
  input: Input,
  command: IdempotentCommand,
): Promise<Created> =>
  once(tx, command, async (): Promise<Created> => {
    const at = command.at;
    const draft = await draftOf(tx, account, input.draftId ?? null, at);
    const card = isIdOf("pmt", input.paymentMethodId) ? await tx.of(cardStore).byId(input.paymentMethodId) : null;
    const own =
      card !== null && card.accountId === account.id && card.gateway === context.shop?.gateway.name ? card : null;
    const decided = decide(context, account, input, own, draft);
    if (!decided.ok) return tx.abort(decided);
    const purchaseId = newId("pur", at);
    await tx
      .of(purchaseStore)
      .create(newPurchase(context, account, { ...decided.value, purchaseId, card: own, draft, at }));
    await tx.of(referenceStore).keep(account.id, purchaseId, input.reference, at);
    const { id: offerId, amountMinor, currency } = decided.value.offer;
    const details = { offerId, amountMinor, currency, consentVersion: PURCHASE_TERMS.version };
    await tx
      .of(auditStore)
      .append({ actorId: account.id, action: "purchase.create", objectId: purchaseId, details, at });
    return accept({ purchaseId });
  });

/** @throws RequestError NOT_FOUND when it is not the buyer's */
const draftOf = async (
  tx: WriteStores,
  account: Account,
  draftId: string | null,
  at: number,
): Promise<RequestDraft | null> => {
  if (draftId === null) return null;
  const draft = isIdOf("drf", draftId) ? await tx.of(draftStore).byId(draftId) : null;
  if (draft === null || draft.accountId !== account.id || at >= draft.expiresAt)
    throw new RequestError("NOT_FOUND", { id: draftId });
  return draft;
};

const decide = (
  context: RequestContext,
  account: Account,
  input: Input,
  card: PaymentMethod | null,
  draft: RequestDraft | null,
): Result<DecidedPurchase> => {
  const { catalogue, settings, clock } = context;
  const country = catalogue.countries.get(countryOf(context, account, draft));
  const nothing = { offers: [], notSold: [], currency: "", isFallbackCurrency: false };
  return decidePurchase({
    account,
    settings,
    card,
    offerId: input.offerId,
    sold: country === undefined ? nothing : offersFor(country, catalogue.all.programmes, takenBy(context.shop)),
    consent: input.consent,
    consentVersion: input.consentVersion ?? null,
    currentConsentVersion: PURCHASE_TERMS.version,
    billing: input.billing ?? {},
    need: needOf(context, draft),
    timeZone: settings.entitlementTimeZone,
    now: clock.now(),
  });
};

/** Where the request it is for is made, as its offers were shown; else where the profile says. */
const countryOf = ({ catalogue }: RequestContext, account: Account, draft: RequestDraft | null): string => {
  const asked = draft?.content.country ?? "";
  return catalogue.countries.has(asked) ? asked : (account.profile?.country ?? "");
};

const needOf = ({ catalogue, clock }: RequestContext, draft: RequestDraft | null): Need | null => {
  const version = catalogue.versions.get(draft?.content.productVersionId ?? "");
  return version === undefined ? null : catalogue.needOf(version, clock.now());
};

const newPurchase = (
  context: RequestContext,
  account: Account,
  made: DecidedPurchase & {
    readonly purchaseId: string;
    readonly card: PaymentMethod | null;
    readonly draft: RequestDraft | null;
    readonly at: number;
  },
): Purchase => {
  const { offer, billing, card, draft, at } = made;
  const { shop } = context;
  return {
    id: made.purchaseId,
    accountId: account.id,
    gateway: shop?.gateway.name ?? "sandbox",
    offerId: offer.id,
    programmeId: offer.programme.id,
    packSize: offer.packSize,
    amountMinor: offer.amountMinor,
    currency: offer.currency,
    exponent: exponentOf(offer.currency),
    taxKind: offer.taxKind,
    taxBasisPoints: offer.taxBasisPoints,
    taxMinor: offer.taxMinor,
    state: "CREATED",
    declineCode: null,
    providerRef: null,
    challengeUrl: null,
    paymentMethodId: card?.id ?? null,
    planId: null,
    draftId: draft?.id ?? null,
    consentVersion: PURCHASE_TERMS.version,
    consentAt: at,
    billing,
    receiptNumber: null,
    receiptAt: null,
    country: countryOf(context, account, draft),
    createdAt: at,
    updatedAt: at,
    nextCheckAt: at + ASK_AGAIN_MS,
    refundAskedAt: null,
    refundedBy: null,
    refundReason: null,
  };
};

/** The purchase as it stands once the provider has answered, or when patience ends. */
export const settleInTime = async (context: RequestContext, shop: Shop, purchase: Purchase): Promise<Purchase> => {
  const settling = settlePurchase(shop, purchase, "reply");
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), context.limits.operationMilliseconds * PATIENCE);
  });
  try {
    const settled = await Promise.race([settling, patience]);
    if (settled !== null) return settled;
    settling.catch((error: unknown) =>
      shop.log.error({ err: error, purchaseId: purchase.id }, "a purchase could not be settled"),
    );
    return (await context.db.read.of(purchaseStore).byId(purchase.id)) ?? purchase;
  } finally {
    clearTimeout(timer);
  }
};
