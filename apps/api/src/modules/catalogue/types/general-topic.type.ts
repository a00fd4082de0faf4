/** A topic of questions about no product (R99, S7). */
import type { GeneralTopic, TopicLink } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { UrlScalar } from "../../../kernel/graphql/scalars.js";

@ObjectType("TopicLink", { description: "Where an answer may stand already.", simpleResolvers: true })
export class TopicLinkType implements Pick<TopicLink, "label" | "address"> {
  @Field(() => String, { description: "What it leads to, in the language of the answer." })
  readonly label!: string;

  @Field(() => UrlScalar, { description: "A page of this portal, or an https address." })
  readonly address!: string;
}

@ObjectType("GeneralTopic", {
  description: "A topic of questions about no product; asking uses no incident.",
  implements: NodeType,
  simpleResolvers: true,
})
export class GeneralTopicType extends NodeType implements Pick<GeneralTopic, "id" | "name" | "description" | "links"> {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => String, { description: "What belongs to it, in the language of the answer." })
  readonly description!: string;

  @AtMost(20)
  @Field(() => [TopicLinkType], { description: "Where the answer may stand already." })
  readonly links!: readonly TopicLink[];
}
