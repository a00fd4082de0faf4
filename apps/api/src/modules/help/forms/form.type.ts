/** The questions asked about a problem, and what was answered (F34). */

import type { AnswerLine, EpochMs, FormQuestionKind } from "@accord/domain";
import { FORM_LIMITS } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";

const FormQuestionKindEnum = publishCodes<FormQuestionKind>(
  "FormQuestionKind",
  "What kind of answer a question takes.",
  {
    TEXT: "A text.",
    NUMBER: "A whole number.",
    FLAG: "Yes or no.",
    CHOICE: "One of its options.",
    MOMENT: "A date with time and zone, such as 2026-11-23T08:30:00Z.",
  },
);

@ObjectType("FormOption", { description: "One of the answers a question offers.", simpleResolvers: true })
export class FormOptionType {
  @Field(() => String, { description: "What is sent as the answer." })
  readonly value!: string;

  @Field(() => String, { description: "What people read, in the language of the answer." })
  readonly label!: string;
}

@ObjectType("FormQuestion", { description: "A question of a form.", simpleResolvers: true })
export class FormQuestionType {
  @Field(() => String, { description: "Name its answer is sent under." })
  readonly name!: string;

  @Field(() => FormQuestionKindEnum, { description: "What kind of answer it takes." })
  readonly kind!: FormQuestionKind;

  @Field(() => String, { description: "The question, in the language of the answer." })
  readonly label!: string;

  @Field(() => String, { nullable: true, description: "What helps to answer it, in the language of the answer." })
  readonly description!: string | null;

  @Field(() => Boolean, { description: "Whether it has to be answered." })
  readonly isRequired!: boolean;

  @Field(() => Boolean, { description: "Whether a text may have several lines." })
  readonly isMultiline!: boolean;

  @Field(() => Int, { nullable: true, description: "Most characters of a text." })
  readonly maxLength!: number | null;

  @Field(() => Int, { nullable: true, description: "Least number." })
  readonly minimum!: number | null;

  @Field(() => Int, { nullable: true, description: "Greatest number." })
  readonly maximum!: number | null;

  @AtMost(FORM_LIMITS.options)
  @Field(() => [FormOptionType], { description: "What can be chosen; empty where nothing is." })
  readonly options!: readonly FormOptionType[];
}

@ObjectType("ProblemForm", {
  description: "What an engineer asks first about a kind of problem.",
  simpleResolvers: true,
})
export class ProblemFormType {
  @Field(() => ID, { description: "Slug of the form." })
  readonly slug!: string;

  @Field(() => Int, { description: "Grows with every change; answers name the version they belong to." })
  readonly version!: number;

  @AtMost(FORM_LIMITS.questions)
  @Field(() => [FormQuestionType], { description: "The questions, in the order in which they are asked." })
  readonly questions!: readonly FormQuestionType[];
}

@ObjectType("RequestAnswer", {
  description: "An answer to a question that was asked about the problem.",
  simpleResolvers: true,
})
export class RequestAnswerType implements AnswerLine {
  @Field(() => String, { description: "Name of the question." })
  readonly name!: string;

  @Field(() => String, { description: "The question as it was asked, in the language of the answer." })
  readonly label!: string;

  @Field(() => String, { description: "The answer in words." })
  readonly text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "The instant, where a date with time was asked for." })
  readonly at!: EpochMs | null;
}
