/** Incidents on sale, saved cards, and purchases with their receipts (R23, R74-R79, F24-F28). */

import { type EpochMs, type MetadataEntry, type Programme, REFERENCE_LIMITS, type SupportPlan } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { CurrencyCodeScalar, DateTimeScalar, MinorUnitsScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";
import { SupportPlanType, UnavailabilityReasonType } from "../../agreements/graphql.js";
import type { JudgedPlan } from "../../agreements/module.js";
import { ProgrammeType } from "../../catalogue/graphql.js";
import { MetadataEntryType } from "../../references/graphql.js";
import { PurchaseStateEnum, type PurchaseStateName } from "./purchase-enums.type.js";

@ObjectType("IncidentOffer", { description: "Incidents that can be bought.", simpleResolvers: true })
export class IncidentOfferType {
  @Field(() => ID, { description: "Name of the offer; its price depends on the country that is asked about." })
  readonly offerId!: string;

  @Field(() => ProgrammeType, { description: "The programme of the plan that is bought." })
  readonly programme!: Programme;

  @Field(() => Int, { description: "Incidents in the pack." })
  readonly packSize!: number;

  @Field(() => MinorUnitsScalar, {
    description: "Price, tax included, a whole number of the smallest unit that ISO 4217 gives the currency.",
  })
  readonly amountMinor!: number;

  @Field(() => CurrencyCodeScalar, { description: "ISO 4217 code of the currency." })
  readonly currencyCode!: string;

  @Field(() => MinorUnitsScalar, {
    description: "Tax within the price, a whole number of the smallest unit of the currency.",
  })
  readonly taxMinor!: number;

  @Field(() => String, { nullable: true, description: "Name of the tax; null: none is charged." })
  readonly taxName!: string | null;

  @Field(() => Int, { description: "Rate of the tax in hundredths of a percent: 1900 is 19%." })
  readonly taxBasisPoints!: number;

  @Field(() => Boolean, {
    description: "Whether the plan it makes could be used for the product version; true when none was named.",
  })
  readonly isUsable!: boolean;

  @AtMost(20)
  @Field(() => [UnavailabilityReasonType], { description: "Every reason why not, in the contract's order." })
  readonly unavailableBecause!: JudgedPlan["reasons"];
}

@ObjectType("NothingSold", { description: "Why nothing can be bought, and what to do.", simpleResolvers: true })
export class NothingSoldType {
  @Field(() => String, { description: "Why, in the language of the answer." })
  readonly message!: string;

  @Field(() => String, { description: "What to do, in the language of the answer." })
  readonly remedy!: string;
}

@ObjectType("OfferNotSold", {
  description: "Incidents that are not sold in the country, and why.",
  simpleResolvers: true,
})
export class OfferNotSoldType {
  @Field(() => ProgrammeType, { description: "The programme." })
  readonly programme!: Programme;

  @Field(() => Int, { description: "Incidents in the pack." })
  readonly packSize!: number;

  @Field(() => String, { description: "Why it is not sold, in the language of the answer." })
  readonly message!: string;
}

@ObjectType("PackAdvice", {
  description: "Whether a pack pays, by one's own last twelve months.",
  simpleResolvers: true,
})
export class PackAdviceType {
  @Field(() => Int, { description: "Incidents used in the last twelve months." })
  readonly usedLast12Months!: number;

  @Field(() => Int, { description: "Incidents of the pack that would lapse unused at that pace." })
  readonly expectedUnused!: number;

  @Field(() => Int, { description: "Incidents from which the pack costs no more than single ones." })
  readonly breakEven!: number;

  @Field(() => Boolean, { description: "Whether the pack is the cheaper choice at that pace." })
  readonly recommendsPack!: boolean;

  @Field(() => String, { description: "The advice as a sentence, in the language of the answer." })
  readonly message!: string;
}

@ObjectType("IncidentOffers", { description: "What is sold in a country, and what is not.", simpleResolvers: true })
export class IncidentOffersType {
  @AtMost(500)
  @Field(() => [IncidentOfferType], { description: "What can be bought; empty where this portal sells nothing." })
  readonly offers!: readonly IncidentOfferType[];

  @Field(() => NothingSoldType, {
    nullable: true,
    description: "Why nothing can be bought, and what to do; null where something can.",
  })
  readonly nothingSold?: NothingSoldType | null;

  @AtMost(500)
  @Field(() => [OfferNotSoldType], { description: "What is sold elsewhere only." })
  readonly notSold!: readonly OfferNotSoldType[];

  @Field(() => CurrencyCodeScalar, { description: "ISO 4217 code of the currency of the prices." })
  readonly currencyCode!: string;

  @Field(() => Boolean, { description: "Whether the prices are not in the country's own currency." })
  readonly isFallbackCurrency!: boolean;

  @Field(() => PackAdviceType, { nullable: true, description: "Advice before a pack; null where none is sold." })
  readonly advice!: PackAdviceType | null;
}

@ObjectType("PaymentMethod", {
  description: "A saved card, as much of it as is kept: its number never was here.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PaymentMethodType extends NodeType {
  @Field(() => String, { description: "Brand: `visa`, `mastercard`." })
  readonly brand!: string;

  @Field(() => String, { description: "Last four digits." })
  readonly last4!: string;

  @Field(() => Int, { description: "Month in which it ends, 1 to 12." })
  readonly expMonth!: number;

  @Field(() => Int, { description: "Year in which it ends, four digits." })
  readonly expYear!: number;

  @Field(() => Boolean, { description: "Whether it is the one offered first." })
  readonly isDefault!: boolean;

  @Field(() => Boolean, { description: "Whether it has ended." })
  readonly isExpired?: boolean;
}

@ObjectType("Receipt", { description: "The receipt of a purchase.", simpleResolvers: true })
export class ReceiptType {
  @Field(() => String, { description: "Number, without gaps in each year: ACC-2026-000123." })
  readonly number!: string;

  @Field(() => DateTimeScalar, { description: "When it was issued." })
  readonly issuedAt!: EpochMs;

  @Field(() => String, { description: "Name on the receipt." })
  readonly billingName!: string;

  @Field(() => String, { nullable: true, description: "Address on the receipt." })
  readonly billingAddress!: string | null;

  @Field(() => String, { nullable: true, description: "The buyer's tax number." })
  readonly taxNumber!: string | null;

  @Field(() => UrlScalar, { description: "Its page." })
  readonly url!: string;

  @Field(() => String, { description: "Signature of this portal over what the receipt says." })
  readonly signature!: string;
}

@ObjectType("Purchase", {
  description: "A purchase of incidents, from the charge to the receipt.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PurchaseType extends NodeType {
  @Field(() => PurchaseStateEnum, { description: "How it stands." })
  readonly state!: PurchaseStateName;

  @Field(() => String, { description: "What was bought, in the language of the answer." })
  readonly offerName!: string;

  @Field(() => Int, { description: "Incidents bought." })
  readonly packSize!: number;

  @Field(() => MinorUnitsScalar, {
    description: "Price, tax included, a whole number of the smallest unit that ISO 4217 gives the currency.",
  })
  readonly amountMinor!: number;

  @Field(() => CurrencyCodeScalar, { description: "ISO 4217 code of the currency." })
  readonly currencyCode!: string;

  @Field(() => MinorUnitsScalar, {
    description: "Tax within the price, a whole number of the smallest unit of the currency.",
  })
  readonly taxMinor!: number;

  @Field(() => String, { nullable: true, description: "Name of the tax; null: none was charged." })
  readonly taxName!: string | null;

  @Field(() => Int, { description: "Rate of the tax in hundredths of a percent." })
  readonly taxBasisPoints!: number;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the buyer agreed to be charged." })
  readonly consentAt!: EpochMs | null;

  @Field(() => String, { nullable: true, description: "Version of the terms the buyer agreed to." })
  readonly consentVersion!: string | null;

  @Field(() => String, { nullable: true, description: "Why the payment was declined, as a code." })
  readonly declineCode!: string | null;

  @Field(() => String, { nullable: true, description: "The same as a sentence, in the language of the answer." })
  readonly declineMessage!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: "Page on which the bank asks its customer; with CHALLENGE only.",
  })
  readonly challengeUrl!: string | null;

  @Field(() => SupportPlanType, { nullable: true, description: "The plan that was bought." })
  readonly plan!: SupportPlan | null;

  @Field(() => ReceiptType, { nullable: true, description: "The receipt; null until it is paid." })
  readonly receipt!: ReceiptType | null;

  @Field(() => PaymentMethodType, { nullable: true, description: "The card it is charged to." })
  readonly card!: PaymentMethodType | null;

  @Field(() => ID, { nullable: true, description: "The unfinished request it was bought for." })
  readonly draftId!: string | null;

  @Field(() => String, { nullable: true, description: "What your system calls it; null: it gave it no name." })
  readonly externalReference?: string | null;

  @AtMost(REFERENCE_LIMITS.entries)
  @Field(() => [MetadataEntryType], { description: "What your system keeps with it, by name." })
  readonly metadata?: readonly MetadataEntry[];
}

export const { connection: PurchaseConnectionType } = connectionOf("Purchase", () => PurchaseType, "purchases");
