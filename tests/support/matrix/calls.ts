/** What each root field is asked with, about the target; a field that is not here is asked as tests/support/root-calls.ts says. */
import { TEXT } from "../entry-fields.js";
import { CALLS } from "../root-calls.js";
import type { Target } from "./target.js";

export interface Call {
  readonly document: (target: Target) => string;
  /** Whatever it did, the target is as good as before. */
  readonly keeps?: boolean;
}

const ERRORS = "userErrors { code }";
const ENTRY = `entry { ${TEXT} }`;
const REQUEST = `id number title description status severityAsk { reason } primaryContact { email } additionalContacts { email }
  engineer { name } entitlement { planId incidentsRemaining } attachments { id name } splitProposals { title }
  accessAsks { accountEmail } timeline(first: 25) { totalCount nodes { kind ${TEXT} isInternal actor { name } } }`;
const PLAN = `id incidentsRemaining accessIdEnding agreementIdEnding
  ledger(first: 5) { nodes { kind actorName requestNumber request { title } } }`;
const somebody = '{ givenName: "Dan", familyName: "Pop", email: "dan.pop@carpatia.example" }';
const PROBLEM = `productVersionId: "windows-server-2025" categoryId: "active-directory" problemId: "account-lockouts" title: "Of the matrix"
  description: "None." severity: MINIMAL country: "RO" timeZone: "Europe/Bucharest" primaryContact: ${somebody}`;
let counted = 0;
const newKey = (): string => {
  counted += 1;
  return `matrix-${counted}`;
};

const command = (field: string, input: (target: Target) => string, selection = `request { ${REQUEST} }`): Call => ({
  document: (target) => `mutation { ${field}(input: { ${input(target)} }) { ${selection} ${ERRORS} } }`,
});
const ofRequest = (field: string, more = "", selection?: string): Call =>
  command(field, ({ requestId }) => `requestId: "${requestId}" ${more}`, selection);
const keeping = (call: Call): Call => ({ ...call, keeps: true });
const query = (document: (target: Target) => string): Call => ({ document, keeps: true });

const ABOUT_TARGET: Readonly<Record<string, Call>> = {
  "Query.request": query(({ requestId }) => `{ request(by: { id: "${requestId}" }) { ${REQUEST} } }`),
  "Query.node": query(({ requestId }) => `{ node(id: "${requestId}") { id ... on SupportRequest { ${REQUEST} } } }`),
  "Query.nodes": query(
    ({ requestId }) => `{ nodes(ids: ["${requestId}"]) { id ... on SupportRequest { ${REQUEST} } } }`,
  ),
  "Query.myRequests": query(() => `{ myRequests(first: 100) { nodes { number title description } } }`),
  "Query.myPlans": query(() => `{ myPlans(first: 5) { nodes { ${PLAN} } } }`),
  "Query.plan": query(({ planId }) => `{ plan(id: "${planId}") { ${PLAN} } }`),
  "Query.availablePlans": query(() => `{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } }`),
  "Query.unavailablePlans": query(
    () => `{ unavailablePlans(productVersionId: "exchange-server-2016") { plan { id } } }`,
  ),
  "Query.judgedPlans": query(
    () => `{ judgedPlans(for: { productVersionId: "windows-server-2025" }) { nodes { plan { id } } } }`,
  ),
  "Query.draft": query(({ draftId }) => `{ draft(id: "${draftId}") { content { title } } }`),
  "Query.myDrafts": query(() => "{ myDrafts { content { title } } }"),
  "Query.notices": query(() => "{ notices { nodes { title kind } } }"),
  "Query.queue": query(() => "{ queue(first: 100) { nodes { id: requestId sight title description number } } }"),
  "Query.queueItem": query(({ requestId }) => `{ queueItem(id: "${requestId}") { sight title description number } }`),
  "Query.renderedReply": query(
    ({ cannedReplyId, requestId }) =>
      `{ renderedReply(replyId: "${cannedReplyId}", requestId: "${requestId}") { text } }`,
  ),
  "Query.workspace": query(
    () => "{ workspace { savedViews { name } cannedReplies { nodes { text } } teams { id: slug } } }",
  ),
  "Mutation.addAgreement": command(
    "addAgreement",
    (t) => `accessId: "${t.accessId}" agreementId: "${t.agreementId}"`,
    "plan { id }",
  ),
  "Mutation.removeAgreement": command("removeAgreement", ({ planId }) => `planId: "${planId}"`, "removedPlanId"),
  "Mutation.revealAgreement": keeping(
    command("revealAgreement", ({ planId }) => `planId: "${planId}"`, "accessId agreementId"),
  ),
  "Mutation.createRequest": keeping(
    command(
      "createRequest",
      ({ planId }) => `idempotencyKey: "${newKey()}" planId: "${planId}" ${PROBLEM}`,
      "confirmation { number }",
    ),
  ),
  "Mutation.createGeneralQuestion": keeping(
    command(
      "createGeneralQuestion",
      () => `idempotencyKey: "${newKey()}" topicId: "other" title: "Of the matrix" description: "None."`,
      "request { number }",
    ),
  ),
  "Mutation.createRequestForCustomer": keeping(
    command("createRequestForCustomer", () => PROBLEM, "request { number }"),
  ),
  "Mutation.addCommunication": keeping(ofRequest("addCommunication", 'text: "Of the matrix."')),
  "Mutation.markAsMessage": keeping(command("markAsMessage", (t) => `entryId: "${t.replyEntryId}"`, ENTRY)),
  "Mutation.updateCommunication": keeping(
    command("updateCommunication", (t) => `entryId: "${t.replyEntryId}" text: "canary of a reply"`, ENTRY),
  ),
  "Mutation.addAttachments": command(
    "addAttachments",
    (t) => `requestId: "${t.requestId}" attachmentIds: ["${t.looseFileId}"]`,
  ),
  "Mutation.createAttachmentUpload": keeping(
    ofRequest("createAttachmentUpload", 'name: "a.txt" size: 1 mediaType: "text/plain"', "attachment { name }"),
  ),
  "Mutation.removeAttachment": command(
    "removeAttachment",
    (t) => `attachmentId: "${t.attachmentId}"`,
    "removedAttachmentId",
  ),
  "Mutation.createSeverityAsk": ofRequest("createSeverityAsk", 'severity: CRITICAL reason: "r"'),
  "Mutation.closeRequest": ofRequest("closeRequest"),
  "Mutation.updateRequestRating": ofRequest("updateRequestRating", "score: 5"),
  "Mutation.reopenRequest": ofRequest("reopenRequest", 'reason: "r"'),
  "Mutation.cancelRequest": ofRequest("cancelRequest"),
  "Mutation.shareRequest": ofRequest("shareRequest", `contacts: [${somebody}]`),
  "Mutation.removeContact": command(
    "removeContact",
    (t) => `requestId: "${t.requestId}" contactId: "${t.additionalContactId}"`,
  ),
  "Mutation.createInvitation": keeping(
    command("createInvitation", (t) => `requestId: "${t.requestId}" contactId: "${t.additionalContactId}"`),
  ),
  "Mutation.decideAccessAsk": command("decideAccessAsk", (t) => `askId: "${t.askId}" isGranted: false`),
  "Mutation.createAccessAsk": keeping(command("createAccessAsk", (t) => `number: "${t.number}"`, "isAsked")),
  "Mutation.updateSubscription": keeping(ofRequest("updateSubscription", "isSubscribed: true")),
  "Mutation.markNoticesRead": keeping(command("markNoticesRead", (t) => `ids: ["${t.noticeId}"]`, "unreadNoticeCount")),
  "Mutation.deleteDraft": command("deleteDraft", (t) => `draftId: "${t.draftId}"`, "deletedDraftId"),
  "Mutation.saveDraft": keeping(
    command("saveDraft", (t) => `draftId: "${t.draftId}" revision: 0 content: { title: "Other" }`, "draft { id }"),
  ),
  "Mutation.takeRequest": ofRequest("takeRequest"),
  "Mutation.handOverRequest": command(
    "handOverRequest",
    (t) => `requestId: "${t.requestId}" toEngineerId: "${t.engineerId}" note: "n"`,
  ),
  "Mutation.updateRequestAssignment": command(
    "updateRequestAssignment",
    (t) => `requestId: "${t.requestId}" toEngineerId: "${t.engineerId}"`,
  ),
  "Mutation.updateRequestStatus": ofRequest("updateRequestStatus", "status: WAITING_FOR_CUSTOMER"),
  "Mutation.updateRequestSeverity": ofRequest("updateRequestSeverity", 'severity: MINIMAL reason: "r"'),
  "Mutation.refundIncident": ofRequest("refundIncident", "reason: DUPLICATE"),
  "Mutation.createSplitProposal": ofRequest("createSplitProposal", 'title: "Another part" description: "d"'),
  "Mutation.decideSplit": command("decideSplit", (t) => `proposalId: "${t.proposalId}" isAccepted: false`),
  "Mutation.saveView": command("saveView", (t) => `id: "${t.viewId}" name: "canary of a view"`, "view { name }"),
  "Mutation.removeView": {
    document: ({ viewId }) => `mutation { removeView(input: { viewId: "${viewId}" }) { removedViewId ${ERRORS} } }`,
  },
  "Mutation.saveCannedReply": command(
    "saveCannedReply",
    (t) => `id: "${t.cannedReplyId}" title: "T" text: "canary of a canned reply" language: EN`,
    "reply { text }",
  ),
  "Mutation.removeCannedReply": {
    document: ({ cannedReplyId }) =>
      `mutation { removeCannedReply(input: { replyId: "${cannedReplyId}" }) { removedReplyId ${ERRORS} } }`,
  },
};

/** The call of a root field (`Query.request`); null where nobody has said how it is asked. */
export const callOf = (field: string): Call | null => {
  const known = ABOUT_TARGET[field];
  if (known !== undefined) return known;
  const plain = CALLS[field.slice(field.indexOf(".") + 1)];
  return plain === undefined ? null : { document: () => plain, keeps: true };
};

/** Subscriptions, with what they are about. */
export const LISTENINGS: Readonly<Record<string, (target: Target) => string>> = {
  "Subscription.requestUpdated": (t) => `subscription { requestUpdated(requestId: "${t.requestId}") { title } }`,
  "Subscription.communicationAdded": (t) =>
    `subscription { communicationAdded(requestId: "${t.requestId}") { ${TEXT} isInternal } }`,
  "Subscription.myRequestsChanged": () => "subscription { myRequestsChanged { requestId } }",
  "Subscription.unreadNoticeCount": () => "subscription { unreadNoticeCount }",
  "Subscription.queueChanged": () => "subscription { queueChanged { requestId } }",
};
