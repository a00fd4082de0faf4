/** Help pages of the portal (R5, R9, R55). */
import type { CivilDate } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { LocalDateScalar } from "../../graphql/scalars.js";

@ObjectType("Article", { description: "A help article about using the portal.", simpleResolvers: true })
export class ArticleType {
  @Field(() => ID, { description: "Slug of the article." })
  readonly id!: string;

  @Field(() => String, { description: "Title, in the language of the answer where it is translated." })
  readonly title!: string;

  @Field(() => String, { description: "Text in Markdown, in the language of the answer where it is translated." })
  readonly body!: string;

  @Field(() => [String], { description: "Who it is for." })
  readonly audience!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: "Day of its last change, when known." })
  readonly updatedOn!: CivilDate | null;
}
