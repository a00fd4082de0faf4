/** What requests adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { attachmentFields } from "./attachments/attachment.fields.js";
import { AttachmentsResolver } from "./attachments/attachments.resolver.js";
import { conversationFields } from "./conversation/conversation.fields.js";
import { ConversationResolver } from "./conversation/conversation.resolver.js";
import { draftFields } from "./drafts/draft.fields.js";
import { DraftsResolver } from "./drafts/drafts.resolver.js";
import { firstResponseFields } from "./first-response.fields.js";
import { ledgerFields } from "./ledger.fields.js";
import { LedgerRequestResolver } from "./ledger-request.resolver.js";
import { LiveRequestsResolver } from "./live.resolver.js";
import { questionFields } from "./questions/question.fields.js";
import { QuestionsResolver } from "./questions/questions.resolver.js";
import { requestFields } from "./request.fields.js";
import { RequestsResolver } from "./requests.resolver.js";
import { SaidBeforeResolver } from "./said-before.resolver.js";
import {
  AutomationActorType,
  ContactActorType,
  EngineerActorType,
  SystemActorType,
  typeOfActor,
} from "./types/actor.type.js";
import { ENTRY_TYPES } from "./types/timeline.type.js";
import { typeOfEntry } from "./types/type-of-entry.js";

export const requestsSchema: SchemaPart = {
  types: [ContactActorType, EngineerActorType, AutomationActorType, SystemActorType, ...ENTRY_TYPES],
  typeResolvers: { Actor: typeOfActor, TimelineEntry: typeOfEntry },
  resolvers: [
    LedgerRequestResolver,
    LiveRequestsResolver,
    RequestsResolver,
    SaidBeforeResolver,
    AttachmentsResolver,
    ConversationResolver,
    DraftsResolver,
    QuestionsResolver,
  ],
  fields: [
    ...firstResponseFields,
    ledgerFields,
    ...requestFields,
    ...attachmentFields,
    ...conversationFields,
    ...draftFields,
    ...questionFields,
  ],
};

export { RequestPayload } from "./request-payload.js";
export { ContactInput } from "./requests.types.js";
export { ContactType } from "./types/contact.type.js";
export { type AccessAskType, InvitationLinkType } from "./types/invitation.type.js";
export type { MailTroubleType } from "./types/mail-trouble.type.js";
export { RequestEntitlementType } from "./types/request-entitlement.type.js";
export { RequestStatusEnum, TurnEnum } from "./types/request-enums.type.js";
export { SplitProposalType } from "./types/split-proposal.type.js";
export { SupportRequestType } from "./types/support-request.type.js";
