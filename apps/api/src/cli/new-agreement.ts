/** Makes one agreement with its term, balance and audit entry: shared by `agreement issue` and `agreement import`. */
import { agreementTerm, type CivilDate, endOfDay, type Programme, type TimeZoneName } from "@accord/domain";
import { newId, type WriteStores } from "../storage/index.js";

export interface NewAgreement {
  readonly programme: Programme;
  readonly startsOn: CivilDate;
  /** Null: by the programme's term. */
  readonly endsOn: CivilDate | null;
  readonly timeZone: TimeZoneName;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Used elsewhere before: one opening entry. */
  readonly used: number;
  /** Normalised. */
  readonly pair: { readonly accessId: string; readonly agreementId: string };
}

/** The plan's id and last day; null when the pair exists already. Throws when more was used than granted. */
export const makeAgreement = async (
  tx: WriteStores,
  { programme, startsOn, endsOn, timeZone, incidents, used, pair }: NewAgreement,
  { action, at }: { readonly action: string; readonly at: number },
): Promise<{ id: string; endsOn: CivilDate } | null> => {
  const term = agreementTerm(programme, startsOn, timeZone);
  const lastDay = endsOn ?? term.endsOn;
  const id = newId("pln", at);
  const isNew = await tx.plans.issue({
    id,
    programmeId: programme.id,
    startsOn,
    endsOn: lastDay,
    timeZone,
    startsAt: term.startsAt,
    endsAt: endOfDay(lastDay, timeZone),
    incidents,
    pair,
    purchaserId: null,
    paymentId: null,
    actorId: null,
    at,
  });
  if (!isNew) return null;
  if (used > 0) {
    const isEntered = await tx.plans.adjust({
      planId: id,
      incidents: -used,
      actorId: null,
      reason: "OPENING_BALANCE",
      at,
    });
    if (!isEntered) throw new RangeError("more incidents used than granted");
  }
  await tx.audit.append({
    actorId: null,
    action,
    objectId: id,
    details: { programmeId: programme.id, incidents, used },
    at,
  });
  return { id, endsOn: lastDay };
};
