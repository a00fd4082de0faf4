/** The virtual agent's dialogue about a problem, and what was said in one (R61, F63). */
import { Field, ID, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../types/enumeration.js";

export type AgentStepKind = "QUESTION" | "EVIDENCE" | "END";
export type AgentOutcome = "SOLVED" | "UNSOLVED";
export type AgentShell = "POWERSHELL" | "CMD" | "SQL" | "NONE";

const AgentStepKindEnum = publishCodes<AgentStepKind>("AgentStepKind", "What a step of the virtual agent is.", {
  QUESTION: "One of its answers is chosen.",
  EVIDENCE: "Something is asked for, such as the output of a command.",
  END: "The dialogue is over.",
});
const AgentOutcomeEnum = publishCodes<AgentOutcome>("AgentOutcome", "What a dialogue led to.", {
  SOLVED: "The problem should be solved.",
  UNSOLVED: "An engineer is needed.",
});
const AgentShellEnum = publishCodes<AgentShell>("AgentShell", "Where a command is run.", {
  POWERSHELL: "PowerShell.",
  CMD: "The Windows command prompt.",
  SQL: "A query window of SQL Server.",
  NONE: "None of these: a text to be copied, such as a path.",
});

@ObjectType("AgentCommand", { description: "A command to copy and run.", simpleResolvers: true })
export class AgentCommandType {
  @Field(() => AgentShellEnum, { description: "Where it is run." })
  readonly shell!: AgentShell;

  @Field(() => String, { description: "The command." })
  readonly text!: string;
}

@ObjectType("AgentAnswer", { description: "An answer a question offers.", simpleResolvers: true })
export class AgentAnswerType {
  @Field(() => ID, { description: "What is sent as the answer." })
  readonly id!: string;

  @Field(() => String, { description: "What people read, in the language of the answer." })
  readonly label!: string;

  @Field(() => ID, { description: "The step it leads to." })
  readonly next!: string;
}

@ObjectType("AgentStep", { description: "A step of the virtual agent.", simpleResolvers: true })
export class AgentStepType {
  @Field(() => ID, { description: "Name of the step within its dialogue." })
  readonly id!: string;

  @Field(() => AgentStepKindEnum, { description: "What it is." })
  readonly kind!: AgentStepKind;

  @Field(() => String, { description: "What it says, in Markdown, in the language of the answer." })
  readonly text!: string;

  @Field(() => [AgentCommandType], { description: "Commands to run first." })
  readonly commands!: readonly AgentCommandType[];

  @Field(() => [AgentAnswerType], { description: "Answers of a question; else empty." })
  readonly answers!: readonly AgentAnswerType[];

  @Field(() => String, { nullable: true, description: "Of evidence: what is asked for." })
  readonly label!: string | null;

  @Field(() => Boolean, { description: "Whether evidence may have several lines." })
  readonly isMultiline!: boolean;

  @Field(() => Boolean, { description: "Whether evidence may be left out." })
  readonly isOptional!: boolean;

  @Field(() => ID, { nullable: true, description: "Of evidence: the step that follows." })
  readonly next!: string | null;

  @Field(() => AgentOutcomeEnum, { nullable: true, description: "Of an end: what came of it." })
  readonly outcome!: AgentOutcome | null;
}

@ObjectType("VirtualAgent", {
  description: "The questions an experienced engineer would ask first about a problem.",
  simpleResolvers: true,
})
export class VirtualAgentType {
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

  @Field(() => [AgentStepType], { description: "All steps." })
  readonly steps!: readonly AgentStepType[];
}

@ObjectType("AgentTranscriptLine", { description: "What was asked and what was said.", simpleResolvers: true })
export class AgentTranscriptLineType {
  @Field(() => String, { description: "What was asked, in Markdown, in the language of the answer." })
  readonly question!: string;

  @Field(() => [String], { description: "Commands that were to be run first." })
  readonly commands!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "What was said: an answer in words, or evidence as it was given; null where it was left out.",
  })
  readonly answer!: string | null;
}

@ObjectType("AgentTranscript", {
  description: "What was said to the virtual agent before the request was submitted.",
  simpleResolvers: true,
})
export class AgentTranscriptType {
  @Field(() => String, { description: "What the dialogue was about." })
  readonly title!: string;

  @Field(() => AgentOutcomeEnum, { nullable: true, description: "What it led to; null: it was left before its end." })
  readonly finishedOutcome!: AgentOutcome | null;

  @Field(() => [AgentTranscriptLineType], { description: "From the first question on." })
  readonly lines!: readonly AgentTranscriptLineType[];
}
