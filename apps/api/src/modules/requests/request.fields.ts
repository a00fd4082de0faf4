/** Computed fields of a support request: whose turn, people, plan facts, timeline (R90, R93-R98). */
import {
  type Account,
  isOwnContact,
  isOwnerEngineer,
  mayAddContact,
  type ProductVersion,
  type RequestContact,
  removableContactIds,
  turnOf,
  viewerRole,
} from "@accord/domain";
import { instantOfId } from "../../kernel/db/ids.js";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { connectionOfPage, type PageArguments, pageRequestOf, type RowConnection } from "../../kernel/graphql/page.js";
import { referenceReaders } from "../references/module.js";
import type { StoredConfirmation } from "./confirmation.js";
import { contactChangeLoader, contactLoader, requestLoader } from "./loaders.js";
import type { RequestSource, TimelineRow } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";
import type { SupportRequestType } from "./types/support-request.type.js";

const versionOf = ({ productVersionId }: RequestSource, { catalogue }: RequestContext): ProductVersion => {
  const version = catalogue.subjectOf(productVersionId);
  if (version === undefined) throw new Error(`the catalogue has no version ${productVersionId}`);
  return version;
};

const withContacts = <Answer>(
  request: RequestSource,
  context: RequestContext,
  read: (contacts: readonly RequestContact[], account: Account) => Answer,
): Promise<Answer> =>
  context.loaders
    .of(contactLoader)
    .load(request.id)
    .then((contacts) => read(contacts, accountOf(context)));

const primaryOf = (contacts: readonly RequestContact[]): RequestContact => {
  const primary = contacts.find(({ role }) => role === "PRIMARY");
  if (primary === undefined) throw new Error("a request is without a primary contact");
  return primary;
};

/** What is internal is the owner engineer's to see: nobody else is given its row, its count or a cursor on it (F42). */
const readTimeline = async (
  request: RequestSource,
  page: PageArguments,
  context: RequestContext,
): Promise<RowConnection<TimelineRow>> => {
  const requests = context.db.read.of(requestStore);
  const options = { includeInternal: isOwnerEngineer(accountOf(context), request) };
  const rows = await requests.timeline(request.id, pageRequestOf(page), options);
  for (const row of rows.rows) authorise(context, row);
  return connectionOfPage(rows, page, () => requests.countTimeline(request.id, options));
};

export const requestFields: readonly TypeFields[] = [
  fieldsOf<RequestSource, SupportRequestType>("SupportRequest", {
    ...referenceReaders,
    // Rows of a list come without their description.
    description: (request, _args, { loaders }) =>
      request.description ??
      loaders
        .of(requestLoader)
        .load(request.id)
        .then((detail) => detail?.description ?? ""),
    turn: (request) => turnOf(request),
    productVersion: (request, _args, context) => versionOf(request, context),
    generalTopic: ({ productVersionId }, _args, { catalogue }) => catalogue.questionOf(productVersionId),
    category: (request, _args, context) =>
      context.catalogue.categoryOf(versionOf(request, context), request.categoryId),
    problem: (request, _args, context) =>
      context.catalogue.problemOf(versionOf(request, context), request.categoryId, request.problemId),
    engineer: ({ engineerName }) => (engineerName === null ? null : { name: engineerName }),
    programme: ({ programmeId }, _args, { catalogue }) =>
      programmeId === null ? null : (catalogue.programmes.get(programmeId) ?? null),
    // Rows of a list bring theirs along.
    primaryContact: (request, _args, context) => request.primaryContact ?? withContacts(request, context, primaryOf),
    additionalContacts: (request, _args, context) =>
      withContacts(request, context, (contacts) => contacts.filter((contact) => contact.role === "ADDITIONAL")),
    viewerRole: (request, _args, context) =>
      request.viewerRole ?? withContacts(request, context, (contacts, account) => viewerRole(account, contacts)),
    viewerCanAddContacts: (request, _args, context) =>
      withContacts(request, context, (contacts, account) => mayAddContact(account, request, contacts)),
    viewerCanRemoveContactIds: (request, _args, context) =>
      withContacts(request, context, (contacts, account) => removableContactIds(account, request, contacts)),
    timeline: (request: RequestSource, page: PageArguments, context: RequestContext) =>
      readTimeline(request, page, context),
  }),
  fieldsOf<StoredConfirmation>("RequestConfirmation", {
    // Read only where it is asked for. Passes the request's own gate: null for a submitter who is no contact (R88).
    request: ({ requestId }, _args, { loaders }) => loaders.of(requestLoader).load(requestId),
  }),
  fieldsOf<RequestContact>("Contact", {
    createdAt: ({ id }) => instantOfId(id),
    updatedAt: async ({ id }, _args, { loaders }) =>
      (await loaders.of(contactChangeLoader).load(id))?.changedAt ?? instantOfId(id),
    isViewer: (contact, _args, context) => isOwnContact(accountOf(context), contact),
    isBound: (contact) => contact.accountId !== null,
  }),
];
