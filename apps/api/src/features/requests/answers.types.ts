/** Answers to the questions about a problem, as they are sent (F34). */
import type { GivenAnswers } from "@accord/domain";
import { Field, InputType, Int } from "type-graphql";

@InputType("FormAnswerInput", {
  description: "An answer to a question of a form, in the one field that fits its kind.",
})
export class FormAnswerInput {
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

/** Two values for one question fit no question: they are refused where they stand. */
export const givenAnswersOf = (input: FormAnswersInput | null | undefined): GivenAnswers | null => {
  if (input === null || input === undefined) return null;
  const values = new Map<string, unknown>();
  for (const { name, text, integer, flag } of input.values) {
    const given = [text, integer, flag].filter((value) => value !== null && value !== undefined);
    const value = given.length > 1 ? given : given[0];
    values.set(name, values.has(name) ? [values.get(name), value] : value);
  }
  return { version: input.version, values: Object.fromEntries(values) };
};
