/** W1 by hand: the plans of an account, judged by the product's own rule, in one statement. */
import { type Judgement, judgeEntitlement, type Need, planStateAt, type SupportPlan } from "@accord/domain";
import type { MemoryCatalogue } from "./catalogue.js";
import { sentenceOf } from "./sentences.js";
import type { Row, Sqlite } from "./sqlite.js";

const DAY = 86_400_000;
const LIFECYCLE_ZONE = "America/Los_Angeles";

export const PLANS_OF_ACCOUNT = `SELECT p.id, p.programme_id, p.starts_on, p.ends_on, p.time_zone, p.starts_at, p.ends_at, p.revoked_at, p.granted, p.remaining
  FROM registration r JOIN plan p ON p.id = r.plan_id WHERE r.account_id = ? ORDER BY p.ends_at, p.id`;

export interface PlanReply {
  readonly id: string;
  readonly state: string;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly incidentsTotal: number | null;
  readonly incidentsRemaining: number | null;
  readonly programme: { readonly id: string; readonly name: string };
}
export interface PlansReply {
  readonly availablePlans: readonly { readonly plan: PlanReply }[];
  readonly unavailablePlans: readonly {
    readonly plan: PlanReply;
    readonly reasons: readonly {
      readonly code: string;
      readonly number: number;
      readonly message: string;
      readonly phase: string | null;
    }[];
  }[];
}

/** `SupportPlan` of a row with the columns of the statement above. */
export const planOf = (catalogue: MemoryCatalogue, row: Row): SupportPlan => {
  const programme = catalogue.programmes.get(String(row.programme_id));
  if (programme === undefined) throw new Error(`no programme ${row.programme_id}`);
  const number = (value: string | number | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value);
  return {
    id: String(row.id),
    programme,
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
    timeZone: String(row.time_zone),
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    revokedAt: number(row.revoked_at),
    incidentsTotal: number(row.granted),
    incidentsRemaining: number(row.remaining),
  };
};

export const needOf = (catalogue: MemoryCatalogue, versionId: string, at: number): Need => {
  const version = catalogue.versions.get(versionId);
  const product = catalogue.products.get(version?.productId ?? "");
  if (version === undefined || product === undefined) throw new Error(`no version ${versionId}`);
  return { product, version, at, lifecycleZone: LIFECYCLE_ZONE };
};

export const plansOf = async (
  db: Sqlite,
  catalogue: MemoryCatalogue,
  accountId: string,
  versionId: string,
): Promise<PlansReply> => {
  const now = Date.now();
  const rows = await db.all(PLANS_OF_ACCOUNT, accountId);
  const need = needOf(catalogue, versionId, now);
  return replyOf(
    rows.map((row) => judgeEntitlement(planOf(catalogue, row), need)),
    now,
  );
};

/** What a customer is told of judged plans. */
export const replyOf = (judged: readonly Judgement[], now: number): PlansReply => ({
  availablePlans: judged
    .filter((one) => one.unavailableBecause.length === 0)
    .map(({ plan }) => ({ plan: planReply(plan, now) })),
  unavailablePlans: judged
    .filter((one) => one.unavailableBecause.length > 0)
    .map(({ plan, unavailableBecause }) => ({
      plan: planReply(plan, now),
      reasons: unavailableBecause.map((reason) => ({
        code: reason.code,
        number: reason.number,
        message: sentenceOf(reason),
        phase: reason.phase,
      })),
    })),
});

const planReply = (plan: SupportPlan, now: number): PlanReply => ({
  id: plan.id,
  state: planStateAt(plan, now),
  endsOn: plan.endsOn,
  daysLeft: Math.max(0, Math.ceil((plan.endsAt - now) / DAY) - 1),
  incidentsTotal: plan.incidentsTotal,
  incidentsRemaining: plan.incidentsRemaining,
  programme: { id: plan.programme.id, name: plan.programme.name },
});
