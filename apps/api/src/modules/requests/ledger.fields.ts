/** Who reads what of a line of a plan's statement: it depends on the request the line is about (F16, F19). */
import { dayAt, type EpochMs, joinName, type LineSight, sightOfLine, startOfDay, viewerRole } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import type { StatementLine } from "../agreements/module.js";
import { accountLoader } from "../identity/module.js";
import { contactLoader, requestLoader } from "./loaders.js";
import type { RequestDetail } from "./storage/request.store.js";

/** The viewer sent the request, or is a contact of it. */
const isOfRequest = async (requestId: string, context: RequestContext): Promise<boolean> => {
  const account = accountOf(context);
  const { loaders } = context;
  const [request, contacts] = await Promise.all([
    loaders.of(requestLoader).load(requestId),
    loaders.of(contactLoader).load(requestId),
  ]);
  return request?.submitterId === account.id || viewerRole(account, contacts) !== null;
};

const sightOf = async (entry: StatementLine, context: RequestContext): Promise<LineSight> =>
  sightOfLine(entry, {
    isOfRequest: entry.requestId !== null && (await isOfRequest(entry.requestId, context)),
    showsOthersUsage: entry.plan.programme.showsOthersUsage,
  });

const requestOf = async (entry: StatementLine, context: RequestContext): Promise<RequestDetail | null> =>
  entry.requestId !== null && (await sightOf(entry, context)).showsUsage
    ? context.loaders.of(requestLoader).load(entry.requestId)
    : null;

/** Of others' use no more than the day is told (F19). */
const instantOf = async (entry: StatementLine, context: RequestContext): Promise<EpochMs> =>
  (await sightOf(entry, context)).isOwn
    ? entry.at
    : startOfDay(dayAt(entry.at, entry.plan.timeZone), entry.plan.timeZone);

export const ledgerFields: TypeFields = fieldsOf<StatementLine>("LedgerEntry", {
  createdAt: (entry, _args, context) => instantOf(entry, context),
  updatedAt: (entry, _args, context) => instantOf(entry, context),
  on: (entry) => dayAt(entry.at, entry.plan.timeZone),
  isOwn: async (entry, _args, context) => (await sightOf(entry, context)).isOwn,
  reason: async (entry, _args, context) => ((await sightOf(entry, context)).isOwn ? entry.reason : null),
  actorName: async (entry, _args, context) => {
    if (entry.actorId === null || !(await sightOf(entry, context)).showsUsage) return null;
    const actor = await context.loaders.of(accountLoader).load(entry.actorId);
    return actor === null ? null : joinName(actor);
  },
  request: (entry, _args, context) => requestOf(entry, context),
  requestNumber: async (entry, _args, context) => (await requestOf(entry, context))?.number ?? null,
});
