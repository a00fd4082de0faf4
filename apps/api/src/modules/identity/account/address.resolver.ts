/** Proving one's own address by a link mailed to it (G5, E9, A-10). */
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { ViewerType } from "../types/viewer.type.js";
import { completeAddressConfirmation } from "./complete-address-confirmation.js";
import { startAddressConfirmation } from "./start-address-confirmation.js";

@ObjectType("StartAddressConfirmationPayload", {
  description: "What asking for the mail leads to.",
  simpleResolvers: true,
})
export class StartAddressConfirmationPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "False where there is nothing to prove." })
  readonly isSent!: boolean | null;
}

@InputType("StartAddressConfirmationInput", { description: "Where to, for an account without an address." })
export class StartAddressConfirmationInput {
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "The address to prove; only where the sign-in gave none.",
  })
  readonly email?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CompleteAddressConfirmationInput", { description: "The one-time link mailed to one's own address." })
export class CompleteAddressConfirmationInput {
  @Field(() => String, { description: "The last part of the link's address." })
  readonly token!: string;
}

@ObjectType("CompleteAddressConfirmationPayload", {
  description: "What confirming an address leads to.",
  simpleResolvers: true,
})
export class CompleteAddressConfirmationPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: "The account with its proven address." })
  readonly viewer!: ViewerType | null;
}

@Resolver()
export class AddressResolver {
  @Mutation(() => StartAddressConfirmationPayload, {
    description:
      "Mails a one-time link to this account's own address, or to the one claimed since the last proof. Scope requests:write.",
  })
  async startAddressConfirmation(
    @Arg("input", () => StartAddressConfirmationInput, { description: "Where to." })
    input: StartAddressConfirmationInput,
    @Ctx() context: RequestContext,
  ): Promise<StartAddressConfirmationPayload> {
    return payload(context, await startAddressConfirmation(context, input));
  }

  @Mutation(() => CompleteAddressConfirmationPayload, {
    description: "Proves this account's address by the link that was mailed to it. Scope requests:write.",
  })
  async completeAddressConfirmation(
    @Arg("input", () => CompleteAddressConfirmationInput, { description: "The link." })
    input: CompleteAddressConfirmationInput,
    @Ctx() context: RequestContext,
  ): Promise<CompleteAddressConfirmationPayload> {
    return payload(context, await completeAddressConfirmation(context, input));
  }
}
