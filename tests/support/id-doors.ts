/** One row per root field that takes ids; what each argument is for stands beside (id-purposes.ts): one without a row fails the suite. */
import { randomUUID } from "node:crypto";
import { draftStore } from "../../apps/api/src/modules/drafts/module.js";
import type { IdArgument, Values } from "./id-arguments.js";
import { PURPOSES } from "./id-purposes.js";
import type { IdWorld } from "./id-world.js";
import { requestInput } from "./test-agreements.js";

export { OWNED, type Owned, PURPOSES, type Purpose } from "./id-purposes.js";
export { createIdWorld, type IdWorld, randomId } from "./id-world.js";

interface Door {
  /** For engineers alone. */
  readonly isDeskOnly?: boolean;
  /** Nothing that is drawn anew each time. */
  readonly selection: string;
  /** What else the field needs, so that only the id decides. */
  readonly given?: (world: IdWorld) => Promise<Values> | Values;
}

const refusals = "userErrors { __typename code message path remedy }";
const problem = {
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
};
const link = { token: "none" };
const token = { name: "CRM", scopes: ["REQUESTS_READ"], expiresInDays: 30 };
const somebody = { givenName: "Dan", familyName: "Pop", email: "dan.pop@carpatia.example" };

export const DOORS: Readonly<Record<string, Door>> = {
  "Query.article": { selection: "{ id title }" },
  "Query.searchArticles": { selection: "{ articles { title } }" },
  "Mutation.updateArticleRating": {
    selection: `{ article { title } ${refusals} }`,
    given: () => ({ input: { articleId: "portal-severity", isHelpful: true } }),
  },
  "Mutation.markSolved": { selection: `{ deletedDraftId ${refusals} }`, given: () => ({ input: {} }) },
  "Query.availablePlans": { selection: "{ plan { state } }" },
  "Query.draft": { selection: "{ content { title } }" },
  "Query.incidentOffers": { selection: "{ offers { packSize } }" },
  "Query.judgedPlans": { selection: "{ nodes { plan { state } } }" },
  "Query.myRequests": { selection: "{ nodes { title } }" },
  "Query.node": { selection: "{ __typename }" },
  "Query.nodes": { selection: "{ __typename }" },
  "Query.plan": { selection: "{ state }" },
  "Query.portalRoute": { selection: "{ families }" },
  "Query.dialogue": { selection: "{ slug }", given: () => problem },
  "Query.problemForm": { selection: "{ slug }", given: () => problem },
  "Query.product": { selection: "{ name }" },
  "Query.productVersion": { selection: "{ name }" },
  "Query.productVersions": { selection: "{ nodes { name } }" },
  "Query.purchase": { selection: "{ state }" },
  "Query.request": { selection: "{ title }" },
  "Query.unavailablePlans": { selection: "{ plan { state } }" },
  "Mutation.redeemActivationLink": {
    selection: `{ plan { state } ${refusals} }`,
    given: () => ({ input: { token: "opens-nothing" } }),
  },
  "Mutation.addAgreement": {
    selection: `{ plan { state } ${refusals} }`,
    given: () => ({ input: { accessId: "NOB-0000-0000", agreementId: "5500000000" } }),
  },
  "Mutation.addAttachments": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, attachmentIds: [] } }),
  },
  "Mutation.createAttachmentUpload": {
    selection: `{ attachment { name } ${refusals} }`,
    given: () => ({ input: { name: "log.txt", size: 1, mediaType: "text/plain" } }),
  },
  "Mutation.removeAttachment": { selection: `{ removedAttachmentId ${refusals} }` },
  "Mutation.addCommunication": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, text: "Still locked." } }),
  },
  "Mutation.createSeverityAsk": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, severity: "CRITICAL", reason: "Nobody can work." } }),
  },
  "Mutation.closeRequest": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId } }),
  },
  "Mutation.updateCommunication": {
    selection: `{ entry { id } ${refusals} }`,
    given: () => ({ input: { entryId: "none", text: "Still locked." } }),
  },
  "Mutation.markAsMessage": {
    selection: `{ entry { id } ${refusals} }`,
    given: () => ({ input: { entryId: "none" } }),
  },
  "Mutation.updateRequestRating": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, score: 5 } }),
  },
  "Mutation.reopenRequest": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, reason: "It came back." } }),
  },
  "Query.queue": { isDeskOnly: true, selection: "{ nodes { title } }" },
  "Query.queueItem": { isDeskOnly: true, selection: "{ title }" },
  "Query.renderedReply": {
    isDeskOnly: true,
    selection: "{ text }",
    given: ({ own }) => ({ replyId: "none", requestId: own.requestId }),
  },
  "Mutation.updateRequestStatus": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, status: "IN_PROGRESS" } }),
  },
  "Mutation.updateRequestSeverity": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, severity: "MINIMAL" } }),
  },
  "Mutation.createRequestForCustomer": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ person, own }) => ({ input: requestInput(person, own.planId) }),
  },
  "Mutation.decideSplit": {
    selection: `{ request { title } ${refusals} }`,
    given: () => ({ input: { proposalId: "none", isAccepted: false } }),
  },
  "Mutation.handOverRequest": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, note: "The logs are there." } }),
  },
  "Mutation.createSplitProposal": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, title: "A part", description: "Of its own." } }),
  },
  "Mutation.updateRequestAssignment": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId } }),
  },
  "Mutation.refundIncident": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, reason: "DUPLICATE" } }),
  },
  "Mutation.removeCannedReply": { isDeskOnly: true, selection: `{ removedReplyId ${refusals} }` },
  "Mutation.removeView": { isDeskOnly: true, selection: `{ removedViewId ${refusals} }` },
  "Mutation.saveCannedReply": {
    isDeskOnly: true,
    selection: `{ reply { title } ${refusals} }`,
    given: () => ({ input: { title: "Hello", text: "Good morning.", language: "EN" } }),
  },
  "Mutation.saveView": {
    isDeskOnly: true,
    selection: `{ view { name } ${refusals} }`,
    given: () => ({ input: { name: "Mine" } }),
  },
  "Mutation.takeRequest": {
    isDeskOnly: true,
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId } }),
  },
  "Mutation.cancelRequest": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId } }),
  },
  "Mutation.createRequest": {
    selection: `{ confirmation { title } ${refusals} }`,
    given: ({ person, own }) => ({ input: requestInput(person, own.planId) }),
  },
  "Mutation.createGeneralQuestion": {
    selection: `{ request { title } ${refusals} }`,
    given: () => ({ input: { topicId: "other", title: "A question", description: "About nothing sold." } }),
  },
  "Mutation.createInvitation": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, contactId: own.contactId } }),
  },
  "Mutation.decideAccessAsk": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { askId: own.ids.ask, isGranted: true } }),
  },
  "Mutation.createToken": { selection: `{ token { name } ${refusals} }`, given: () => ({ input: token }) },
  "Mutation.revokeAllSessions": { selection: `{ ended ${refusals} }` },
  "Mutation.revokeSession": { selection: `{ ended ${refusals} }` },
  "Mutation.revokeToken": { selection: `{ ended ${refusals} }` },
  "Mutation.deleteDraft": { selection: `{ deletedDraftId ${refusals} }` },
  "Mutation.purchaseIncident": {
    selection: `{ plan { state } ${refusals} }`,
    given: ({ own: { ids } }) => ({
      input: {
        offerId: "pay-per-incident:RON",
        paymentMethodId: ids.pmt,
        consent: true,
        // What succeeded with one key is refused with another id, for the key's sake.
        idempotencyKey: randomUUID(),
      },
    }),
  },
  "Mutation.createAccessAsk": {
    selection: `{ isAsked ${refusals} }`,
    given: () => ({ input: { number: "2611240000000000" } }),
  },
  "Mutation.startCardSetup": {
    selection: `{ setup { stripe { publishableKey } } ${refusals} }`,
    given: () => ({ input: { returnTo: "/" } }),
  },
  "Mutation.redeemInvitation": { selection: `{ request { title } ${refusals} }`, given: () => ({ input: link }) },
  "Mutation.completeCardSetup": { selection: `{ isPending ${refusals} }` },
  "Mutation.refreshPurchase": { selection: `{ purchase { state } ${refusals} }` },
  "Mutation.removePaymentMethod": { selection: `{ paymentMethods { brand } ${refusals} }` },
  "Mutation.updateDefaultPaymentMethod": { selection: `{ paymentMethods { brand } ${refusals} }` },
  "Mutation.removeAgreement": { selection: `{ removedPlanId ${refusals} }` },
  "Mutation.removeContact": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, contactId: own.contactId } }),
  },
  "Mutation.revealAgreement": { selection: `{ accessId ${refusals} }` },
  "Mutation.saveDraft": {
    selection: `{ draft { content { title } } ${refusals} }`,
    given: async ({ api, own }) => {
      const draft = await api.db.read.of(draftStore).byId(own.draftId);
      return { input: { draftId: own.draftId, revision: draft?.revision ?? 0, content: {} } };
    },
  },
  "Mutation.startAddressConfirmation": { selection: `{ isSent ${refusals} }` },
  "Mutation.markNoticesRead": {
    selection: `{ unreadNoticeCount ${refusals} }`,
    given: ({ own }) => ({ input: { ids: [own.ids.ntc] } }),
  },
  "Mutation.updateSubscription": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, isSubscribed: true } }),
  },
  "Mutation.shareRequest": {
    selection: `{ request { title } ${refusals} }`,
    given: ({ own }) => ({ input: { requestId: own.requestId, contacts: [somebody] } }),
  },
};

/** Id arguments without a row, and rows without an argument. */
export const unmatched = (found: readonly IdArgument[]): readonly string[] => [
  ...found
    .filter((argument) => PURPOSES[argument] === undefined)
    .map((argument) => `${argument} has no row in tests/support/id-doors.ts`),
  ...Object.keys(PURPOSES)
    .filter((argument) => !found.includes(argument))
    .map((argument) => `${argument} is not in the schema`),
];
