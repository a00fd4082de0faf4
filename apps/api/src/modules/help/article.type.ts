/** Help pages (R5, R9, R55). */
import type { Article, ArticleKind, Category, CivilDate, Language } from "@accord/domain";
import { Arg, Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/graphql/connection.type.js";
import { publishCodes } from "../../kernel/graphql/enumeration.js";
import { leaveToReader } from "../../kernel/graphql/field-map.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { NodeType } from "../../kernel/graphql/node.type.js";
import { LocalDateScalar } from "../../kernel/graphql/scalars.js";
import { CategoryType } from "../catalogue/graphql.js";
import { LanguageCodeEnum } from "../identity/graphql.js";

export const ArticleKindEnum = publishCodes<ArticleKind>("ArticleKind", "What an article is about.", {
  PRODUCT: "A problem of a product.",
  PORTAL: "Using this portal.",
});

@ObjectType("HelpFamily", {
  description: "Products that share their problems.",
  implements: NodeType,
  simpleResolvers: true,
})
export class HelpFamilyType extends NodeType {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name?: string;

  @Field(() => Int, { description: "How many articles there are about it." })
  readonly articleCount?: number;

  @AtMost(200)
  @Field(() => [CategoryType], { description: "Categories of its problems." })
  readonly categories?: readonly Category[];
}

@ObjectType("ArticleVotes", { description: "What readers said of an article.", simpleResolvers: true })
export class ArticleVotesType {
  @Field(() => Int, { description: "Accounts it helped." })
  readonly helpful!: number;

  @Field(() => Int, { description: "Accounts it did not help." })
  readonly notHelpful!: number;
}

@ObjectType("Article", { description: "A help article.", implements: NodeType, simpleResolvers: true })
export class ArticleType extends NodeType {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Title, where it is translated; else the English one." })
  title(
    @Arg("language", () => LanguageCodeEnum, {
      nullable: true,
      description: "For somebody who reads this one; without it the language of the answer.",
    })
    _language: Language | null,
  ): string {
    return leaveToReader();
  }

  @Field(() => String, { description: "Text in Markdown, in the language of the answer where it is translated." })
  readonly body!: string;

  @AtMost(30)
  @Field(() => [String], { description: "Who it is for." })
  readonly audience!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: "Day of its last change, when known." })
  readonly updatedOn!: CivilDate | null;

  @Field(() => ArticleKindEnum, { description: "Whether it is about a product or about this portal." })
  readonly kind!: ArticleKind;

  @Field(() => HelpFamilyType, { nullable: true, description: "Which products it is about; null: this portal." })
  readonly family?: HelpFamilyType | null;

  @AtMost(2000)
  @Field(() => [String], { description: "Names of the products of its family." })
  readonly products?: readonly string[];

  @AtMost(30)
  @Field(() => [ArticleType], { description: "What to read next." })
  readonly related?: readonly Article[];

  @Field(() => ArticleVotesType, {
    nullable: true,
    description: "For staff with the right READ_OVERVIEW; null otherwise.",
  })
  readonly votes?: ArticleVotesType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it helped this account; null: it has not said so, or nobody is signed in.",
  })
  readonly myVote?: boolean | null;
}

export const { connection: ArticleConnectionType } = connectionOf("Article", () => ArticleType, "articles");
