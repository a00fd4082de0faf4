/** Computed fields of the conversation and the life of a request (R90, R91, F42, F48, F49, F51). */
import {
  actionsFor,
  actorKindOf,
  canEdit,
  closesAt,
  joinName,
  mayMarkAsMessage,
  type RequestActions,
  type RequestLife,
  type SeverityAsk,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { accountLoader } from "../../identity/module.js";
import { contactLoader, requestLoader } from "../loaders.js";
import type { RequestSource, TimelineRow } from "../storage/request.store.js";
import type { Actor } from "../types/actor.type.js";
import type { SeverityAskType } from "../types/request-life.type.js";
import type { SupportRequestType } from "../types/support-request.type.js";

const withLife = async <Answer>(
  request: RequestSource,
  context: RequestContext,
  read: (life: RequestLife & RequestSource) => Answer | Promise<Answer>,
): Promise<Answer | null> => {
  const detail =
    request.waitingSince === undefined ? await context.loaders.of(requestLoader).load(request.id) : request;
  return detail === null ? null : read(detail as RequestLife & RequestSource);
};

const viewerCan = async (request: RequestSource, context: RequestContext): Promise<RequestActions> => {
  const contacts = await context.loaders.of(contactLoader).load(request.id);
  return actionsFor(accountOf(context), request, contacts, context.now);
};

const askOf = async (ask: SeverityAsk | null, { loaders }: RequestContext): Promise<SeverityAskType | null> => {
  if (ask === null) return null;
  const actor = ask.actorId === null ? null : await loaders.of(accountLoader).load(ask.actorId);
  return { ...ask, actorName: actor === null ? null : joinName(actor) };
};

const canMark = async (entry: TimelineRow, context: RequestContext): Promise<boolean> => {
  if (entry.kind !== "AUTO_REPLY") return false;
  const { loaders } = context;
  const [request, contacts] = await Promise.all([
    loaders.of(requestLoader).load(entry.requestId),
    loaders.of(contactLoader).load(entry.requestId),
  ]);
  return request !== null && mayMarkAsMessage(accountOf(context), request, contacts, entry);
};

/** A mail without an account is named by its contact; of what the portal did nobody is. */
const actorOf = (entry: TimelineRow, context: RequestContext): Actor => {
  const kind = actorKindOf(entry);
  const sender = kind === "SYSTEM" ? null : (entry.params?.name ?? null);
  return { kind, name: entry.actorName ?? sender, isViewer: entry.actorId === accountOf(context).id };
};

const nameIn = ({ params }: TimelineRow): string | null => params?.name || null;

/** Entries about a person tell the name as their text since the first version. */
const contactNameOf = (entry: TimelineRow): string | null => nameIn(entry) ?? entry.text;

/** What the kinds call the name or the number that they are about, and the words that came along. */
const NAMED = ["engineerName", "fileName", "email", "title", "requestNumber", "senderName"] as const;
const SAID = ["reason", "note", "comment", "description"] as const;

export const conversationFields: readonly TypeFields[] = [
  fieldsOf<RequestSource, SupportRequestType>("SupportRequest", {
    viewerCan: (request, _args, context) => viewerCan(request, context),
    closesAt: (request, _args, context) => withLife(request, context, closesAt),
    closingNoticeAt: (request, _args, context) => withLife(request, context, (life) => life.closingNoticeAt),
    severityAsk: (request, _args, context) => withLife(request, context, (life) => askOf(life.severityAsk, context)),
    rating: (request, _args, context) => withLife(request, context, (life) => life.rating),
  }),
  fieldsOf<TimelineRow>("TimelineEntry", {
    createdAt: ({ at }) => at,
    updatedAt: ({ at, editedAt }) => editedAt ?? at,
    actor: (entry, _args, context) => actorOf(entry, context),
    canEdit: (entry, _args, context) => canEdit(accountOf(context), entry, context.now),
    canMarkAsMessage: (entry, _args, context) => canMark(entry, context),
    severity: ({ params }) => params?.severity ?? null,
    closedReason: ({ params }) => params?.reason || null,
    score: ({ params }) => params?.score ?? null,
    recipientName: ({ params }) => params?.to ?? null,
    contactName: (entry) => contactNameOf(entry),
    ...Object.fromEntries(NAMED.map((field) => [field, nameIn])),
    ...Object.fromEntries(SAID.map((field) => [field, ({ text }: TimelineRow) => text])),
  }),
];
