/** Buying incidents: in the schema, and refused until the shop opens (R35, R72, E20). */
import type { SupportPlan } from "@accord/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../context.js";
import { payload } from "../../graphql/payload.js";
import { CountryCodeScalar } from "../../graphql/scalars.js";
import { IncidentOfferType } from "../../types/programme.type.js";
import { SupportPlanType } from "../../types/support-plan.type.js";
import { UserErrorType } from "../../types/user-error.type.js";
import { purchaseIncident } from "./purchase-incident.js";

@InputType("PurchaseIncidentInput", { description: "What to buy, and with what." })
export class PurchaseIncidentInput {
  @Field(() => ID, { description: "Id of the offer." })
  readonly offerId!: string;

  @Field(() => ID, { description: "Id of a saved payment method." })
  readonly paymentMethodId!: string;

  @Field(() => Boolean, { description: "Consent to be charged at once." })
  readonly consent!: boolean;

  @Field(() => ID, { description: "Key of your choice: the same purchase under it is made once." })
  readonly idempotencyKey!: string;
}

@ObjectType("PurchaseIncidentPayload", { description: "What a purchase leads to.", simpleResolvers: true })
export class PurchaseIncidentPayload {
  @Field(() => SupportPlanType, { nullable: true, description: "The plan that was bought." })
  readonly plan?: SupportPlan | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  readonly userErrors!: readonly object[];
}

@Resolver()
export class PurchasesResolver {
  @Query(() => [IncidentOfferType], { description: "What can be bought; empty until this portal sells incidents." })
  incidentOffers(
    @Arg("country", () => CountryCodeScalar, {
      nullable: true,
      description: "Where the buyer is; default: the profile's country.",
    })
    _country: string | null,
  ): readonly object[] {
    return [];
  }

  @Mutation(() => PurchaseIncidentPayload, {
    description: "Buys incidents by card, with a personal account. Scope purchases:write.",
  })
  purchaseIncident(
    @Arg("input", () => PurchaseIncidentInput, { description: "The purchase." }) _input: PurchaseIncidentInput,
    @Ctx() context: RequestContext,
  ): object {
    return payload(context, purchaseIncident(accountOf(context), context.settings));
  }
}
