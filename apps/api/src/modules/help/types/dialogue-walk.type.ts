/** What was said to the virtual agent: in a draft, and as it is sent with a request (R61, F63). */

import type { DialogueWalk, TreeMove } from "@accord/domain";
import { TREE_LIMITS } from "@accord/domain";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";

@ObjectType("DialogueMove", { description: "What was said at a step of the virtual agent.", simpleResolvers: true })
export class DialogueMoveType implements TreeMove {
  @Field(() => String, { description: "The step." })
  readonly stepId!: string;

  @Field(() => String, { nullable: true, description: "The answer that was chosen." })
  readonly answerId!: string | null;

  @Field(() => String, { nullable: true, description: "The evidence that was given." })
  readonly value!: string | null;
}

@ObjectType("DialogueWalk", { description: "What was said to the virtual agent.", simpleResolvers: true })
export class DialogueWalkType implements DialogueWalk {
  @Field(() => String, { description: "Slug of the dialogue." })
  readonly treeSlug!: string;

  @Field(() => Int, { description: "Version of the dialogue it belongs to." })
  readonly version!: number;

  @AtMost(TREE_LIMITS.path)
  @Field(() => [DialogueMoveType], { description: "What was said, from the first step on." })
  readonly steps!: readonly DialogueMoveType[];
}

@InputType("DialogueMoveInput", { description: "What is said at a step: the answer to a question, or evidence." })
export class DialogueMoveInput implements TreeMove {
  @Field(() => String, { description: "The step." })
  readonly stepId!: string;

  @Field(() => String, { nullable: true, description: "The chosen answer; for a question." })
  readonly answerId?: string | null;

  @Field(() => String, { nullable: true, description: "What is asked for; for evidence." })
  readonly value?: string | null;
}

@InputType("DialogueWalkInput", { description: "What was said to the virtual agent; it may stop at any step." })
export class DialogueWalkInput implements DialogueWalk {
  @Field(() => String, { description: "Slug of the dialogue." })
  readonly treeSlug!: string;

  @Field(() => Int, { description: "Version of the dialogue." })
  readonly version!: number;

  @Field(() => [DialogueMoveInput], { description: "What was said, from the first step on." })
  readonly steps!: readonly DialogueMoveInput[];
}

/** Plain values, nothing left undefined. */
export const walkOf = (input: DialogueWalk | null | undefined): DialogueWalk | null =>
  input === null || input === undefined
    ? null
    : {
        treeSlug: input.treeSlug,
        version: input.version,
        steps: input.steps.map(({ stepId, answerId, value }) => ({
          stepId,
          answerId: answerId ?? null,
          value: value ?? null,
        })),
      };
