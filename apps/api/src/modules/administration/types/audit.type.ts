/** The audit record as pages of staff (F82). */
import { type Account, AUDIT_MESSAGES, type AuditAction, type AuditArea, type EpochMs } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import type { AuditProblem } from "../../../kernel/db/index.js";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { publishCodes, publishNamedCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { AccountSummaryType } from "../../desk/graphql.js";

const { actions, areas } = AUDIT_MESSAGES.en;

export const AuditActionEnum = publishNamedCodes<AuditAction>(
  "AuditAction",
  "What the audit record can say was done.",
  Object.fromEntries(
    Object.entries(actions).map(([code, words]) => [code, `${words}: \`${code}\`.`]),
  ) as typeof actions,
);

export const AuditAreaEnum = publishNamedCodes<AuditArea>(
  "AuditArea",
  "What actions of the audit record are about.",
  Object.fromEntries(Object.entries(areas).map(([area, words]) => [area, `${words}.`])) as typeof areas,
);

@ObjectType("AuditDetail", { description: "One detail of an audit entry.", simpleResolvers: true })
export class AuditDetailType {
  @Field(() => String, { description: "Its name." })
  readonly name!: string;

  @Field(() => String, { description: "Its value, as text." })
  readonly value!: string;
}

@ObjectType("AuditEntry", {
  description: "Who did what: a link of a chain that is only ever added to.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AuditEntryType extends NodeType {
  @Field(() => Int, { description: "Its place in the chain, from 1." })
  readonly seq!: number;

  @Field(() => AccountSummaryType, { nullable: true, description: "Who; null: the system, or the command line." })
  readonly actor!: Account | null;

  @Field(() => AuditActionEnum, {
    nullable: true,
    description: "What was done; null: a code that this version does not know, as `actionCode` says it.",
  })
  readonly action!: AuditAction | null;

  @Field(() => String, {
    description: "What was done as it stands in the chain and its hash covers it: `agreement.issue`.",
  })
  readonly actionCode!: string;

  @Field(() => String, { description: "Id of what it was done to." })
  readonly objectId!: string;

  @AtMost(1000)
  @Field(() => [AuditDetailType], { nullable: true, description: "What else is on record; null: nothing, or erased." })
  readonly details!: readonly AuditDetailType[] | null;

  @Field(() => String, { description: "Hash over this entry and the one before it." })
  readonly hash!: string;
}

export const { connection: AuditEntryConnectionType } = connectionOf(
  "AuditEntry",
  () => AuditEntryType,
  "audit entries",
);

const AuditProblemEnum = publishCodes<AuditProblem>("AuditProblem", "What is wrong with an audit entry.", {
  OUT_OF_PLACE: "It does not stand behind the one before it: something was taken out or put in.",
  UNLINKED: "It does not carry the hash of the one before it.",
  ALTERED: "It is not as it was written.",
  OTHER_DETAILS: "Its details are not those it was written with.",
  CUT_OFF: "The newest entries are gone: an exported head stands past the end.",
  REWRITTEN: "The chain was written anew: an exported head says otherwise.",
});

@ObjectType("AuditBadEntry", { description: "The first audit entry that is not as it must be.", simpleResolvers: true })
export class AuditBadEntryType {
  @Field(() => Int, { description: "Its place in the chain." })
  readonly seq!: number;

  @Field(() => AuditProblemEnum, { description: "What is wrong with it." })
  readonly problem!: AuditProblem;
}

@ObjectType("AuditHead", { description: "A head of the chain as it was exported.", simpleResolvers: true })
export class AuditHeadType {
  @Field(() => Int, { description: "Place in the chain." })
  readonly seq!: number;

  @Field(() => String, { description: "Hash." })
  readonly hash!: string;

  @Field(() => DateTimeScalar, { description: "When it was exported." })
  readonly at!: EpochMs;
}

@ObjectType("AuditState", {
  description: "Whether the audit record is whole: every entry is checked.",
  simpleResolvers: true,
})
export class AuditStateType {
  @Field(() => Boolean, { description: "Whether everything is as it was written." })
  readonly isIntact!: boolean;

  @Field(() => Int, { description: "Place of the last entry that is as it must be." })
  readonly checkedUpTo!: number;

  @Field(() => String, { description: "Its hash: written down elsewhere, it proves later that nothing was cut off." })
  readonly headHash!: string;

  @Field(() => DateTimeScalar, {
    description: "When it was checked; asking again within ten seconds does not check again.",
  })
  readonly checkedAt!: EpochMs;

  @Field(() => AuditBadEntryType, { nullable: true, description: "The first entry that is not." })
  readonly firstBad!: AuditBadEntryType | null;

  @Field(() => AuditHeadType, { nullable: true, description: "The newest head exported by this server." })
  readonly exportedHead!: AuditHeadType | null;
}
