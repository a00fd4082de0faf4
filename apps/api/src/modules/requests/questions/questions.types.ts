/** Input and payload of questions about no product (R99). */
import type { SupportRequest } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { SupportRequestType } from "../types/support-request.type.js";

@InputType("CreateGeneralQuestionInput", { description: "A question about no product." })
export class CreateGeneralQuestionInput {
  @Field(() => ID, { description: "Key of your choice: the same question under it is asked once." })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: "Slug of the topic." })
  readonly topicId!: string;

  @Field(() => String, { description: "Title, up to 200 characters." })
  readonly title!: string;

  @Field(() => String, { description: "The question, up to 20,000 characters." })
  readonly description!: string;
}

@ObjectType("CreateGeneralQuestionPayload", { description: "What asking a question leads to.", simpleResolvers: true })
export class CreateGeneralQuestionPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request it became." })
  readonly request!: SupportRequest | null;
}
