/** The schema: resolvers of every feature, computed fields, then the policies without which nothing is served. */
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { AccountResolver } from "./modules/identity/account/account.resolver.js";
import { AddressResolver } from "./modules/identity/account/address.resolver.js";
import { agreementAdminFields } from "./modules/administration/agreements/agreement-admin.fields.js";
import { AgreementAdminResolver } from "./modules/administration/agreements/agreement-admin.resolver.js";
import { auditFields } from "./modules/administration/audit/audit.fields.js";
import { AuditResolver } from "./modules/administration/audit/audit.resolver.js";
import { importFields } from "./modules/administration/imports/imports.fields.js";
import { ImportsResolver } from "./modules/administration/imports/imports.resolver.js";
import { OverviewResolver } from "./modules/administration/overview/overview.resolver.js";
import { packFields } from "./modules/administration/packs/packs.fields.js";
import { PacksResolver } from "./modules/administration/packs/packs.resolver.js";
import { peopleFields } from "./modules/administration/people/people.fields.js";
import { PeopleResolver } from "./modules/administration/people/people.resolver.js";
import { AgreementsResolver } from "./modules/agreements/agreements.resolver.js";
import { catalogueFields } from "./modules/catalogue/catalogue.fields.js";
import { CatalogueResolver } from "./modules/catalogue/catalogue.resolver.js";
import { draftFields } from "./modules/requests/drafts/draft.fields.js";
import { DraftsResolver } from "./modules/requests/drafts/drafts.resolver.js";
import { LiveNoticesResolver } from "./modules/notices/live-notices.resolver.js";
import { noticeFields } from "./modules/notices/notice.fields.js";
import { NoticesResolver } from "./modules/notices/notices.resolver.js";
import { planFields } from "./modules/agreements/plans/plan.fields.js";
import { PlansResolver } from "./modules/agreements/plans/plans.resolver.js";
import { CardsResolver } from "./modules/purchases/cards.resolver.js";
import { purchaseFields } from "./modules/purchases/purchase.fields.js";
import { PurchasesResolver } from "./modules/purchases/purchases.resolver.js";
import { attachmentFields } from "./modules/requests/attachments/attachment.fields.js";
import { AttachmentsResolver } from "./modules/requests/attachments/attachments.resolver.js";
import { conversationFields } from "./modules/requests/conversation/conversation.fields.js";
import { ConversationResolver } from "./modules/requests/conversation/conversation.resolver.js";
import { firstResponseFields } from "./modules/requests/first-response.fields.js";
import { invitationFields } from "./modules/invitations/invitation.fields.js";
import { InvitationsResolver } from "./modules/invitations/invitations.resolver.js";
import { LiveRequestsResolver } from "./modules/requests/live.resolver.js";
import { questionFields } from "./modules/requests/questions/question.fields.js";
import { QuestionsResolver } from "./modules/requests/questions/questions.resolver.js";
import { requestFields } from "./modules/requests/request.fields.js";
import { RequestsResolver } from "./modules/requests/requests.resolver.js";
import { OwnershipResolver } from "./modules/desk/ownership.resolver.js";
import { queueFields } from "./modules/desk/queue.fields.js";
import { workspaceFields } from "./modules/desk/workspace.fields.js";
import { WorkspaceResolver } from "./modules/desk/workspace.resolver.js";
import { ledgerFields } from "./modules/requests/ledger.fields.js";
import { SaidBeforeResolver } from "./modules/requests/said-before.resolver.js";
import { LedgerRequestResolver } from "./modules/requests/ledger-request.resolver.js";
import { NoticePreferencesResolver } from "./modules/notices/notice-preferences.resolver.js";
import { SettingsResolver } from "./modules/settings/settings.resolver.js";
import { applyPolicies, type PolicyTables } from "./kernel/graphql/apply-policies.js";
import { OBJECT_GATES } from "./OLD/object-gates.js";
import { MUTATION_REFUSALS } from "./OLD/mutation-refusals.js";
import { PUBLISHED_FIELDS, ROOT_POLICIES } from "./OLD/policies.js";
import { applyDeclaredRefusals } from "./kernel/graphql/declared-refusals.js";
import { attachFields, attachTypeResolvers } from "./kernel/graphql/field-map.js";
import { judgedFields } from "./modules/agreements/plans/judged-plan.js";
import { connectionFields } from "./kernel/graphql/page.js";
import { MODULES } from "./modules/modules.js";
import { accountNodes } from "./modules/identity/account/nodes.js";
import { planNodes } from "./modules/agreements/plans/nodes.js";
import { purchaseNodes } from "./modules/purchases/nodes.js";
import { requestNodes } from "./modules/requests/nodes.js";
import { kindOfId } from "./kernel/graphql/node.type.js";
import { OtherPortalErrorType } from "./modules/catalogue/types/other-portal-error.type.js";
import { PaymentDeclinedErrorType } from "./modules/purchases/types/payment-declined-error.type.js";
import { AgreementAlreadyRegisteredErrorType, PlanUnavailableErrorType } from "./modules/agreements/types/plan-errors.type.js";
import { InputErrorType, typeOfUserError } from "./kernel/graphql/user-error.type.js";

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
