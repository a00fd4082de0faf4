/** A document for each root field of the schema, with arguments that mean nothing: who may ask is told before what is asked for. */
import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

const SDL = buildSchema(readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8"));

/** What a scalar takes and nothing is called by; others are texts. */
const SCALARS: Readonly<Record<string, string>> = {
  Boolean: "true",
  ByteCount: "1",
  CountryCode: '"RO"',
  DateTime: '"2030-01-01T00:00:00Z"',
  Float: "1",
  Int: "1",
  LocalDate: '"2030-01-01"',
  TimeZone: '"Europe/Bucharest"',
};

const anyOf = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return "[]";
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "null";
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? '"nothing"';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${required.map((field) => `${field.name}: ${anyOf(field.type)}`).join(", ")} }`;
};

const documentOf = (verb: string, { name, args, type }: GraphQLField<unknown, unknown>): string => {
  const given = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${anyOf(argument.type)}`);
  const selection = verb === "mutation" ? " { userErrors { code } }" : " { __typename }";
  const asked = given.length === 0 ? "" : `(${given.join(", ")})`;
  return `${verb} { ${name}${asked}${isLeafType(getNamedType(type)) ? "" : selection} }`;
};

const rootsOf = (verb: string, fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>) =>
  Object.values(fields).map((field) => [field.name, documentOf(verb, field)] as const);

/** Where another document says more than the one that the schema gives. */
const SAID: Readonly<Record<string, string>> = {
  article: '{ article(id: "nothing") { id } }',
  articles: "{ articles { nodes { id } } }",
  searchArticles: '{ searchArticles(text: "quorum") { totalCount } }',
  managedArticle: '{ managedArticle(id: "nothing") { slug } }',
  managedArticles: "{ managedArticles { nodes { slug } } }",
  selfHelpOutcomes: "{ selfHelpOutcomes { claims } }",
  updateArticleRating:
    'mutation { updateArticleRating(input: { articleId: "nothing", isHelpful: true }) { userErrors { code } } }',
  markSolved: 'mutation { markSolved(input: { articleId: "nothing" }) { userErrors { code } } }',
  saveArticle:
    'mutation { saveArticle(input: { articleId: "Nothing", kind: PORTAL, problems: [], tags: [], title: "", titleRo: "", body: "", bodyRo: "", audience: [], related: [] }) { userErrors { code } } }',
  retireArticle: 'mutation { retireArticle(input: { articleId: "nothing", revision: 1 }) { userErrors { code } } }',
  portalSettings: "{ portalSettings { version } }",
  catalogue: "{ catalogue { totalCount } }",
  countries: "{ countries { code } }",
  incidentOffers: "{ incidentOffers { currencyCode } }",
  expectedFirstResponse: '{ expectedFirstResponse(country: "RO", timeZone: "Europe/Bucharest", severity: CRITICAL) }',
  node: '{ node(id: "req_01m83p7w80e0erqd6kybk3cat8") { id } }',
  nodes: '{ nodes(ids: ["req_01m83p7w80e0erqd6kybk3cat8"]) { id } }',
  portalRoute: '{ portalRoute(productId: "nothing") { families } }',
  portalRoutes: "{ portalRoutes { families } }",
  dialogue: '{ dialogue(productVersionId: "nothing", categoryId: "nothing", problemId: "nothing") { slug } }',
  problemForm: '{ problemForm(productVersionId: "nothing", categoryId: "nothing", problemId: "nothing") { slug } }',
  generalTopics: "{ generalTopics { id } }",
  product: '{ product(id: "nothing") { id } }',
  productVersion: '{ productVersion(id: "nothing") { id } }',
  productVersions: "{ productVersions { totalCount } }",
  programmes: "{ programmes { id } }",
  severities: "{ severities { name } }",
  queue: "{ queue { totalCount } }",
  queueItem: '{ queueItem(id: "req_01m83p7w80e0erqd6kybk3cat8") { requestId } }',
  renderedReply: '{ renderedReply(replyId: "nothing", requestId: "nothing") { text } }',
  workspace: "{ workspace { isOnCall } }",
  updateRequestStatus:
    'mutation { updateRequestStatus(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", status: IN_PROGRESS }) { userErrors { code } } }',
  updateRequestSeverity:
    'mutation { updateRequestSeverity(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", severity: MINIMAL }) { userErrors { code } } }',
  createRequestForCustomer:
    'mutation { createRequestForCustomer(input: { productVersionId: "nothing", categoryId: "nothing", problemId: "nothing", title: "", description: "", severity: MINIMAL, country: "RO", timeZone: "Europe/Bucharest", primaryContact: { givenName: "", familyName: "", email: "" } }) { userErrors { code } } }',
  decideSplit: 'mutation { decideSplit(input: { proposalId: "nothing", isAccepted: false }) { userErrors { code } } }',
  handOverRequest:
    'mutation { handOverRequest(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  createSplitProposal:
    'mutation { createSplitProposal(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", title: "", description: "" }) { userErrors { code } } }',
  updateRequestAssignment:
    'mutation { updateRequestAssignment(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  refundIncident:
    'mutation { refundIncident(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", reason: DUPLICATE }) { userErrors { code } } }',
  removeCannedReply: 'mutation { removeCannedReply(input: { replyId: "nothing" }) { removedReplyId } }',
  removeView: 'mutation { removeView(input: { viewId: "nothing" }) { removedViewId } }',
  saveCannedReply: 'mutation { saveCannedReply(input: { title: "", text: "", language: EN }) { userErrors { code } } }',
  saveView: 'mutation { saveView(input: { name: "" }) { userErrors { code } } }',
  takeRequest:
    'mutation { takeRequest(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  viewer: "{ viewer { scopes } }",
  availablePlans: '{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } }',
  judgedPlans: '{ judgedPlans(for: { productVersionId: "windows-server-2025" }) { totalCount } }',
  myPlans: "{ myPlans { totalCount } }",
  plan: '{ plan(id: "nothing") { id } }',
  unavailablePlans: '{ unavailablePlans(productVersionId: "windows-server-2025") { plan { id } } }',
  draft: '{ draft(id: "nothing") { id } }',
  myDrafts: "{ myDrafts { id } }",
  myRequests: "{ myRequests { totalCount } }",
  notices: "{ notices { totalCount } }",
  unreadNoticeCount: "{ unreadNoticeCount }",
  markNoticesRead: "mutation { markNoticesRead(input: { isAll: true }) { userErrors { code } } }",
  updateNoticePreferences: "mutation { updateNoticePreferences(input: { mailOn: [] }) { userErrors { code } } }",
  updateSubscription:
    'mutation { updateSubscription(input: { requestId: "nothing", isSubscribed: true }) { userErrors { code } } }',
  request: '{ request(by: { id: "nothing" }) { id } }',
  completeProfile:
    'mutation { completeProfile(input: { country: "RO", timeZone: "Europe/Bucharest", language: EN, preferredContactMethod: EMAIL }) { userErrors { code } } }',
  addAgreement: 'mutation { addAgreement(input: { accessId: "a", agreementId: "b" }) { userErrors { code } } }',
  redeemActivationLink: 'mutation { redeemActivationLink(input: { token: "nothing" }) { userErrors { code } } }',
  managedAgreement: '{ managedAgreement(id: "nothing") { planId } }',
  managedAgreements: "{ managedAgreements { totalCount } }",
  adjustIncidents:
    'mutation { adjustIncidents(input: { planId: "nothing", incidents: 1, reason: "r" }) { userErrors { code } } }',
  createActivationLink: 'mutation { createActivationLink(input: { planId: "nothing" }) { userErrors { code } } }',
  updateActivationEnd:
    'mutation { updateActivationEnd(input: { planId: "nothing", redeemBy: "2030-01-01", reason: "r" }) { userErrors { code } } }',
  updateAgreementEnd:
    'mutation { updateAgreementEnd(input: { planId: "nothing", endsOn: "2030-01-01", reason: "r" }) { userErrors { code } } }',
  createAgreements:
    'mutation { createAgreements(input: { programmeId: "nothing", startsOn: "2027-01-01" }) { userErrors { code } } }',
  revokeAgreement: 'mutation { revokeAgreement(input: { planId: "nothing", reason: "r" }) { userErrors { code } } }',
  rotatePair: 'mutation { rotatePair(input: { planId: "nothing", reason: "r" }) { userErrors { code } } }',
  accounts: "{ accounts { totalCount } }",
  managedAccount: '{ managedAccount(id: "nothing") { accountId } }',
  partnerTenants: "{ partnerTenants { nodes { tenantId } } }",
  updateStaffRoles: 'mutation { updateStaffRoles(input: { accountId: "nothing", roles: [] }) { userErrors { code } } }',
  updatePartnerTenants: "mutation { updatePartnerTenants(input: { tenantIds: [] }) { userErrors { code } } }",
  createToken:
    'mutation { createToken(input: { name: "n", scopes: [REQUESTS_READ], expiresInDays: 1 }) { userErrors { code } } }',
  revokeSession: 'mutation { revokeSession(input: { sessionId: "nothing" }) { ended } }',
  revokeAllSessions: 'mutation { revokeAllSessions(input: { accountId: "nothing" }) { ended } }',
  revokeToken: 'mutation { revokeToken(input: { tokenId: "nothing" }) { ended } }',
  agreementImport: '{ agreementImport(id: "nothing") { id } }',
  agreementImports: "{ agreementImports { totalCount } }",
  createAgreementImport:
    'mutation { createAgreementImport(input: { fileName: "f", text: "nothing" }) { userErrors { code } } }',
  startAgreementImport: 'mutation { startAgreementImport(input: { importId: "nothing" }) { userErrors { code } } }',
  cancelAgreementImport: 'mutation { cancelAgreementImport(input: { importId: "nothing" }) { userErrors { code } } }',
  packs: "{ packs { nodes { kind } } }",
  packExport: "{ packExport(kind: TAXES) { version } }",
  createPackPreview: 'mutation { createPackPreview(input: { kind: TAXES, text: "nothing" }) { userErrors { code } } }',
  updatePack: 'mutation { updatePack(input: { kind: TAXES, text: "nothing", digest: "d" }) { userErrors { code } } }',
  auditEntries: "{ auditEntries { totalCount } }",
  auditState: "{ auditState { isIntact } }",
  removeAgreement: 'mutation { removeAgreement(input: { planId: "nothing" }) { userErrors { code } } }',
  revealAgreement: 'mutation { revealAgreement(input: { planId: "nothing" }) { userErrors { code } } }',
  purchaseIncident:
    'mutation { purchaseIncident(input: { offerId: "a", paymentMethodId: "b", consent: true, idempotencyKey: "k" }) { userErrors { code } } }',
  paymentMethods: "{ paymentMethods { id } }",
  purchase: '{ purchase(id: "nothing") { id } }',
  purchases: "{ purchases { totalCount } }",
  purchaseTerms: "{ purchaseTerms { version } }",
  startCardSetup: 'mutation { startCardSetup(input: { returnTo: "/" }) { userErrors { code } } }',
  completeCardSetup: 'mutation { completeCardSetup(input: { setupId: "nothing" }) { userErrors { code } } }',
  refreshPurchase: 'mutation { refreshPurchase(input: { purchaseId: "nothing" }) { userErrors { code } } }',
  refundPurchase: 'mutation { refundPurchase(input: { purchaseId: "nothing", reason: "r" }) { userErrors { code } } }',
  removePaymentMethod:
    'mutation { removePaymentMethod(input: { paymentMethodId: "nothing" }) { userErrors { code } } }',
  overview: "{ overview { plans { active } } }",
  updateDefaultPaymentMethod:
    'mutation { updateDefaultPaymentMethod(input: { paymentMethodId: "nothing" }) { userErrors { code } } }',
  createGeneralQuestion:
    'mutation { createGeneralQuestion(input: { idempotencyKey: "k", topicId: "nothing", title: "t", description: "d" }) { userErrors { code } } }',
  createRequest:
    'mutation { createRequest(input: { idempotencyKey: "k", productVersionId: "v", categoryId: "c", problemId: "p", title: "t", description: "d", planId: "nothing", severity: MINIMAL, country: "RO", timeZone: "Europe/Bucharest", primaryContact: { givenName: "A", familyName: "B", email: "a@b.example" } }) { userErrors { code } } }',
  addAttachments:
    'mutation { addAttachments(input: { requestId: "nothing", attachmentIds: [] }) { userErrors { code } } }',
  createAttachmentUpload:
    'mutation { createAttachmentUpload(input: { requestId: "nothing", name: "a", size: 1, mediaType: "" }) { userErrors { code } } }',
  removeAttachment: 'mutation { removeAttachment(input: { attachmentId: "nothing" }) { userErrors { code } } }',
  addCommunication: 'mutation { addCommunication(input: { requestId: "nothing", text: "t" }) { userErrors { code } } }',
  createSeverityAsk:
    'mutation { createSeverityAsk(input: { requestId: "nothing", severity: MINIMAL, reason: "r" }) { userErrors { code } } }',
  closeRequest: 'mutation { closeRequest(input: { requestId: "nothing" }) { userErrors { code } } }',
  markAsMessage: 'mutation { markAsMessage(input: { entryId: "nothing" }) { userErrors { code } } }',
  updateCommunication:
    'mutation { updateCommunication(input: { entryId: "nothing", text: "t" }) { userErrors { code } } }',
  updateRequestRating:
    'mutation { updateRequestRating(input: { requestId: "nothing", score: 5 }) { userErrors { code } } }',
  reopenRequest: 'mutation { reopenRequest(input: { requestId: "nothing", reason: "r" }) { userErrors { code } } }',
  cancelRequest: 'mutation { cancelRequest(input: { requestId: "nothing" }) { userErrors { code } } }',
  createAccessAsk: 'mutation { createAccessAsk(input: { number: "1" }) { userErrors { code } } }',
  completeAddressConfirmation:
    'mutation { completeAddressConfirmation(input: { token: "nothing" }) { userErrors { code } } }',
  createInvitation:
    'mutation { createInvitation(input: { requestId: "nothing", contactId: "nothing" }) { userErrors { code } } }',
  decideAccessAsk: 'mutation { decideAccessAsk(input: { askId: "nothing", isGranted: true }) { userErrors { code } } }',
  redeemInvitation: 'mutation { redeemInvitation(input: { token: "nothing" }) { userErrors { code } } }',
  startAddressConfirmation: "mutation { startAddressConfirmation(input: {}) { userErrors { code } } }",
  deleteDraft: 'mutation { deleteDraft(input: { draftId: "nothing" }) { userErrors { code } } }',
  removeContact:
    'mutation { removeContact(input: { requestId: "nothing", contactId: "nothing" }) { userErrors { code } } }',
  saveDraft: 'mutation { saveDraft(input: { content: { title: "t" } }) { userErrors { code } } }',
  shareRequest: 'mutation { shareRequest(input: { requestId: "nothing", contacts: [] }) { userErrors { code } } }',
};

export const CALLS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rootsOf("query", SDL.getQueryType()?.getFields() ?? {})),
  ...Object.fromEntries(rootsOf("mutation", SDL.getMutationType()?.getFields() ?? {})),
  ...SAID,
};
