/** Who may see an object, judged on the object wherever it comes from: an entry query, a nested field, node, a payload. */
import {
  type Account,
  canSee,
  isOwnerEngineer,
  mayStaff,
  type Notice,
  type PaymentMethod,
  type Purchase,
  type RequestContact,
  type RequestDraft,
  type SupportPlan,
  type SupportRequest,
  seesAttachment,
  teamsOf,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../kernel/graphql/context.js";
import type { AttachmentDetail } from "../modules/files/storage/attachment.store.js";
import { planStore } from "../modules/agreements/storage/plan.store.js";
import type { TimelineRow } from "../modules/requests/storage/request.store.js";
import type { ObjectGate } from "../kernel/graphql/root-policy.js";
import { contactLoader } from "../modules/requests/loaders.js";
import { requestLoader } from "../modules/requests/loaders.js";

const seesRequest = (request: SupportRequest, context: RequestContext): Promise<boolean> =>
  context.loaders.of(contactLoader)
    .load(request.id)
    .then((contacts: readonly RequestContact[]) => canSee(accountOf(context), request, contacts));

/** Whoever sees its request; what is internal, the engineer who owns it alone (F42). */
const seesEntry = async (entry: TimelineRow, context: RequestContext): Promise<boolean> => {
  const request = await context.loaders.of(requestLoader).load(entry.requestId);
  if (request === null || !(await seesRequest(request, context))) return false;
  return !entry.isInternal || isOwnerEngineer(accountOf(context), request);
};

const seesPlan = (plan: SupportPlan, context: RequestContext): Promise<boolean> =>
  context.db.read.of(planStore).isRegistered(plan.id, accountOf(context).id);

const seesDraft = (draft: RequestDraft, context: RequestContext): boolean => draft.accountId === accountOf(context).id;

const seesNotice = (notice: Notice, context: RequestContext): boolean => notice.accountId === accountOf(context).id;

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

/** Its buyer, and whoever may give it back. */
const seesPurchase = (purchase: Purchase, context: RequestContext): boolean =>
  purchase.accountId === accountOf(context).id || mayStaff(accountOf(context).roles, "REFUND_PURCHASES");

const seesCard = (card: PaymentMethod, context: RequestContext): boolean => card.accountId === accountOf(context).id;

const seesAccount = (account: Account, context: RequestContext): boolean => account.id === accountOf(context).id;

/** Types whose objects belong to somebody. Every field that leads to one of them is gated when the schema is built. */
export const OBJECT_GATES: Readonly<Record<string, ObjectGate>> = {
  Account: { scopes: [], maySee: seesAccount },
  SupportPlan: {
    scopes: ["agreements:read", "agreements:write", "requests:write", "purchases:write"],
    maySee: seesPlan,
  },
  SupportRequest: { scopes: ["requests:read", "requests:write"], maySee: seesRequest },
  TimelineEntry: { scopes: ["requests:read", "requests:write"], maySee: seesEntry },
  Attachment: { scopes: ["requests:read", "requests:write"], maySee: seesFile },
  PaymentMethod: { scopes: ["purchases:write"], maySee: seesCard },
  Purchase: { scopes: ["purchases:write"], maySee: seesPurchase },
  Notice: { scopes: ["requests:read", "requests:write"], maySee: seesNotice },
  RequestDraft: { scopes: ["requests:read", "requests:write"], maySee: seesDraft },
};
