/** Proving one's own address by a link mailed to it (G5, E9, A-10). */
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { ViewerType } from "../types/viewer.type.js";
import { confirmAddress } from "./confirm-address.js";
import { sendAddressConfirmation } from "./send-address-confirmation.js";

@ObjectType("SendAddressConfirmationPayload", {
  description: "What asking for the mail leads to.",
  simpleResolvers: true,
})
export class SendAddressConfirmationPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "False where there is nothing to prove." })
  readonly isSent!: boolean | null;
}

@InputType("SendAddressConfirmationInput", { description: "Where to, for an account without an address." })
export class SendAddressConfirmationInput {
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "The address to prove; only where the sign-in gave none.",
  })
  readonly email?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("ConfirmAddressInput", { description: "The one-time link mailed to one's own address." })
export class ConfirmAddressInput {
  @Field(() => String, { description: "The last part of the link's address." })
  readonly token!: string;
}

@ObjectType("ConfirmAddressPayload", { description: "What confirming an address leads to.", simpleResolvers: true })
export class ConfirmAddressPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: "The account with its proven address." })
  readonly viewer!: ViewerType | null;
}

@Resolver()
export class AddressResolver {
  @Mutation(() => SendAddressConfirmationPayload, {
    description:
      "Mails a one-time link to this account's own address, or to the one claimed since the last proof. Scope requests:write.",
  })
  async sendAddressConfirmation(
    @Arg("input", () => SendAddressConfirmationInput, { description: "Where to." }) input: SendAddressConfirmationInput,
    @Ctx() context: RequestContext,
  ): Promise<SendAddressConfirmationPayload> {
    return payload(context, await sendAddressConfirmation(context, input));
  }

  @Mutation(() => ConfirmAddressPayload, {
    description: "Proves this account's address by the link that was mailed to it. Scope requests:write.",
  })
  async confirmAddress(
    @Arg("input", () => ConfirmAddressInput, { description: "The link." }) input: ConfirmAddressInput,
    @Ctx() context: RequestContext,
  ): Promise<ConfirmAddressPayload> {
    return payload(context, await confirmAddress(context, input));
  }
}
