/** Answers to the questions about a problem: as they are sent, and as a draft keeps them (F32, F34). */

import type { DraftAnswer, DraftAnswers, SentAnswer } from "@accord/domain";
import { FORM_LIMITS } from "@accord/domain";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";

@InputType("FormAnswerInput", {
  description: "An answer to a question of a form, in the one field that fits its kind.",
})
export class FormAnswerInput implements SentAnswer {
  @Field(() => String, { description: "Name of the question." })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "A text, the value of an option, or a date with time and zone." })
  readonly text?: string | null;

  @Field(() => Int, { nullable: true, description: "A whole number." })
  readonly integer?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Yes or no." })
  readonly flag?: boolean | null;
}

@InputType("FormAnswersInput", { description: "Answers to the questions about the problem." })
export class FormAnswersInput {
  @Field(() => Int, { description: "Version of the form that was answered." })
  readonly version!: number;

  @Field(() => [FormAnswerInput], {
    description: "The answers; a refusal names the question as the path `answers`, name.",
  })
  readonly values!: readonly FormAnswerInput[];
}

@InputType("DraftAnswersInput", { description: "What was answered to a form so far, right or wrong." })
export class DraftAnswersInput {
  @Field(() => String, { description: "Slug of the form." })
  readonly formSlug!: string;

  @Field(() => Int, { description: "Version of the form that was answered." })
  readonly version!: number;

  @Field(() => [FormAnswerInput], { description: "The answers so far." })
  readonly values!: readonly FormAnswerInput[];
}

@ObjectType("DraftAnswer", { description: "An answer as typed so far.", simpleResolvers: true })
export class DraftAnswerType implements DraftAnswer {
  @Field(() => String, { description: "Name of the question." })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "A text, the value of an option, or a date with time and zone." })
  readonly text!: string | null;

  @Field(() => Int, { nullable: true, description: "A whole number." })
  readonly integer!: number | null;

  @Field(() => Boolean, { nullable: true, description: "Yes or no." })
  readonly flag!: boolean | null;
}

@ObjectType("DraftAnswers", { description: "What was answered to a form so far.", simpleResolvers: true })
export class DraftAnswersType implements DraftAnswers {
  @Field(() => String, { description: "Slug of the form." })
  readonly formSlug!: string;

  @Field(() => Int, { description: "Version of the form that was answered." })
  readonly version!: number;

  @AtMost(FORM_LIMITS.questions)
  @AtMost(FORM_LIMITS.questions)
  @Field(() => [DraftAnswerType], { description: "The answers so far." })
  readonly values!: readonly DraftAnswer[];
}

/** Plain values, nothing left undefined. */
export const keptAnswersOf = (input: DraftAnswersInput): DraftAnswers => ({
  formSlug: input.formSlug,
  version: input.version,
  values: input.values.map(({ name, text, integer, flag }) => ({
    name,
    text: text ?? null,
    integer: integer ?? null,
    flag: flag ?? null,
  })),
});
