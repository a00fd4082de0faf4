/** Anything a request can be charged to: a registered agreement or a purchased pack (R10-R17, R65). */

import type { CivilDate, EpochMs, PlanState, Programme, SupportPlan } from "@accord/domain";
import { type MetadataEntry, REFERENCE_LIMITS } from "@accord/domain";
import { Args, Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { DateTimeScalar, LocalDateScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { ProgrammeType } from "../../catalogue/graphql.js";
import { MetadataEntryType } from "../../references/graphql.js";
import type { LedgerRow } from "../storage/ledger.store.js";
import { LedgerEntryConnectionType } from "./ledger.type.js";
import { PlanStateEnum } from "./plan-enums.type.js";

@ObjectType("SupportPlan", {
  description: "A registered agreement or a purchased pack of incidents; it never shows its full ID pair.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SupportPlanType extends NodeType implements Omit<SupportPlan, "startsAt" | "revokedAt"> {
  @Field(() => DateTimeScalar, { description: "When it was issued or bought." })
  readonly createdAt?: EpochMs;

  @Field(() => DateTimeScalar, {
    description:
      "When its term, what it grants or its pair last changed, or it was withdrawn. Incidents used and given back change the balance alone: `ledger` tells them.",
  })
  readonly updatedAt?: EpochMs;

  @Field(() => ProgrammeType, { description: "The programme that grants it." })
  readonly programme!: Programme;

  @Field(() => PlanStateEnum, { description: "How it stands on its own, whatever product is asked about." })
  readonly state!: PlanState;

  @Field(() => LocalDateScalar, { description: "First day." })
  readonly startsOn!: CivilDate;

  @Field(() => LocalDateScalar, { description: "Last day, inclusive." })
  readonly endsOn!: CivilDate;

  @Field(() => DateTimeScalar, { description: "First instant after the last day." })
  readonly endsAt!: EpochMs;

  @Field(() => TimeZoneScalar, { description: "Zone in which its days begin and end." })
  readonly timeZone!: string;

  @Field(() => Int, { description: "Whole days to the last day; 0 on that day and after it." })
  readonly daysLeft!: number;

  @Field(() => Int, { nullable: true, description: "Incidents granted; null: unlimited." })
  readonly incidentsTotal!: number | null;

  @Field(() => Int, { nullable: true, description: "Incidents left; null: unlimited." })
  readonly incidentsRemaining!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Last four characters of the Access ID; null for a purchased pack.",
  })
  readonly accessIdEnding!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Last four characters of the Agreement ID; null for a purchased pack.",
  })
  readonly agreementIdEnding!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When this account registered or bought it." })
  readonly registeredAt!: EpochMs | null;

  @Field(() => Boolean, { description: "Whether other accounts draw on the same balance." })
  readonly isShared!: boolean;

  @Field(() => LedgerEntryConnectionType, { description: "Changes of the balance, newest first." })
  ledger(@Args(() => PageArgs) _page: PageArgs): RowConnection<LedgerRow> {
    return leaveToReader();
  }

  @Field(() => String, { nullable: true, description: "What your system calls it; null: it gave it no name." })
  readonly externalReference?: string | null;

  @AtMost(REFERENCE_LIMITS.entries)
  @Field(() => [MetadataEntryType], { description: "What your system keeps with it, by name." })
  readonly metadata?: readonly MetadataEntry[];
}

export const { connection: SupportPlanConnectionType } = connectionOf(
  "SupportPlan",
  () => SupportPlanType,
  "support plans",
);
