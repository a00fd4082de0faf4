/** Saved cards: entered with the payment provider, removed here, and the one offered first (R76-R78, F25). */
import type { PaymentMethod } from "@accord/domain";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { payload } from "../../kernel/graphql/payload.js";
import { completeCardSetup, startCardSetup } from "./card-setups.js";
import { listCards, removeCard, setDefaultCard } from "./keep-cards.js";
import {
  CompleteCardSetupInput,
  CompleteCardSetupPayload,
  RemovePaymentMethodInput,
  RemovePaymentMethodPayload,
  StartCardSetupInput,
  StartCardSetupPayload,
  UpdateDefaultPaymentMethodInput,
  UpdateDefaultPaymentMethodPayload,
} from "./purchases.types.js";
import { PaymentMethodType } from "./types/purchase.type.js";

@Resolver()
export class CardsResolver {
  @AtMost(1000)
  @Query(() => [PaymentMethodType], {
    description: "Your saved cards, the one offered first at the head. Scope purchases:write.",
  })
  paymentMethods(@Ctx() context: RequestContext): Promise<readonly PaymentMethod[]> {
    return listCards(context);
  }

  @Mutation(() => StartCardSetupPayload, {
    description: "Begins to save a card with the payment provider. In the browser only.",
  })
  async startCardSetup(
    @Arg("input", () => StartCardSetupInput, { description: "The setup." }) input: StartCardSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<StartCardSetupPayload> {
    return payload(context, await startCardSetup(context, input));
  }

  @Mutation(() => CompleteCardSetupPayload, {
    description: "Keeps the card that was entered with the payment provider. In the browser only.",
  })
  async completeCardSetup(
    @Arg("input", () => CompleteCardSetupInput, { description: "The setup." }) input: CompleteCardSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<CompleteCardSetupPayload> {
    return payload(context, await completeCardSetup(context, input.setupId));
  }

  @Mutation(() => RemovePaymentMethodPayload, { description: "Forgets a saved card. In the browser only." })
  async removePaymentMethod(
    @Arg("input", () => RemovePaymentMethodInput, { description: "The card." }) input: RemovePaymentMethodInput,
    @Ctx() context: RequestContext,
  ): Promise<RemovePaymentMethodPayload> {
    return payload(context, await removeCard(context, input.paymentMethodId));
  }

  @Mutation(() => UpdateDefaultPaymentMethodPayload, {
    description: "Makes a saved card the one offered first. In the browser only.",
  })
  async updateDefaultPaymentMethod(
    @Arg("input", () => UpdateDefaultPaymentMethodInput, { description: "The card." })
    input: UpdateDefaultPaymentMethodInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateDefaultPaymentMethodPayload> {
    return payload(context, await setDefaultCard(context, input.paymentMethodId));
  }
}
