/** Makes one agreement with its term, balance, recipient and audit entry: for the pages and for the command line alike (F56). */
import {
  agreementTerm,
  type CivilDate,
  endOfDay,
  type IdPair,
  type PendingActivation,
  type Programme,
  pendingTerm,
  type Recipient,
  type TimeZoneName,
} from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { activationStore, managedPlanStore, planStore } from "../../agreements/module.js";

export interface NewAgreement {
  readonly programme: Programme;
  readonly startsOn: CivilDate;
  readonly timeZone: TimeZoneName;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Normalised. */
  readonly pair: IdPair;
  /** Null: nobody was named. */
  readonly recipient: Recipient | null;
  /** What it waits for; null: in force from its first day. */
  readonly pending: PendingActivation | null;
}

/** Who does it, and when. */
export interface Act {
  /** Null: the command line. */
  readonly actorId: string | null;
  readonly at: number;
}

/** The plan's id and last day; null when the pair exists already. */
export const makeAgreement = async (
  tx: WriteStores,
  { programme, startsOn: first, timeZone, incidents, pair, recipient, pending }: NewAgreement,
  { actorId, at }: Act,
): Promise<{ id: string; endsOn: CivilDate } | null> => {
  const { startsOn, startsAt, endsOn, endsAt } =
    pending === null
      ? agreementTerm(programme, first, timeZone)
      : pendingTerm(programme, pending, { startsOn: first, zone: timeZone });
  const id = newId("pln", at);
  const isNew = await tx.of(planStore).issue({
    id,
    programmeId: programme.id,
    startsOn,
    endsOn,
    timeZone,
    startsAt,
    endsAt,
    incidents,
    pair,
    purchaserId: null,
    paymentId: null,
    actorId,
    at,
  });
  if (!isNew) return null;
  if (recipient !== null) await tx.of(managedPlanStore).saveRecipient(id, recipient);
  if (pending !== null)
    await tx.of(activationStore).create({ planId: id, ...pending, redeemEndsAt: endOfDay(pending.redeemBy, timeZone) });
  const details = { programmeId: programme.id, incidents };
  await tx.of(auditStore).append({ actorId, action: "agreement.issue", objectId: id, details, at });
  return { id, endsOn };
};
