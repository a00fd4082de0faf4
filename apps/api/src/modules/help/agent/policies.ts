/** Who may ask the virtual agent, and the published fields of its types. */
import { open } from "../../../graphql/root-policy.js";

export const agentRoots = { "Query.virtualAgent": open };

export const agentPublished: Readonly<Record<string, string>> = {
  AgentAnswer: "id label next",
  AgentCommand: "shell text",
  AgentMove: "stepId answerId value",
  AgentStep: "id kind text commands answers label isMultiline isOptional next outcome",
  AgentTranscript: "title finishedOutcome lines",
  AgentTranscriptLine: "question commands answer",
  AgentWalk: "treeSlug version steps",
  VirtualAgent: "slug version title articleId start steps",
};
