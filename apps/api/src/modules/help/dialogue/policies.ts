/** Who may ask the virtual agent, and the published fields of its types. */
import { open } from "../../../kernel/graphql/root-policy.js";

export const dialogueRoots = { "Query.dialogue": open };

export const dialoguePublished: Readonly<Record<string, string>> = {
  DialogueAnswer: "answerId label next",
  DialogueCommand: "shell text",
  DialogueMove: "stepId answerId value",
  DialogueStep: "stepId kind text commands answers label isMultiline isOptional next outcome",
  DialogueTranscript: "title finishedOutcome lines",
  DialogueTranscriptLine: "question commands answer",
  DialogueWalk: "treeSlug version steps",
  Dialogue: "slug version title articleId start steps",
};
