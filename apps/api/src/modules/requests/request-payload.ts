/** What most deeds on a support request answer, each in a payload of its own. */
import { Field, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import type { RequestDetail } from "./storage/request.store.js";
import { SupportRequestType } from "./types/support-request.type.js";

@ObjectType({ simpleResolvers: true })
export abstract class RequestPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}
