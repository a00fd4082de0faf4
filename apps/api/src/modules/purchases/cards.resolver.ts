/** Saved cards: entered with the payment provider, removed here, and the one offered first (R76-R78, F25). */
import type { PaymentMethod } from "@accord/domain";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { payload } from "../../kernel/graphql/payload.js";
import { beginCardSetup, finishCardSetup } from "./card-setups.js";
import { listCards, removeCard, setDefaultCard } from "./keep-cards.js";
import {
  BeginCardSetupInput,
  BeginCardSetupPayload,
  FinishCardSetupInput,
  FinishCardSetupPayload,
  RemovePaymentMethodInput,
  RemovePaymentMethodPayload,
  SetDefaultPaymentMethodInput,
  SetDefaultPaymentMethodPayload,
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

  @Mutation(() => BeginCardSetupPayload, {
    description: "Begins to save a card with the payment provider. In the browser only.",
  })
  async beginCardSetup(
    @Arg("input", () => BeginCardSetupInput, { description: "The setup." }) input: BeginCardSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<BeginCardSetupPayload> {
    return payload(context, await beginCardSetup(context, input));
  }

  @Mutation(() => FinishCardSetupPayload, {
    description: "Keeps the card that was entered with the payment provider. In the browser only.",
  })
  async finishCardSetup(
    @Arg("input", () => FinishCardSetupInput, { description: "The setup." }) input: FinishCardSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<FinishCardSetupPayload> {
    return payload(context, await finishCardSetup(context, input.setupId));
  }

  @Mutation(() => RemovePaymentMethodPayload, { description: "Forgets a saved card. In the browser only." })
  async removePaymentMethod(
    @Arg("input", () => RemovePaymentMethodInput, { description: "The card." }) input: RemovePaymentMethodInput,
    @Ctx() context: RequestContext,
  ): Promise<RemovePaymentMethodPayload> {
    return payload(context, await removeCard(context, input.paymentMethodId));
  }

  @Mutation(() => SetDefaultPaymentMethodPayload, {
    description: "Makes a saved card the one offered first. In the browser only.",
  })
  async setDefaultPaymentMethod(
    @Arg("input", () => SetDefaultPaymentMethodInput, { description: "The card." }) input: SetDefaultPaymentMethodInput,
    @Ctx() context: RequestContext,
  ): Promise<SetDefaultPaymentMethodPayload> {
    return payload(context, await setDefaultCard(context, input.paymentMethodId));
  }
}
