/** Computed fields of a plan, and its ledger as a statement (R11, R65, F16, F19). */
import { dayAt, daysLeftOf, joinName, planStateAt, type SupportPlan, viewerRole } from "@accord/domain";
import { accountOf, type RequestContext } from "../../context.js";
import { idOfCursor } from "../../graphql/cursor.js";
import { fieldsOf, type TypeFields } from "../../graphql/field-map.js";
import { connectionOfPage, type PageArguments } from "../../graphql/page.js";
import type { LedgerRow, RegisteredPlan } from "../../storage/index.js";

/** An entry together with the plan it belongs to: who may read what of it depends on both. */
interface Statement extends LedgerRow {
  readonly plan: SupportPlan;
}

const readLedger = async (plan: SupportPlan, page: PageArguments, { db }: RequestContext): Promise<object> => {
  const rows = await db.read.ledger.ofPlan(plan.id, { first: page.first, after: idOfCursor(page.after) });
  const entries = rows.rows.map((row): Statement => ({ ...row, plan }));
  return connectionOfPage({ ...rows, rows: entries }, page, () => countLedger(plan.id, db));
};

const countLedger = async (planId: string, db: RequestContext["db"]): Promise<number> => {
  let count = 0;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof db.read.ledger.ofPlan>> = await db.read.ledger.ofPlan(planId, {
      first: 100,
      after,
    });
    count += page.rows.length;
    if (!page.hasNextPage) return count;
    after = page.endCursor;
  }
};

/** A line about a request belongs to who sent it and to its contacts, whoever pressed the button. */
const isOwn = async ({ actorId, requestId }: Statement, context: RequestContext): Promise<boolean> => {
  const account = accountOf(context);
  const { loaders } = context;
  if (requestId === null || actorId === account.id) return actorId === account.id;
  const [request, contacts] = await Promise.all([loaders.request.load(requestId), loaders.contacts.load(requestId)]);
  return request?.submitterId === account.id || viewerRole(account, contacts) !== null;
};

/** Who and which request: own entries always, others' only when the programme says so (F16). */
const showsUsage = async (entry: Statement, context: RequestContext): Promise<boolean> =>
  entry.plan.programme.showsOthersUsage || (await isOwn(entry, context));

const requestOf = async (entry: Statement, context: RequestContext): Promise<object | null> =>
  entry.requestId !== null && (await showsUsage(entry, context)) ? context.loaders.request.load(entry.requestId) : null;

export const planFields: readonly TypeFields[] = [
  fieldsOf<RegisteredPlan>("SupportPlan", {
    state: (plan, _args, { now }) => planStateAt(plan, now),
    daysLeft: (plan, _args, { now }) => daysLeftOf(plan, now),
    ledger: (plan: RegisteredPlan, page: PageArguments, context: RequestContext) => readLedger(plan, page, context),
  }),
  fieldsOf<Statement>("LedgerEntry", {
    on: (entry) => dayAt(entry.at, entry.plan.timeZone),
    isOwn: (entry, _args, context) => isOwn(entry, context),
    at: async (entry, _args, context) => ((await isOwn(entry, context)) ? entry.at : null),
    reason: async (entry, _args, context) => ((await isOwn(entry, context)) ? entry.reason : null),
    actorName: async (entry, _args, context) => {
      if (entry.actorId === null || !(await showsUsage(entry, context))) return null;
      const actor = await context.loaders.account.load(entry.actorId);
      return actor === null ? null : joinName(actor);
    },
    request: (entry, _args, context) => requestOf(entry, context),
    requestNumber: async (entry, _args, context) =>
      ((await requestOf(entry, context)) as { readonly number: string } | null)?.number ?? null,
  }),
];
