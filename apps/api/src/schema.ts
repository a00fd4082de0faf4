/** The schema: resolvers of every feature, computed fields, then the policies without which nothing is served. */
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { AccountResolver } from "./features/account/account.resolver.js";
import { AddressResolver } from "./features/account/address.resolver.js";
import { agreementAdminFields } from "./features/administration/agreements/agreement-admin.fields.js";
import { AgreementAdminResolver } from "./features/administration/agreements/agreement-admin.resolver.js";
import { auditFields } from "./features/administration/audit/audit.fields.js";
import { AuditResolver } from "./features/administration/audit/audit.resolver.js";
import { importFields } from "./features/administration/imports/imports.fields.js";
import { ImportsResolver } from "./features/administration/imports/imports.resolver.js";
import { OverviewResolver } from "./features/administration/overview/overview.resolver.js";
import { packFields } from "./features/administration/packs/packs.fields.js";
import { PacksResolver } from "./features/administration/packs/packs.resolver.js";
import { peopleFields } from "./features/administration/people/people.fields.js";
import { PeopleResolver } from "./features/administration/people/people.resolver.js";
import { AgreementsResolver } from "./features/agreements/agreements.resolver.js";
import { catalogueFields } from "./features/catalogue/catalogue.fields.js";
import { CatalogueResolver } from "./features/catalogue/catalogue.resolver.js";
import { draftFields } from "./features/drafts/draft.fields.js";
import { DraftsResolver } from "./features/drafts/drafts.resolver.js";
import { LiveNoticesResolver } from "./features/notices/live-notices.resolver.js";
import { noticeFields } from "./features/notices/notice.fields.js";
import { NoticesResolver } from "./features/notices/notices.resolver.js";
import { planFields } from "./features/plans/plan.fields.js";
import { PlansResolver } from "./features/plans/plans.resolver.js";
import { CardsResolver } from "./features/purchases/cards.resolver.js";
import { purchaseFields } from "./features/purchases/purchase.fields.js";
import { PurchasesResolver } from "./features/purchases/purchases.resolver.js";
import { attachmentFields } from "./features/requests/attachments/attachment.fields.js";
import { AttachmentsResolver } from "./features/requests/attachments/attachments.resolver.js";
import { conversationFields } from "./features/requests/conversation/conversation.fields.js";
import { ConversationResolver } from "./features/requests/conversation/conversation.resolver.js";
import { firstResponseFields } from "./features/requests/first-response.fields.js";
import { invitationFields } from "./features/requests/invitations/invitation.fields.js";
import { InvitationsResolver } from "./features/requests/invitations/invitations.resolver.js";
import { LiveRequestsResolver } from "./features/requests/live.resolver.js";
import { questionFields } from "./features/requests/questions/question.fields.js";
import { QuestionsResolver } from "./features/requests/questions/questions.resolver.js";
import { requestFields } from "./features/requests/request.fields.js";
import { RequestsResolver } from "./features/requests/requests.resolver.js";
import { OwnershipResolver } from "./features/requests/workspace/ownership.resolver.js";
import { queueFields } from "./features/requests/workspace/queue.fields.js";
import { workspaceFields } from "./features/requests/workspace/workspace.fields.js";
import { WorkspaceResolver } from "./features/requests/workspace/workspace.resolver.js";
import { ledgerFields } from "./features/requests/ledger.fields.js";
import { SaidBeforeResolver } from "./features/requests/said-before.resolver.js";
import { LedgerRequestResolver } from "./features/requests/ledger-request.resolver.js";
import { NoticePreferencesResolver } from "./features/notices/notice-preferences.resolver.js";
import { SettingsResolver } from "./features/settings/settings.resolver.js";
import { applyPolicies, type PolicyTables } from "./graphql/apply-policies.js";
import { OBJECT_GATES } from "./graphql/object-gates.js";
import { MUTATION_REFUSALS } from "./graphql/mutation-refusals.js";
import { PUBLISHED_FIELDS, ROOT_POLICIES } from "./graphql/policies.js";
import { applyDeclaredRefusals } from "./graphql/declared-refusals.js";
import { attachFields, attachTypeResolvers } from "./graphql/field-map.js";
import { judgedFields } from "./graphql/judged-plan.js";
import { connectionFields } from "./graphql/page.js";
import { MODULES } from "./modules/modules.js";
import { accountNodes } from "./features/account/nodes.js";
import { planNodes } from "./features/plans/nodes.js";
import { purchaseNodes } from "./features/purchases/nodes.js";
import { requestNodes } from "./features/requests/nodes.js";
import { kindOfId } from "./types/node.type.js";
import { OtherPortalErrorType } from "./types/other-portal-error.type.js";
import { PaymentDeclinedErrorType } from "./types/payment-declined-error.type.js";
import { AgreementAlreadyRegisteredErrorType, PlanUnavailableErrorType } from "./types/plan-errors.type.js";
import { InputErrorType, typeOfUserError } from "./types/user-error.type.js";

/** Subscriptions are served from what units of work announce, by graphql/live. */
const ELSEWHERE = {
  publish: (): never => {
    throw new Error("changes are announced by units of work");
  },
  subscribe: (): never => {
    throw new Error("subscriptions are served by graphql/live");
  },
};

export const NODES = { ...accountNodes, ...planNodes, ...requestNodes, ...purchaseNodes };

export const POLICIES: PolicyTables = {
  roots: ROOT_POLICIES,
  published: PUBLISHED_FIELDS,
  gates: { ...OBJECT_GATES, ...MODULES.gates },
  typeOfId: (id) => kindOfId(NODES, id)?.type,
};

/** @throws Error when a field has no policy or a mutation no row of refusals: the server does not boot */
export const buildApiSchema = async (): Promise<GraphQLSchema> => {
  const modules = await MODULES.schema();
  const schema = await buildSchema({
    resolvers: [
      AccountResolver,
      AddressResolver,
      AgreementAdminResolver,
      AgreementsResolver,
      AttachmentsResolver,
      AuditResolver,
      OverviewResolver,
      CardsResolver,
      CatalogueResolver,
      ConversationResolver,
      DraftsResolver,
      ImportsResolver,
      InvitationsResolver,
      LiveNoticesResolver,
      LiveRequestsResolver,
      NoticesResolver,
      OwnershipResolver,
      PacksResolver,
      PeopleResolver,
      PlansResolver,
      PurchasesResolver,
      QuestionsResolver,
      RequestsResolver,
      SettingsResolver,
      SaidBeforeResolver,
      LedgerRequestResolver,
      NoticePreferencesResolver,
      WorkspaceResolver,
      ...modules.resolvers,
    ],
    orphanedTypes: [...modules.types, 
      InputErrorType,
      PlanUnavailableErrorType,
      AgreementAlreadyRegisteredErrorType,
      OtherPortalErrorType,
      PaymentDeclinedErrorType,
    ],
    // Shapes are the domain's to judge, with codes instead of exceptions.
    validate: false,
    pubSub: ELSEWHERE,
  });
  const fields = [
    ...modules.fields,
    ...agreementAdminFields,
    ...attachmentFields,
    ...auditFields,
    ...catalogueFields,
    ...conversationFields,
    ...draftFields,
    ...importFields,
    ...invitationFields,
    ...judgedFields,
    ...noticeFields,
    ...packFields,
    ...peopleFields,
    ...planFields,
    ledgerFields,
    ...purchaseFields,
    ...questionFields,
    ...requestFields,
    ...firstResponseFields,
    ...queueFields,
    ...workspaceFields,
  ];
  attachFields(schema, [...fields, ...connectionFields(schema)]);
  attachTypeResolvers(schema, { Node: ({ id }: { readonly id: string }) => kindOfId(NODES, id)?.type, UserError: typeOfUserError });
  applyPolicies(schema, POLICIES);
  applyDeclaredRefusals(schema, MUTATION_REFUSALS);
  return schema;
};
