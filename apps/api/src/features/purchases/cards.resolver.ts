/** Saved cards: entered with the payment provider, removed here, and the one offered first (R76-R78, F25). */
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../context.js";
import { payload } from "../../graphql/payload.js";
import { RequestError } from "../../graphql/request-error.js";
import { PaymentMethodType } from "../../types/purchase.type.js";
import { purchaseIncident } from "./purchase-incident.js";
import {
  BeginCardSetupInput,
  BeginCardSetupPayload,
  FinishCardSetupInput,
  FinishCardSetupPayload,
  PaymentMethodInput,
  PaymentMethodsPayload,
} from "./purchases.types.js";

@Resolver()
export class CardsResolver {
  @Query(() => [PaymentMethodType], {
    description: "Your saved cards, the one offered first at the head. Scope purchases:write.",
  })
  paymentMethods(): readonly object[] {
    return [];
  }

  @Mutation(() => BeginCardSetupPayload, {
    description: "Begins to save a card with the payment provider. In the browser only.",
  })
  beginCardSetup(
    @Arg("input", () => BeginCardSetupInput, { description: "The setup." }) _input: BeginCardSetupInput,
    @Ctx() context: RequestContext,
  ): object {
    return payload(context, purchaseIncident(accountOf(context), context.settings));
  }

  @Mutation(() => FinishCardSetupPayload, {
    description: "Keeps the card that was entered with the payment provider. In the browser only.",
  })
  finishCardSetup(
    @Arg("input", () => FinishCardSetupInput, { description: "The setup." }) _input: FinishCardSetupInput,
  ): object {
    throw new RequestError("NOT_FOUND");
  }

  @Mutation(() => PaymentMethodsPayload, { description: "Forgets a saved card. In the browser only." })
  removePaymentMethod(
    @Arg("input", () => PaymentMethodInput, { description: "The card." }) _input: PaymentMethodInput,
  ): object {
    throw new RequestError("NOT_FOUND");
  }

  @Mutation(() => PaymentMethodsPayload, {
    description: "Makes a saved card the one offered first. In the browser only.",
  })
  setDefaultPaymentMethod(
    @Arg("input", () => PaymentMethodInput, { description: "The card." }) _input: PaymentMethodInput,
  ): object {
    throw new RequestError("NOT_FOUND");
  }
}
