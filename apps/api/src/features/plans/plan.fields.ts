/** Computed fields of a plan, and its ledger as a statement (R11, R65, F16, F19). */
import {
  dayAt,
  daysLeftOf,
  joinName,
  type LineSight,
  planStateAt,
  type SupportPlan,
  sightOfLine,
  viewerRole,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../context.js";
import { idOfCursor } from "../../graphql/cursor.js";
import { fieldsOf, type TypeFields } from "../../graphql/field-map.js";
import { connectionOfPage, type PageArguments } from "../../graphql/page.js";
import { type LedgerRow, ledgerStore } from "../../storage/stores/ledger.store.js";
import type { RegisteredPlan } from "../../storage/stores/plan-row.js";
import { requestLoader } from "../requests/loaders.js";
import { contactLoader } from "../requests/loaders.js";
import { accountLoader } from "../account/loaders.js";

/** An entry together with the plan it belongs to: who may read what of it depends on both. */
interface Statement extends LedgerRow {
  readonly plan: SupportPlan;
}

const readLedger = async (plan: SupportPlan, page: PageArguments, { db }: RequestContext): Promise<object> => {
  const rows = await db.read.of(ledgerStore).ofPlan(plan.id, { first: page.first, after: idOfCursor(page.after) });
  const entries = rows.rows.map((row): Statement => ({ ...row, plan }));
  return connectionOfPage({ ...rows, rows: entries }, page, () => db.read.of(ledgerStore).count(plan.id));
};

/** The viewer sent the request, or is a contact of it. */
const isOfRequest = async (requestId: string, context: RequestContext): Promise<boolean> => {
  const account = accountOf(context);
  const { loaders } = context;
  const [request, contacts] = await Promise.all([loaders.of(requestLoader).load(requestId), loaders.of(contactLoader).load(requestId)]);
  return request?.submitterId === account.id || viewerRole(account, contacts) !== null;
};

const sightOf = async (entry: Statement, context: RequestContext): Promise<LineSight> =>
  sightOfLine(entry, {
    isOfRequest: entry.requestId !== null && (await isOfRequest(entry.requestId, context)),
    showsOthersUsage: entry.plan.programme.showsOthersUsage,
  });

const requestOf = async (entry: Statement, context: RequestContext): Promise<object | null> =>
  entry.requestId !== null && (await sightOf(entry, context)).showsUsage
    ? context.loaders.of(requestLoader).load(entry.requestId)
    : null;

export const planFields: readonly TypeFields[] = [
  fieldsOf<RegisteredPlan>("SupportPlan", {
    state: (plan, _args, { now }) => planStateAt(plan, now),
    daysLeft: (plan, _args, { now }) => daysLeftOf(plan, now),
    ledger: (plan: RegisteredPlan, page: PageArguments, context: RequestContext) => readLedger(plan, page, context),
  }),
  fieldsOf<Statement>("LedgerEntry", {
    on: (entry) => dayAt(entry.at, entry.plan.timeZone),
    isOwn: async (entry, _args, context) => (await sightOf(entry, context)).isOwn,
    at: async (entry, _args, context) => ((await sightOf(entry, context)).isOwn ? entry.at : null),
    reason: async (entry, _args, context) => ((await sightOf(entry, context)).isOwn ? entry.reason : null),
    actorName: async (entry, _args, context) => {
      if (entry.actorId === null || !(await sightOf(entry, context)).showsUsage) return null;
      const actor = await context.loaders.of(accountLoader).load(entry.actorId);
      return actor === null ? null : joinName(actor);
    },
    request: (entry, _args, context) => requestOf(entry, context),
    requestNumber: async (entry, _args, context) =>
      ((await requestOf(entry, context)) as { readonly number: string } | null)?.number ?? null,
  }),
];
