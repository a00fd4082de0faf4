/** One-time links to requests, and asking for access (R95-R97, F46, A-10). */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { payload } from "../../kernel/graphql/payload.js";
import { createAccessAsk } from "./create-access-ask.js";
import { createInvitation } from "./create-invitation.js";
import { decideAccessAsk } from "./decide-access-ask.js";
import {
  CreateAccessAskInput,
  CreateAccessAskPayload,
  CreateInvitationInput,
  CreateInvitationPayload,
  DecideAccessAskInput,
  DecideAccessAskPayload,
  RedeemInvitationInput,
  RedeemInvitationPayload,
} from "./invitations.types.js";
import { redeemInvitation } from "./redeem-invitation.js";
import { removeContact } from "./remove-contact.js";
import { shareRequest } from "./share-request.js";
import { RemoveContactInput, RemoveContactPayload, ShareRequestInput, ShareRequestPayload } from "./sharing.types.js";

@Resolver()
export class InvitationsResolver {
  @Mutation(() => CreateInvitationPayload, {
    description: "Makes a one-time link for a contact who does not see the request yet. Scope requests:write.",
  })
  async createInvitation(
    @Arg("input", () => CreateInvitationInput, { description: "For whom." }) input: CreateInvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateInvitationPayload> {
    return payload(context, await createInvitation(context, input));
  }

  @Mutation(() => RedeemInvitationPayload, {
    description: "Makes this account the contact that a one-time link was made for. Scope requests:write.",
  })
  async redeemInvitation(
    @Arg("input", () => RedeemInvitationInput, { description: "The link." }) input: RedeemInvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<RedeemInvitationPayload> {
    return payload(context, await redeemInvitation(context, input));
  }

  @Mutation(() => CreateAccessAskPayload, {
    description:
      "Asks the contacts of a support request to be added; says nothing about whether there is one. Scope requests:write.",
  })
  async createAccessAsk(
    @Arg("input", () => CreateAccessAskInput, { description: "The number." }) input: CreateAccessAskInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateAccessAskPayload> {
    return payload(context, await createAccessAsk(context, input));
  }

  @Mutation(() => DecideAccessAskPayload, {
    description: "Adds somebody who asked to be added, or refuses. Scope requests:write.",
  })
  async decideAccessAsk(
    @Arg("input", () => DecideAccessAskInput, { description: "The answer." }) input: DecideAccessAskInput,
    @Ctx() context: RequestContext,
  ): Promise<DecideAccessAskPayload> {
    return payload(context, await decideAccessAsk(context, input));
  }

  @Mutation(() => ShareRequestPayload, { description: "Adds contacts to a support request. Scope requests:write." })
  async shareRequest(
    @Arg("input", () => ShareRequestInput, { description: "The people to add." }) input: ShareRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<ShareRequestPayload> {
    const shared = payload(context, await shareRequest(context, input));
    return { ...shared, addedContacts: shared.addedContacts ?? [], invitations: shared.invitations ?? [] };
  }

  @Mutation(() => RemoveContactPayload, {
    description:
      "Removes oneself from a support request; the engineer who owns it removes anybody. Scope requests:write.",
  })
  async removeContact(
    @Arg("input", () => RemoveContactInput, { description: "The contact." }) input: RemoveContactInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveContactPayload> {
    return payload(context, await removeContact(context, input));
  }
}
