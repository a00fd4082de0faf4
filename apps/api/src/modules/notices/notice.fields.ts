/** Computed fields of notices, preferences, subscription and mail trouble (F71, F72, P12, E24). */
import { canSee, defaultMailOn, isStaff, isSubscribed, type Notice } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import type { ViewerType } from "../identity/graphql.js";
import type { MailTroubleType } from "../requests/graphql.js";
import { contactLoader, mailTroubleStore, type RequestSource, requestLoader } from "../requests/module.js";
import { noticeStore } from "./storage/notice.store.js";

/** Once a contact is removed, nothing more is told of the request than that there was a notice. */
const toldOf = async (
  { requestId }: Notice,
  context: RequestContext,
): Promise<{ readonly number: string | null; readonly title: string | null }> => {
  const account = accountOf(context);
  const [request, contacts] = await Promise.all([
    context.loaders.of(requestLoader).load(requestId),
    context.loaders.of(contactLoader).load(requestId),
  ]);
  if (request !== null && canSee(account, request, contacts)) return request;
  // Support knows its requests by number; what is written in them only who works on them.
  return { number: request !== null && isStaff(account) ? request.number : null, title: null };
};

const isFollowed = async (request: Pick<RequestSource, "id">, context: RequestContext): Promise<boolean> => {
  const { id } = accountOf(context);
  const [contacts, chosen] = await Promise.all([
    context.loaders.of(contactLoader).load(request.id),
    context.db.read.of(noticeStore).subscriptions(request.id),
  ]);
  return isSubscribed(accountOf(context), contacts, chosen.get(id) ?? null);
};

const troublesOf = async ({ id }: Pick<RequestSource, "id">, context: RequestContext): Promise<MailTroubleType[]> => {
  const [contacts, troubles] = await Promise.all([
    context.loaders.of(contactLoader).load(id),
    context.db.read.of(mailTroubleStore).ofRequests([id]),
  ]);
  return troubles.flatMap((trouble) => {
    const contact = contacts.find((one) => one.id === trouble.contactId);
    return contact === undefined ? [] : [{ ...trouble, contact }];
  });
};

export const noticeFields: readonly TypeFields[] = [
  fieldsOf<Notice>("Notice", {
    createdAt: ({ at }) => at,
    updatedAt: ({ at, readAt }) => readAt ?? at,
    request: ({ requestId }, _args, { loaders }) => loaders.of(requestLoader).load(requestId),
    number: (notice, _args, context) => toldOf(notice, context).then(({ number }) => number),
    title: (notice, _args, context) => toldOf(notice, context).then(({ title }) => title),
  }),
  fieldsOf<RequestSource>("SupportRequest", {
    isSubscribed: (request, _args, context) => isFollowed(request, context),
    mailTrouble: (request, _args, context) => troublesOf(request, context),
  }),
  fieldsOf<ViewerType>("Viewer", {
    noticePreferences: async ({ account }, _args, { db }) => {
      const chosen = await db.read.of(noticeStore).mailOn([account.id]);
      return { mailOn: chosen.get(account.id) ?? defaultMailOn(account) };
    },
  }),
];
