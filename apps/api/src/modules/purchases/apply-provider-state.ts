/** The one door for the news of a charge: reply, webhook and reconciler, in any order and any number (M-5, E17, E18). */
import {
  type AuditAction,
  dayAt,
  declineCodeOf,
  type EpochMs,
  HOUR,
  isOpenPurchase,
  nextPurchaseState,
  type Purchase,
  type PurchaseStep,
  planIfBought,
  receiptNumber,
  SECOND,
  type SeenOfCharge,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { planStore } from "../agreements/module.js";
import type { CatalogueIndex } from "../catalogue/module.js";
import { chooseBoughtPlan } from "./choose-bought-plan.js";
import type { ProviderState } from "./payments/gateway.js";
import type { Shop } from "./shop.js";
import { type PurchaseChanges, purchaseStore } from "./storage/purchase.store.js";
import { takeIncidentsBack } from "./take-incidents-back.js";

/** What a provider says, or what we know without one. */
export type SeenState = ProviderState | { readonly state: "CALLED" | "NO_ANSWER" | "NEVER_CHARGED" };
export type SeenBy = "reply" | "webhook" | "reconciler";

export interface News {
  readonly purchaseId: string;
  readonly seen: SeenState;
  readonly by: SeenBy;
  /** A delivery has its effect once. */
  readonly deliveryId?: string;
}

/** How often a provider is asked about what is open. */
export const ASK_AGAIN_MS = 30 * SECOND;
/** The same for what only people can end: a question of the bank that nobody answers, an amount that is not ours. */
const ASK_RARELY_MS = 600 * SECOND;
/** A question of the bank is answered soon or never. */
const CHALLENGE_IS_FRESH_MS = HOUR;

/** The purchase afterwards; null: there is none, or the delivery had its effect before. */
export const applyProviderState = async (shop: Shop, news: News): Promise<Purchase | null> => {
  const catalogue = await shop.catalogue();
  return shop.db.transaction("apply provider state", async (tx) => {
    const at = shop.clock.now();
    if (news.deliveryId !== undefined && !(await tx.of(purchaseStore).noteDelivery(news.deliveryId, at))) return null;
    const purchase = await tx.of(purchaseStore).byIdForChange(news.purchaseId);
    if (purchase === null) return null;
    const step = nextPurchaseState(purchase, seenOf(news.seen));
    await tx
      .of(purchaseStore)
      .update(purchase.id, await changesOf(shop, tx, { purchase, step, news, at, catalogue }), at);
    if (step !== null) await record(tx, purchase, step, news, at);
    if (step?.isMismatch === true) tellMismatch(shop, purchase, news);
    return tx.of(purchaseStore).byId(purchase.id);
  });
};

const seenOf = (seen: SeenState): SeenOfCharge =>
  seen.state === "SUCCEEDED"
    ? { state: "SUCCEEDED", amountMinor: seen.amountMinor, currency: seen.currency }
    : { state: seen.state };

interface Turn {
  readonly purchase: Purchase;
  readonly step: PurchaseStep | null;
  readonly news: News;
  readonly at: EpochMs;
  readonly catalogue: CatalogueIndex;
}

const changesOf = async (shop: Shop, tx: WriteStores, turn: Turn): Promise<PurchaseChanges> => {
  const { purchase, step, news, at } = turn;
  const { seen } = news;
  const state = step?.state ?? purchase.state;
  const providerRef = "providerRef" in seen ? (seen.providerRef ?? purchase.providerRef) : purchase.providerRef;
  const next = { ...purchase, state };
  if (step?.takesBack === true) await takeIncidentsBack(tx, purchase, at);
  return {
    state,
    providerRef,
    challengeUrl: state !== "CHALLENGE" ? null : seen.state === "CHALLENGE" ? seen.url : purchase.challengeUrl,
    declineCode: state === "DECLINED" ? declineOf(seen, purchase) : null,
    nextCheckAt: nextCheckAt(next, step, at),
    ...(step?.grants === true ? await grant(shop, tx, turn) : {}),
  };
};

const declineOf = (seen: SeenState, purchase: Purchase): Purchase["declineCode"] => {
  if (seen.state === "DECLINED") return declineCodeOf(seen.declineCode);
  return seen.state === "NEVER_CHARGED" ? "processing_error" : purchase.declineCode;
};

const nextCheckAt = (purchase: Purchase, step: PurchaseStep | null, at: EpochMs): EpochMs | null => {
  if (purchase.state === "SUCCEEDED") return purchase.refundAskedAt === null ? null : at + ASK_AGAIN_MS;
  if (!isOpenPurchase(purchase)) return null;
  const isOld = purchase.state === "CHALLENGE" && at - purchase.createdAt > CHALLENGE_IS_FRESH_MS;
  return at + (isOld || step?.isMismatch === true ? ASK_RARELY_MS : ASK_AGAIN_MS);
};

/** Plan, incidents, receipt, its mail, and the plan chosen in the unfinished request: all of it, or none. */
const grant = async (
  { entitlementZone }: Shop,
  tx: WriteStores,
  { purchase, at, catalogue }: Turn,
): Promise<PurchaseChanges> => {
  const programme = catalogue.programmes.get(purchase.programmeId);
  if (programme === undefined) throw new Error(`the catalogue has no programme ${purchase.programmeId}`);
  const { startsOn, endsOn, startsAt, endsAt, timeZone } = planIfBought(programme, at, entitlementZone);
  const planId = newId("pln", at);
  await tx.of(planStore).issue({
    id: planId,
    programmeId: programme.id,
    startsOn,
    endsOn,
    startsAt,
    endsAt,
    timeZone,
    incidents: purchase.packSize,
    pair: null,
    purchaserId: purchase.accountId,
    paymentId: purchase.id,
    actorId: purchase.accountId,
    at,
  });
  await chooseBoughtPlan(tx, purchase, planId, at);
  await tx.of(outboxStore).add({
    kind: "mail.receipt",
    dedupeKey: `receipt:${purchase.id}`,
    payload: { purchaseId: purchase.id },
    at,
  });
  const year = Number(dayAt(at, entitlementZone).slice(0, 4));
  return {
    planId,
    receiptNumber: receiptNumber(year, await tx.of(purchaseStore).nextReceiptCount(year)),
    receiptAt: at,
  };
};

const ACTIONS: Readonly<Record<Purchase["state"], AuditAction>> = {
  CREATED: "purchase.create",
  CALLING: "purchase.call",
  SUCCEEDED: "purchase.pay",
  DECLINED: "purchase.decline",
  CHALLENGE: "purchase.challenge",
  UNKNOWN: "purchase.unknown",
  REFUNDED: "purchase.refund",
};

const record = async (
  tx: WriteStores,
  purchase: Purchase,
  step: PurchaseStep,
  { seen, by }: News,
  at: EpochMs,
): Promise<void> => {
  const isSeenAgain = step.isMismatch && purchase.state === "UNKNOWN";
  if (step.state === "CALLING" || isSeenAgain) return;
  const { amountMinor, currency, offerId } = purchase;
  const details = {
    offerId,
    amountMinor,
    currency,
    by,
    ...(seen.state === "DECLINED" ? { declineCode: declineCodeOf(seen.declineCode) } : {}),
  };
  const action = step.isMismatch ? "purchase.mismatch" : ACTIONS[step.state];
  const actorId = step.state === "REFUNDED" ? purchase.refundedBy : by === "reply" ? purchase.accountId : null;
  await tx.of(auditStore).append({ actorId, action, objectId: purchase.id, details, at });
};

const tellMismatch = ({ log }: Shop, purchase: Purchase, { seen, by }: News): void => {
  if (seen.state !== "SUCCEEDED") return;
  const asked = { amountMinor: purchase.amountMinor, currency: purchase.currency };
  const charged = { amountMinor: seen.amountMinor, currency: seen.currency };
  log.error(
    { purchaseId: purchase.id, asked, charged, by },
    "another amount or currency was charged than was asked for: nothing is granted",
  );
};
