/** What each argument that takes an id is for: an argument without a row fails the suite. */
import type { IdArgument } from "./id-arguments.js";

/** Prefixes of ids that belong to somebody. */
export const OWNED = ["acc", "ask", "con", "drf", "evt", "led", "ntc", "pln", "req"] as const;
export type Owned = (typeof OWNED)[number];

/** What an id argument is for; decides what a hostile id may be answered with. */
export type Purpose =
  /** Leads to a row of somebody: unknown, foreign and hostile ids are refused. */
  | "row"
  /** A slug of the public catalogue: unknown ones are refused. */
  | "catalogue"
  /** Narrows a list: an unknown one leaves it empty. */
  | "filter"
  /** The client's own word for its command. */
  | "key"
  /** Kept as it was typed and judged later; or a hint that may be out of date. */
  | "typed";

export const PURPOSES: Readonly<Record<IdArgument, Purpose>> = {
  "Query.article(id)": "catalogue",
  "Query.availablePlans(productVersionId)": "catalogue",
  "Query.draft(id)": "row",
  "Query.myRequests(filter.productId)": "filter",
  "Query.node(id)": "row",
  "Query.plan(id)": "row",
  "Query.portalRoute(productId)": "catalogue",
  "Query.product(id)": "catalogue",
  "Query.productVersion(id)": "catalogue",
  "Query.productVersions(productId)": "filter",
  "Query.request(id)": "row",
  "Query.unavailablePlans(productVersionId)": "catalogue",
  "Mutation.addAgreement(input.idempotencyKey)": "key",
  "Mutation.addCommunication(input.idempotencyKey)": "key",
  "Mutation.addCommunication(input.requestId)": "row",
  "Mutation.askSeverityChange(input.idempotencyKey)": "key",
  "Mutation.askSeverityChange(input.requestId)": "row",
  "Mutation.closeRequest(input.idempotencyKey)": "key",
  "Mutation.closeRequest(input.requestId)": "row",
  "Mutation.createInvitation(input.contactId)": "row",
  "Mutation.createInvitation(input.requestId)": "row",
  "Mutation.createRequest(input.categoryId)": "catalogue",
  "Mutation.createRequest(input.draftId)": "typed",
  "Mutation.createRequest(input.idempotencyKey)": "key",
  "Mutation.createRequest(input.planId)": "row",
  "Mutation.createRequest(input.problemId)": "catalogue",
  "Mutation.createRequest(input.productVersionId)": "catalogue",
  "Mutation.decideAccessAsk(input.askId)": "row",
  "Mutation.discardDraft(input.draftId)": "row",
  "Mutation.editCommunication(input.entryId)": "row",
  "Mutation.markNoticesRead(input.ids)": "row",
  "Mutation.purchaseIncident(input.idempotencyKey)": "key",
  "Mutation.purchaseIncident(input.offerId)": "catalogue",
  "Mutation.purchaseIncident(input.paymentMethodId)": "row",
  "Mutation.rateRequest(input.idempotencyKey)": "key",
  "Mutation.rateRequest(input.requestId)": "row",
  "Mutation.removeAgreement(input.planId)": "row",
  "Mutation.removeContact(input.contactId)": "row",
  "Mutation.removeContact(input.newPrimaryContactId)": "row",
  "Mutation.removeContact(input.requestId)": "row",
  "Mutation.reopenRequest(input.idempotencyKey)": "key",
  "Mutation.reopenRequest(input.requestId)": "row",
  "Mutation.revealAgreement(input.planId)": "row",
  "Mutation.saveDraft(input.content.categoryId)": "typed",
  "Mutation.saveDraft(input.content.planId)": "typed",
  "Mutation.saveDraft(input.content.problemId)": "typed",
  "Mutation.saveDraft(input.content.productId)": "typed",
  "Mutation.saveDraft(input.content.productVersionId)": "typed",
  "Mutation.saveDraft(input.draftId)": "row",
  "Mutation.setSubscription(input.requestId)": "row",
  "Mutation.shareRequest(input.idempotencyKey)": "key",
  "Mutation.shareRequest(input.requestId)": "row",
  "Mutation.changeRequestStatus(input.idempotencyKey)": "key",
  "Mutation.changeRequestStatus(input.requestId)": "row",
  "Mutation.changeSeverity(input.idempotencyKey)": "key",
  "Mutation.changeSeverity(input.requestId)": "row",
  "Mutation.createRequestForCustomer(input.categoryId)": "catalogue",
  "Mutation.createRequestForCustomer(input.idempotencyKey)": "key",
  "Mutation.createRequestForCustomer(input.planId)": "row",
  "Mutation.createRequestForCustomer(input.problemId)": "catalogue",
  "Mutation.createRequestForCustomer(input.productVersionId)": "catalogue",
  "Mutation.decideSplit(input.idempotencyKey)": "key",
  "Mutation.decideSplit(input.proposalId)": "row",
  "Mutation.handOverRequest(input.idempotencyKey)": "key",
  "Mutation.handOverRequest(input.requestId)": "row",
  "Mutation.handOverRequest(input.toEngineerId)": "row",
  "Mutation.handOverRequest(input.toTeamId)": "catalogue",
  "Mutation.proposeSplit(input.idempotencyKey)": "key",
  "Mutation.proposeSplit(input.requestId)": "row",
  "Mutation.reassignRequest(input.idempotencyKey)": "key",
  "Mutation.reassignRequest(input.requestId)": "row",
  "Mutation.reassignRequest(input.toEngineerId)": "row",
  "Mutation.reassignRequest(input.toTeamId)": "catalogue",
  "Mutation.refundIncident(input.idempotencyKey)": "key",
  "Mutation.refundIncident(input.requestId)": "row",
  "Mutation.removeCannedReply(id)": "row",
  "Mutation.removeView(id)": "row",
  "Mutation.saveCannedReply(input.id)": "row",
  "Mutation.saveView(input.filter.productId)": "typed",
  "Mutation.saveView(input.filter.teamIds)": "typed",
  "Mutation.saveView(input.id)": "row",
  "Mutation.takeRequest(input.idempotencyKey)": "key",
  "Mutation.takeRequest(input.requestId)": "row",
  "Query.queue(filter.productId)": "filter",
  "Query.queue(filter.teamIds)": "filter",
  "Query.queueItem(id)": "row",
  "Query.renderedReply(replyId)": "row",
  "Query.renderedReply(requestId)": "row",
  "Mutation.withdrawRequest(input.idempotencyKey)": "key",
  "Mutation.withdrawRequest(input.requestId)": "row",
};
