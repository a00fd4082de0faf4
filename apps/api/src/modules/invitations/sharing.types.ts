/** Inputs and payloads of sharing a request (R93-R97). */

import type { RequestContact } from "@accord/domain";
import { CONTACT_LIMIT } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { ContactInput, ContactType, InvitationLinkType, SupportRequestType } from "../requests/graphql.js";
import type { RequestDetail } from "../requests/module.js";

@InputType("ShareRequestInput", { description: "People to add to a support request." })
export class ShareRequestInput {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId!: string;

  @Field(() => [ContactInput], { description: "The people." })
  readonly contacts!: readonly ContactInput[];

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("ShareRequestPayload", { description: "What sharing a support request leads to.", simpleResolvers: true })
export class ShareRequestPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;

  @AtMost(CONTACT_LIMIT)
  @Field(() => [ContactType], { description: "Contacts that are new; people who were contacts before are left out." })
  readonly addedContacts!: readonly RequestContact[];

  @AtMost(CONTACT_LIMIT)
  @Field(() => [InvitationLinkType], {
    description:
      "One-time links of those among them who do not see the request yet, shown this once: never again under the same key.",
  })
  readonly invitations!: readonly InvitationLinkType[];
}

@InputType("RemoveContactInput", { description: "A person to remove from a support request." })
export class RemoveContactInput {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId!: string;

  @Field(() => ID, { description: "Id of the contact." })
  readonly contactId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Who becomes primary contact; needed when the primary one is removed.",
  })
  readonly newPrimaryContactId?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("RemoveContactPayload", { description: "What removing a contact leads to.", simpleResolvers: true })
export class RemoveContactPayload extends MutationPayload {
  @Field(() => SupportRequestType, {
    nullable: true,
    description: "The support request, where this account may still see it.",
  })
  readonly request!: RequestDetail | null;
}
