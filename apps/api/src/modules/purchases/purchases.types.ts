/** Inputs and payloads of purchases and saved cards (R23, R76-R79, F24, F25, F28). */
import type { PaymentMethod, Purchase, SupportPlan } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { UrlScalar } from "../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { SupportPlanType } from "../agreements/graphql.js";
import {
  METADATA_FILTER,
  METADATA_INPUT,
  MetadataEntryInput,
  REFERENCE_FILTER,
  REFERENCE_INPUT,
} from "../references/graphql.js";
import { PaymentMethodType, PurchaseType } from "./types/purchase.type.js";

@InputType("BillingInput", { description: "What the receipt says of its buyer." })
export class BillingInput {
  @Field(() => String, { nullable: true, description: "Name; default: the account's." })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "Address, of one line or several." })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: "Tax number." })
  readonly taxNumber?: string | null;
}

@InputType("PurchaseIncidentInput", { description: "What to buy, and with what; prices are the server's alone." })
export class PurchaseIncidentInput {
  @Field(() => ID, { description: "Id of the offer." })
  readonly offerId!: string;

  @Field(() => ID, { description: "Id of a saved payment method." })
  readonly paymentMethodId!: string;

  @Field(() => Boolean, { description: "Consent to be charged at once." })
  readonly consent!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Version of the terms the buyer was shown; another than the current one is refused.",
  })
  readonly consentVersion?: string | null;

  @Field(() => ID, { description: "Key of your choice: the same purchase under it is made once." })
  readonly idempotencyKey!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of an unfinished request: the offer is judged for its version, and the plan becomes its plan.",
  })
  readonly draftId?: string | null;

  @Field(() => BillingInput, { nullable: true, description: "What the receipt says of its buyer." })
  readonly billing?: BillingInput | null;

  @Field(() => String, REFERENCE_INPUT)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_INPUT)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

@InputType("PurchaseFilter", { description: "Which purchases to list; all of it must hold." })
export class PurchaseFilterInput {
  @Field(() => String, REFERENCE_FILTER)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_FILTER)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

@ObjectType("PurchaseIncidentPayload", { description: "What a purchase leads to.", simpleResolvers: true })
export class PurchaseIncidentPayload extends MutationPayload {
  @Field(() => PurchaseType, {
    nullable: true,
    description: "The purchase: paid, waiting for the bank's question, being confirmed or declined.",
  })
  readonly purchase!: Purchase | null;

  @Field(() => SupportPlanType, { nullable: true, description: "The plan that was bought; null until it is paid." })
  readonly plan!: SupportPlan | null;
}

@InputType("StartCardSetupInput", { description: "A card to be saved." })
export class StartCardSetupInput {
  @Field(() => String, {
    description: "Path here that the browser comes back to; `cardSetup=<id>` is added to its query.",
  })
  readonly returnTo!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("StripeSetup", { description: "What Stripe's element needs.", simpleResolvers: true })
export class StripeSetupType {
  @Field(() => String, { description: "Secret of this one setup." })
  readonly clientSecret!: string;

  @Field(() => String, { description: "Public key of this installation." })
  readonly publishableKey!: string;
}

@ObjectType("CardSetup", {
  description: "A card being entered with the payment provider: by a page of its own, or by its element.",
  simpleResolvers: true,
})
export class CardSetupType {
  @Field(() => ID, { description: "Id of the setup." })
  readonly setupId!: string;

  @Field(() => UrlScalar, { nullable: true, description: "The provider's page to go to; this or `stripe`." })
  readonly redirectUrl!: string | null;

  @Field(() => StripeSetupType, { nullable: true, description: "For Stripe's element; this or `redirectUrl`." })
  readonly stripe!: StripeSetupType | null;
}

@ObjectType("StartCardSetupPayload", { description: "Where a card is entered.", simpleResolvers: true })
export class StartCardSetupPayload extends MutationPayload {
  @Field(() => CardSetupType, { nullable: true, description: "The setup." })
  readonly setup!: CardSetupType | null;
}

@InputType("CompleteCardSetupInput", { description: "A setup that the browser has come back from." })
export class CompleteCardSetupInput {
  @Field(() => ID, { description: "Id of the setup." })
  readonly setupId!: string;
}

@ObjectType("CompleteCardSetupPayload", { description: "What a setup led to.", simpleResolvers: true })
export class CompleteCardSetupPayload extends MutationPayload {
  @Field(() => PaymentMethodType, { nullable: true, description: "The saved card." })
  readonly paymentMethod!: PaymentMethod | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the provider has not decided yet: ask again." })
  readonly isPending!: boolean | null;
}

@InputType()
abstract class PaymentMethodInput {
  @Field(() => ID, { description: "Id of the saved card." })
  readonly paymentMethodId!: string;
}

@InputType("RemovePaymentMethodInput", { description: "A saved card to forget." })
export class RemovePaymentMethodInput extends PaymentMethodInput {}

@InputType("UpdateDefaultPaymentMethodInput", { description: "A saved card to offer first." })
export class UpdateDefaultPaymentMethodInput extends PaymentMethodInput {}

/** The saved cards afterwards, in a payload of each command. */
@ObjectType({ simpleResolvers: true })
abstract class PaymentMethodsPayload extends MutationPayload {
  @AtMost(1000)
  @Field(() => [PaymentMethodType], { nullable: true, description: "Saved cards, the one offered first at the head." })
  readonly paymentMethods!: readonly PaymentMethod[] | null;
}

@ObjectType("RemovePaymentMethodPayload", {
  description: "What forgetting a saved card leads to.",
  simpleResolvers: true,
})
export class RemovePaymentMethodPayload extends PaymentMethodsPayload {}

@ObjectType("UpdateDefaultPaymentMethodPayload", {
  description: "What offering a saved card first leads to.",
  simpleResolvers: true,
})
export class UpdateDefaultPaymentMethodPayload extends PaymentMethodsPayload {}

@InputType("RefreshPurchaseInput", { description: "A purchase to ask the payment provider about." })
export class RefreshPurchaseInput {
  @Field(() => ID, { description: "Id of the purchase." })
  readonly purchaseId!: string;
}

@InputType("RefundPurchaseInput", { description: "A purchase to give back." })
export class RefundPurchaseInput {
  @Field(() => ID, { description: "Id of the purchase." })
  readonly purchaseId!: string;

  @Field(() => String, { description: "Why; kept in the ledger." })
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

/** The purchase afterwards, in a payload of each command. */
@ObjectType({ simpleResolvers: true })
abstract class PurchasePayload extends MutationPayload {
  @Field(() => PurchaseType, { nullable: true, description: "The purchase." })
  readonly purchase!: Purchase | null;
}

@ObjectType("RefreshPurchasePayload", {
  description: "What asking the payment provider leads to.",
  simpleResolvers: true,
})
export class RefreshPurchasePayload extends PurchasePayload {}

@ObjectType("RefundPurchasePayload", { description: "What giving the money back leads to.", simpleResolvers: true })
export class RefundPurchasePayload extends PurchasePayload {}
