/** Registering, removing and showing agreements (R14-R17, R22, R71, E11, E12). */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { payload } from "../../kernel/graphql/payload.js";
import { addAgreement } from "./add-agreement.js";
import {
  AddAgreementInput,
  AddAgreementPayload,
  RedeemActivationLinkInput,
  RedeemActivationLinkPayload,
  RemoveAgreementInput,
  RemoveAgreementPayload,
  RevealAgreementInput,
  RevealAgreementPayload,
} from "./agreements.types.js";
import { redeemActivationLink } from "./redeem-activation-link.js";
import { removeAgreement } from "./remove-agreement.js";
import { revealAgreement } from "./reveal-agreement.js";

@Resolver()
export class AgreementsResolver {
  @Mutation(() => AddAgreementPayload, {
    description:
      "Registers an agreement for this account by its two IDs; whoever else has registered it does not matter. Scope agreements:write.",
  })
  async addAgreement(
    @Arg("input", () => AddAgreementInput, { description: "The two IDs." }) input: AddAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<AddAgreementPayload> {
    return payload(context, await addAgreement(context, input));
  }

  @Mutation(() => RedeemActivationLinkPayload, {
    description: "Registers an agreement for this account by a one-time link. Scope agreements:write.",
  })
  async redeemActivationLink(
    @Arg("input", () => RedeemActivationLinkInput, { description: "The link." }) input: RedeemActivationLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<RedeemActivationLinkPayload> {
    return payload(context, await redeemActivationLink(context, input));
  }

  @Mutation(() => RemoveAgreementPayload, {
    description:
      "Removes an agreement from this account only; nobody else's registration and no balance changes. Scope agreements:write.",
  })
  async removeAgreement(
    @Arg("input", () => RemoveAgreementInput, { description: "The agreement." }) input: RemoveAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveAgreementPayload> {
    return payload(context, await removeAgreement(context, input));
  }

  @Mutation(() => RevealAgreementPayload, {
    description:
      "Shows the two IDs of an agreement of this account. Browser sessions only, signed in within the last 15 minutes.",
  })
  async revealAgreement(
    @Arg("input", () => RevealAgreementInput, { description: "The agreement." }) input: RevealAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealAgreementPayload> {
    return payload(context, await revealAgreement(context, input.planId));
  }
}
