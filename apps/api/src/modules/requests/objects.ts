/** Who sees a request, what was written in it, its files and a draft, and how they are found by their ids. */
import {
  canSee,
  isOwnerEngineer,
  type RequestContact,
  type RequestDraft,
  type SplitProposal,
  type SupportRequest,
  seesAttachment,
  teamsOf,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";
import { ledgerStore, planStore, type StatementLine } from "../agreements/module.js";
import { draftStore } from "../drafts/module.js";
import { type AttachmentDetail, attachmentStore } from "../files/module.js";
import { contactLoader, requestLoader, timelineEntryLoader } from "./loaders.js";
import { mailTroubleStore } from "./storage/mail-trouble.store.js";
import type { TimelineRow } from "./storage/request.store.js";
import { splitStore } from "./storage/split.store.js";
import { typeOfEntry } from "./types/type-of-entry.js";

const seesRequest = (request: SupportRequest, context: RequestContext): Promise<boolean> =>
  context.loaders
    .of(contactLoader)
    .load(request.id)
    .then((contacts) => canSee(accountOf(context), request, contacts));

/** Whoever sees its request; what is internal, the engineer who owns it alone (F42). */
const seesEntry = async (entry: TimelineRow, context: RequestContext): Promise<boolean> => {
  const request = await context.loaders.of(requestLoader).load(entry.requestId);
  if (request === null || !(await seesRequest(request, context))) return false;
  return !entry.isInternal || isOwnerEngineer(accountOf(context), request);
};

/** With what it was sent with; before that its sender alone. */
const seesFile = async (file: AttachmentDetail, context: RequestContext): Promise<boolean> => {
  const account = accountOf(context);
  if (file.requestId === null) return seesAttachment(account, file, null);
  const [request, contacts] = await Promise.all([
    context.loaders.of(requestLoader).load(file.requestId),
    context.loaders.of(contactLoader).load(file.requestId),
  ]);
  if (request === null) return false;
  const teamIds = teamsOf(context.teams, account.id).map((team) => team.id);
  return seesAttachment(account, file, { request, contacts, entry: file.entry, teamIds });
};

const seesDraft = (draft: RequestDraft, context: RequestContext): boolean => draft.accountId === accountOf(context).id;

/** A request that whoever asks may see, or null. */
const seenRequest = async (context: RequestContext, requestId: string | null): Promise<SupportRequest | null> => {
  const request = requestId === null ? null : await context.loaders.of(requestLoader).load(requestId);
  return request !== null && (await seesRequest(request, context)) ? request : null;
};

const findContact = async (context: RequestContext, id: string): Promise<RequestContact | null> => {
  const request = await seenRequest(context, await context.db.read.of(mailTroubleStore).requestOf(id));
  const contacts = request === null ? [] : await context.loaders.of(contactLoader).load(request.id);
  return contacts.find((contact) => contact.id === id) ?? null;
};

const findProposal = async (context: RequestContext, id: string): Promise<SplitProposal | null> => {
  const proposal = await context.db.read.of(splitStore).byId(id);
  return proposal !== null && (await seenRequest(context, proposal.requestId)) !== null ? proposal : null;
};

/** Whoever has registered the plan reads its statement. */
const findLine = async (context: RequestContext, id: string): Promise<StatementLine | null> => {
  const line = await context.db.read.of(ledgerStore).byId(id);
  const plan = line && (await context.db.read.of(planStore).byIdForAccount(line.planId, accountOf(context).id));
  return line !== null && plan !== null ? { ...line, plan } : null;
};

export const requestsObjects = {
  objectPolicies: {
    SupportRequest: { scopes: ["requests:read", "requests:write"], maySee: seesRequest },
    TimelineEntry: { scopes: ["requests:read", "requests:write"], maySee: seesEntry },
    Attachment: { scopes: ["requests:read", "requests:write"], maySee: seesFile },
    RequestDraft: { scopes: ["requests:read", "requests:write"], maySee: seesDraft },
  },
  nodes: {
    req: { type: "SupportRequest", find: (context, id) => context.loaders.of(requestLoader).load(id) },
    drf: { type: "RequestDraft", find: (context, id) => context.db.read.of(draftStore).byId(id) },
    evt: {
      type: "TimelineEntry",
      typeOf: typeOfEntry,
      find: (context, id) => context.loaders.of(timelineEntryLoader).load(id),
    },
    con: { type: "Contact", policy: withScope("requests:read"), find: findContact },
    spl: { type: "SplitProposal", policy: withScope("requests:read"), find: findProposal },
    led: { type: "LedgerEntry", policy: withScope("agreements:read"), find: findLine },
    att: { type: "Attachment", find: (context, id) => context.db.read.of(attachmentStore).byId(id) },
  },
} satisfies PolicyPart;
