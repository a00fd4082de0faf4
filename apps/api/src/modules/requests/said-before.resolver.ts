/** What was answered and said before a request was submitted: declared here, read by the fields of help (F34, F63). */
import { FORM_LIMITS } from "@accord/domain";
import { FieldResolver, Resolver } from "type-graphql";
import { leaveToReader } from "../../kernel/graphql/field-map.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { DialogueTranscriptType, RequestAnswerType } from "../help/graphql.js";
import { SupportRequestType } from "./types/support-request.type.js";

@Resolver(() => SupportRequestType)
export class SaidBeforeResolver {
  @AtMost(FORM_LIMITS.questions)
  @FieldResolver(() => [RequestAnswerType], {
    description: "What was answered to the questions about the problem; empty where nothing was asked.",
  })
  answers(): readonly RequestAnswerType[] {
    return leaveToReader();
  }

  @FieldResolver(() => DialogueTranscriptType, {
    nullable: true,
    description: "What was said to the virtual agent before it was submitted; null: nothing.",
  })
  dialogueTranscript(): DialogueTranscriptType | null {
    return leaveToReader();
  }
}
