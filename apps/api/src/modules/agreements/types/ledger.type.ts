/** The ledger of a plan as a statement (R11, F16, F19). */
import type { CivilDate, EpochMs, LedgerKind } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar, LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { LedgerKindEnum } from "./plan-enums.type.js";

@ObjectType("LedgerEntry", {
  description:
    "A change of a plan's balance. Of entries about other holders' requests only day, kind and count are told, unless the programme says otherwise.",
  implements: NodeType,
  simpleResolvers: true,
})
export class LedgerEntryType extends NodeType {
  @Field(() => DateTimeScalar, {
    description: "Instant of the change; where `isOwn` is false the beginning of its day, and no more is told.",
  })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "The same: an entry never changes." })
  readonly updatedAt!: EpochMs;

  @Field(() => LedgerKindEnum, { description: "Why the balance changed." })
  readonly kind!: LedgerKind;

  @Field(() => Int, { description: "Signed change of the balance." })
  readonly incidents!: number;

  @Field(() => Int, { nullable: true, description: "Balance after this entry; null for an unlimited plan." })
  readonly balanceAfter!: number | null;

  @Field(() => LocalDateScalar, { description: "Day of the change, in the plan's time zone." })
  readonly on!: CivilDate;

  @Field(() => Boolean, {
    description:
      "Whether it concerns this account: it is about a request that the account sent or is a contact of, or about the plan as such (granted, adjusted, lapsed).",
  })
  readonly isOwn!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Who made the change; null where `isOwn` is false, unless the programme says otherwise, and where nobody did.",
  })
  readonly actorName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Number of the support request; null where `isOwn` is false, unless the programme says otherwise, and where it is about none.",
  })
  readonly requestNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Reason on record, a code or a text; null where `isOwn` is false.",
  })
  readonly reason!: string | null;
}

export const { connection: LedgerEntryConnectionType } = connectionOf(
  "LedgerEntry",
  () => LedgerEntryType,
  "ledger entries",
);
