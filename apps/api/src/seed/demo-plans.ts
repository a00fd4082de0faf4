/** Agreements and purchased packs of the demo world, their holders, and one opening entry for what was used without a request. */
import { type EpochMs, endOfDay, normaliseIdPair, startOfDay, type TimeZoneName } from "@accord/domain";
import { newId, type WriteStores } from "../kernel/db/index.js";
import { planStore } from "../modules/agreements/module.js";
import type { DemoAgreement, DemoWorld, referenceCatalogue } from "../modules/packs/module.js";
import type { DemoAccounts } from "./demo-accounts.js";
import type { DemoDates } from "./demo-dates.js";
import { seedPurchase } from "./demo-purchases.js";

/** Plan ids by the agreement's key in the data. */
export type DemoPlans = ReadonlyMap<string, string>;

export interface DemoSetting {
  readonly world: DemoWorld;
  readonly dates: DemoDates;
  readonly accounts: DemoAccounts;
  readonly zone: TimeZoneName;
  readonly catalogue: ReturnType<typeof referenceCatalogue>;
}

export const seedPlans = async (tx: WriteStores, setting: DemoSetting): Promise<DemoPlans> => {
  const plans = new Map<string, string>();
  for (const agreement of setting.world.agreements) plans.set(agreement.id, await seedPlan(tx, agreement, setting));
  return plans;
};

const seedPlan = async (
  tx: WriteStores,
  agreement: DemoAgreement,
  { world, dates, accounts, zone, catalogue }: DemoSetting,
): Promise<string> => {
  const startsOn = dates.day(agreement.start);
  const endsOn = dates.day(agreement.end);
  const at = startOfDay(startsOn, zone);
  const id = newId("pln", at);
  const holders = agreement.registeredBy.map((key) => accountOf(accounts, key));
  const pair = pairOf(agreement);
  const purchaserId = pair === null ? (holders[0] ?? null) : null;
  const paymentId = purchaserId === null ? null : newId("pur", at);
  const isNew = await tx.of(planStore).issue({
    id,
    programmeId: agreement.programme,
    startsOn,
    endsOn,
    timeZone: zone,
    startsAt: at,
    endsAt: endOfDay(endsOn, zone),
    incidents: agreement.unitsTotal,
    pair,
    purchaserId,
    paymentId,
    actorId: null,
    at,
  });
  if (!isNew) throw new Error(`the ID pair of ${agreement.id} is taken`);
  if (purchaserId !== null && paymentId !== null) {
    const { programme: programmeId } = agreement;
    const bought = { id: paymentId, planId: id, programmeId, accountId: purchaserId, boughtOn: startsOn, at };
    await seedPurchase(tx, catalogue, bought);
  }
  for (const holder of holders) await tx.of(planStore).register(id, holder, at);
  await enterEarlierUse(tx, id, agreement.unitsUsed - usedByRequests(world, agreement.id), at);
  return id;
};

const enterEarlierUse = async (tx: WriteStores, planId: string, used: number, at: EpochMs): Promise<void> => {
  if (used === 0) return;
  const isEntered = await tx
    .of(planStore)
    .adjust({ planId, incidents: -used, actorId: null, reason: "OPENING_BALANCE", at });
  if (!isEntered) throw new Error(`${planId} cannot open with ${used} incidents used`);
};

/** Incidents the requests of the data hold; one given back counts for nothing. */
const usedByRequests = (world: DemoWorld, agreementId: string): number =>
  world.requests.filter(
    (request) => request.agreement === agreementId && request.state !== "cancelled" && request.state !== "draft",
  ).length;

const pairOf = ({ id, accessId, agreementId }: DemoAgreement): { accessId: string; agreementId: string } | null => {
  if (accessId === null || agreementId === null) return null;
  const pair = normaliseIdPair(accessId, agreementId);
  if (pair === null) throw new Error(`${id} has no usable ID pair`);
  return pair;
};

/** Id of the account with this key in the data. */
export const accountOf = (accounts: DemoAccounts, key: string): string => {
  const account = accounts.get(key);
  if (account === undefined) throw new Error(`no account ${key}`);
  return account.id;
};
