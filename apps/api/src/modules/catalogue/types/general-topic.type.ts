/** A topic of questions about no product (R99, S7). */
import type { GeneralTopic, TopicLink } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("TopicLink", { description: "Where an answer may stand already.", simpleResolvers: true })
export class TopicLinkType implements Pick<TopicLink, "label" | "address"> {
  @Field(() => String, { description: "What it leads to, in the language of the answer." })
  readonly label!: string;

  @Field(() => String, { description: "A page of this portal, or an https address." })
  readonly address!: string;
}

@ObjectType("GeneralTopic", {
  description: "A topic of questions about no product; asking uses no incident.",
  simpleResolvers: true,
})
export class GeneralTopicType implements Pick<GeneralTopic, "id" | "name" | "description" | "links"> {
  @Field(() => ID, { description: "Slug of the topic." })
  readonly id!: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => String, { description: "What belongs to it, in the language of the answer." })
  readonly description!: string;

  @Field(() => [TopicLinkType], { description: "Where the answer may stand already." })
  readonly links!: readonly TopicLink[];
}
