/** Agreements as staff manage them (F18, F56). */
import type { Account, CivilDate, EpochMs, Language, LedgerKind, PlanState, Programme } from "@accord/domain";
import { Args, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import {
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateScalar,
  TimeZoneScalar,
  UrlScalar,
} from "../../../kernel/graphql/scalars.js";
import { LedgerKindEnum, PlanStateEnum } from "../../agreements/graphql.js";
import type { Holder, LedgerRow, ManagedPlan } from "../../agreements/module.js";
import { ProgrammeType } from "../../catalogue/graphql.js";
import { AccountSummaryType } from "../../desk/graphql.js";
import { LanguageCodeEnum } from "../../identity/graphql.js";

@ObjectType("AgreementRecipient", { description: "Whom an agreement was issued to.", simpleResolvers: true })
export class AgreementRecipientType {
  @Field(() => String, { nullable: true, description: "Name." })
  readonly name!: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: "E-mail address." })
  readonly email!: string | null;

  @Field(() => LanguageCodeEnum, { description: "Language of the letter." })
  readonly language!: Language;
}

export type ActivationState = "OPEN" | "USED" | "ENDED";
const ActivationStateEnum = publishCodes<ActivationState>("ActivationState", "Where an activation link stands.", {
  OPEN: "It can be used.",
  USED: "Somebody registered the agreement with it.",
  ENDED: "It has run out, or was replaced or taken back.",
});

@ObjectType("AgreementActivation", {
  description: "The newest activation link of an agreement; the link itself is shown to who made it alone.",
  simpleResolvers: true,
})
export class AgreementActivationType {
  @Field(() => ActivationStateEnum, { description: "Where it stands." })
  readonly state!: ActivationState;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly expiresAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was used." })
  readonly usedAt!: EpochMs | null;

  @Field(() => AccountSummaryType, { nullable: true, description: "Who used it." })
  readonly usedBy!: Account | null;
}

@ObjectType("AgreementHolder", { description: "An account that registered an agreement.", simpleResolvers: true })
export class AgreementHolderType {
  @Field(() => AccountSummaryType, { description: "The account." })
  readonly account?: Account | null;

  @Field(() => DateTimeScalar, { description: "When it registered the agreement." })
  readonly registeredAt!: EpochMs;

  @Field(() => Int, { description: "Incidents its requests used and did not get back." })
  readonly incidentsUsed!: number;
}

/** A holder as a row of a list: an account is one once. */
export interface HolderRow extends Holder {
  readonly id: string;
}

const { connection: AgreementHolderConnectionType } = connectionOf(
  "AgreementHolder",
  () => AgreementHolderType,
  "holders",
);

@ObjectType("AgreementUsage", { description: "What was used of an agreement.", simpleResolvers: true })
export class AgreementUsageType {
  @Field(() => Int, { description: "Support requests charged to it." })
  readonly requestCount!: number;

  @Field(() => Int, { description: "Incidents used and not given back." })
  readonly incidentsUsed!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When an incident was used last." })
  readonly lastUsedAt!: EpochMs | null;
}

@ObjectType("ManagedLedgerEntry", {
  description: "A change of an agreement's balance, for staff.",
  simpleResolvers: true,
})
export class ManagedLedgerEntryType {
  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId?: string;

  @Field(() => LedgerKindEnum, { description: "Why the balance changed." })
  readonly kind!: LedgerKind;

  @Field(() => Int, { description: "Signed change of the balance." })
  readonly incidents!: number;

  @Field(() => Int, { nullable: true, description: "Balance after this entry; null for an unlimited agreement." })
  readonly balanceAfter!: number | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at!: EpochMs;

  @Field(() => AccountSummaryType, { nullable: true, description: "Who caused it; null: the system." })
  readonly actor!: Account | null;

  @Field(() => String, { nullable: true, description: "Number of the support request it belongs to." })
  readonly requestNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Reason on record." })
  readonly reason!: string | null;
}

export const { connection: ManagedLedgerEntryConnectionType } = connectionOf(
  "ManagedLedgerEntry",
  () => ManagedLedgerEntryType,
  "ledger entries",
);

@ObjectType("ManagedAgreement", { description: "An agreement, for staff.", simpleResolvers: true })
export class ManagedAgreementType {
  @Field(() => ID, { description: "Id of its plan." })
  readonly planId?: string;

  @Field(() => ProgrammeType, { description: "The programme that grants it." })
  readonly programme!: Programme;

  @Field(() => PlanStateEnum, { description: "How it stands." })
  readonly state!: PlanState;

  @Field(() => LocalDateScalar, { description: "First day." })
  readonly startsOn!: CivilDate;

  @Field(() => LocalDateScalar, { description: "Last day, inclusive." })
  readonly endsOn!: CivilDate;

  @Field(() => TimeZoneScalar, { description: "Zone in which its days begin and end." })
  readonly timeZone!: string;

  @Field(() => Int, { description: "Whole days to the last day; 0 on that day and after it." })
  readonly daysLeft!: number;

  @Field(() => Int, { nullable: true, description: "Incidents granted; null: unlimited." })
  readonly incidentsTotal!: number | null;

  @Field(() => Int, { nullable: true, description: "Incidents left; null: unlimited." })
  readonly incidentsRemaining!: number | null;

  @Field(() => String, { nullable: true, description: "Last four characters of the Access ID." })
  readonly accessIdEnding!: string | null;

  @Field(() => String, { nullable: true, description: "Last four characters of the Agreement ID." })
  readonly agreementIdEnding!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was issued or imported." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was withdrawn." })
  readonly revokedAt!: EpochMs | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last day to activate it, while nobody has; null: activated, or nobody has to.",
  })
  readonly redeemBy!: CivilDate | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its holder activated it; null: not yet, or nobody has to.",
  })
  readonly activatedAt!: EpochMs | null;

  @Field(() => AgreementRecipientType, {
    nullable: true,
    description: "Whom it was issued to; null: nobody was named.",
  })
  readonly recipient!: ManagedPlan["recipient"];

  @Field(() => AgreementActivationType, { nullable: true, description: "Its newest activation link." })
  readonly activation!: AgreementActivationType | null;

  @Field(() => AgreementHolderConnectionType, { description: "Who registered it, oldest first." })
  holders(@Args(() => PageArgs) _page: PageArgs): RowConnection<HolderRow> {
    return leaveToReader();
  }

  @Field(() => AgreementUsageType, { description: "What was used of it." })
  readonly usage!: AgreementUsageType;

  @Field(() => UrlScalar, {
    description: "Address of its letter: a page to print, in the recipient's language. Asks for a fresh sign-in.",
  })
  readonly letterUrl!: string;

  @Field(() => ManagedLedgerEntryConnectionType, { description: "Changes of the balance, newest first." })
  ledger(@Args(() => PageArgs) _page: PageArgs): RowConnection<LedgerRow> {
    return leaveToReader();
  }
}

export const { connection: ManagedAgreementConnectionType } = connectionOf(
  "ManagedAgreement",
  () => ManagedAgreementType,
  "agreements",
);
