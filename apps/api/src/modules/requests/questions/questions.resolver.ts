/** Questions about no product: their topics, for everybody, and asking one (R99, S7). */
import type { GeneralTopic } from "@accord/domain";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { GeneralTopicType } from "../../catalogue/graphql.js";
import { createGeneralQuestion } from "./create-general-question.js";
import { CreateGeneralQuestionInput, CreateGeneralQuestionPayload } from "./questions.types.js";

@Resolver()
export class QuestionsResolver {
  @AtMost(100)
  @Query(() => [GeneralTopicType], { description: "Topics of questions about no product. Needs no sign-in." })
  generalTopics(@Ctx() { catalogue }: RequestContext): readonly GeneralTopic[] {
    return [...catalogue.questions.values()];
  }

  @Mutation(() => CreateGeneralQuestionPayload, {
    description: "Asks a question about no product: a support request that uses no incident. Scope requests:write.",
  })
  async createGeneralQuestion(
    @Arg("input", () => CreateGeneralQuestionInput, { description: "The question." }) input: CreateGeneralQuestionInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateGeneralQuestionPayload> {
    return payload(context, await createGeneralQuestion(context, input));
  }
}
