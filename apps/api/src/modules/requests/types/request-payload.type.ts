/** What most deeds on a support request answer. */
import { Field, ObjectType } from "type-graphql";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import type { RequestDetail } from "../storage/request.store.js";
import { SupportRequestType } from "./support-request.type.js";

@ObjectType("RequestPayload", { description: "What a deed on a support request leads to.", simpleResolvers: true })
export class RequestPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}
