/** A proposal to open a second request for part of one (S1, F55). */
import type { EpochMs, SplitState } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";

@ObjectType("SplitProposal", {
  description: "A part of a support request that is a problem of its own; a contact decides.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SplitProposalType extends NodeType {
  @Field(() => String, { description: "Title of the second request." })
  readonly title!: string;

  @Field(() => String, { description: "What it is about." })
  readonly description!: string;

  @Field(() => SplitStateEnum, { description: "What became of it." })
  readonly state!: SplitState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When a contact decided." })
  readonly decidedAt!: EpochMs | null;

  @Field(() => ID, { nullable: true, description: "Id of the request it led to." })
  readonly newRequestId!: string | null;
}
export const SplitStateEnum = publishCodes<SplitState>("SplitState", "What became of a proposal to split.", {
  PROPOSED: "No contact has decided yet.",
  ACCEPTED: "A contact agreed: the second request was opened.",
  DECLINED: "A contact said no.",
});
