/** The virtual agent's dialogue about a problem, and what was said in one (R61, F63). */
import { TREE_LIMITS } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";

export type DialogueStepKind = "QUESTION" | "EVIDENCE" | "END";
export type DialogueOutcome = "SOLVED" | "UNSOLVED";
export type DialogueShell = "POWERSHELL" | "CMD" | "SQL" | "NONE";

const DialogueStepKindEnum = publishCodes<DialogueStepKind>(
  "DialogueStepKind",
  "What a step of the virtual agent is.",
  {
    QUESTION: "One of its answers is chosen.",
    EVIDENCE: "Something is asked for, such as the output of a command.",
    END: "The dialogue is over.",
  },
);
const DialogueOutcomeEnum = publishCodes<DialogueOutcome>("DialogueOutcome", "What a dialogue led to.", {
  SOLVED: "The problem should be solved.",
  UNSOLVED: "An engineer is needed.",
});
const DialogueShellEnum = publishCodes<DialogueShell>("DialogueShell", "Where a command is run.", {
  POWERSHELL: "PowerShell.",
  CMD: "The Windows command prompt.",
  SQL: "A query window of SQL Server.",
  NONE: "None of these: a text to be copied, such as a path.",
});

@ObjectType("DialogueCommand", { description: "A command to copy and run.", simpleResolvers: true })
export class DialogueCommandType {
  @Field(() => DialogueShellEnum, { description: "Where it is run." })
  readonly shell!: DialogueShell;

  @Field(() => String, { description: "The command." })
  readonly text!: string;
}

@ObjectType("DialogueAnswer", { description: "An answer a question offers.", simpleResolvers: true })
export class DialogueAnswerType {
  @Field(() => ID, { description: "What is sent as the answer." })
  readonly answerId!: string;

  @Field(() => String, { description: "What people read, in the language of the answer." })
  readonly label!: string;

  @Field(() => ID, { description: "The step it leads to." })
  readonly next!: string;
}

@ObjectType("DialogueStep", { description: "A step of the virtual agent.", simpleResolvers: true })
export class DialogueStepType {
  @Field(() => ID, { description: "Name of the step within its dialogue." })
  readonly stepId!: string;

  @Field(() => DialogueStepKindEnum, { description: "What it is." })
  readonly kind!: DialogueStepKind;

  @Field(() => String, { description: "What it says, in Markdown, in the language of the answer." })
  readonly text!: string;

  @AtMost(TREE_LIMITS.commands)
  @Field(() => [DialogueCommandType], { description: "Commands to run first." })
  readonly commands!: readonly DialogueCommandType[];

  @AtMost(TREE_LIMITS.answers)
  @Field(() => [DialogueAnswerType], { description: "Answers of a question; else empty." })
  readonly answers!: readonly DialogueAnswerType[];

  @Field(() => String, { nullable: true, description: "Of evidence: what is asked for." })
  readonly label!: string | null;

  @Field(() => Boolean, { description: "Whether evidence may have several lines." })
  readonly isMultiline!: boolean;

  @Field(() => Boolean, { description: "Whether evidence may be left out." })
  readonly isOptional!: boolean;

  @Field(() => ID, { nullable: true, description: "Of evidence: the step that follows." })
  readonly next!: string | null;

  @Field(() => DialogueOutcomeEnum, { nullable: true, description: "Of an end: what came of it." })
  readonly outcome!: DialogueOutcome | null;
}

@ObjectType("Dialogue", {
  description: "The questions an experienced engineer would ask first about a problem.",
  simpleResolvers: true,
})
export class DialogueType {
  @Field(() => ID, { description: "Slug of the dialogue." })
  readonly slug!: string;

  @Field(() => Int, { description: "Grows with every change; a walk names the version it belongs to." })
  readonly version!: number;

  @Field(() => String, { description: "What it is about, in the language of the answer." })
  readonly title!: string;

  @Field(() => ID, { description: "Slug of the article about the same." })
  readonly articleId!: string;

  @Field(() => ID, { description: "The step it begins with." })
  readonly start!: string;

  @AtMost(TREE_LIMITS.steps)
  @Field(() => [DialogueStepType], { description: "All steps." })
  readonly steps!: readonly DialogueStepType[];
}

@ObjectType("DialogueTranscriptLine", { description: "What was asked and what was said.", simpleResolvers: true })
export class DialogueTranscriptLineType {
  @Field(() => String, { description: "What was asked, in Markdown, in the language of the answer." })
  readonly question!: string;

  @AtMost(TREE_LIMITS.commands)
  @Field(() => [String], { description: "Commands that were to be run first." })
  readonly commands!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "What was said: an answer in words, or evidence as it was given; null where it was left out.",
  })
  readonly answer!: string | null;
}

@ObjectType("DialogueTranscript", {
  description: "What was said to the virtual agent before the request was submitted.",
  simpleResolvers: true,
})
export class DialogueTranscriptType {
  @Field(() => String, { description: "What the dialogue was about." })
  readonly title!: string;

  @Field(() => DialogueOutcomeEnum, {
    nullable: true,
    description: "What it led to; null: it was left before its end.",
  })
  readonly finishedOutcome!: DialogueOutcome | null;

  @AtMost(TREE_LIMITS.path)
  @Field(() => [DialogueTranscriptLineType], { description: "From the first question on." })
  readonly lines!: readonly DialogueTranscriptLineType[];
}
