/** What a search of the help answers (R5, F62): articles, and what else there is. */
import type { Article } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../kernel/graphql/enumeration.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { ArticleType, HelpFamilyType } from "./article.type.js";

export type ElsewhereKind = "FAMILY" | "ALL_ARTICLES" | "NEW_REQUEST";

export const ElsewhereKindEnum = publishCodes<ElsewhereKind>("ElsewhereKind", "Where else an answer may be.", {
  FAMILY: "All articles about these products.",
  ALL_ARTICLES: "All articles.",
  NEW_REQUEST: "A support request: a person answers.",
});

@ObjectType("HelpElsewhere", { description: "Where else an answer may be.", simpleResolvers: true })
export class HelpElsewhereType {
  @Field(() => ElsewhereKindEnum, { description: "What it is." })
  readonly kind!: ElsewhereKind;

  @Field(() => HelpFamilyType, { nullable: true, description: "With FAMILY: which products." })
  readonly family!: HelpFamilyType | null;
}

@ObjectType("ArticleSearch", { description: "Articles that answer a question.", simpleResolvers: true })
export class ArticleSearchType {
  @AtMost("pageSizeMax")
  @Field(() => [ArticleType], { description: "The best first; as many as were asked for." })
  readonly articles!: readonly Article[];

  @Field(() => Int, { description: "How many there are in all." })
  readonly totalCount!: number;

  @AtMost(500)
  @Field(() => [HelpFamilyType], { description: "Families articles are about, for a filter." })
  readonly families!: readonly HelpFamilyType[];

  @AtMost(1000)
  @Field(() => [String], { description: "Audiences articles are for, for a filter." })
  readonly audiences!: readonly string[];

  @AtMost(10)
  @Field(() => [HelpElsewhereType], { description: "What else there is, also where nothing was found. Never empty." })
  readonly elsewhere!: readonly HelpElsewhereType[];
}
