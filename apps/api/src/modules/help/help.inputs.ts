/** Inputs and payloads of the help. */
import type { Article, ArticleKind, CivilDate, ProblemKey } from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/graphql/connection.type.js";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { DateTimeScalar, LocalDateScalar } from "../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { ArticleKindEnum, ArticleType } from "./article.type.js";
import type { StoredArticle } from "./storage/article.table.js";

@InputType("UpdateArticleRatingInput", { description: "Whether an article helped." })
export class UpdateArticleRatingInput {
  @Field(() => ID, { description: "Slug of the article." })
  readonly articleId!: string;

  @Field(() => Boolean, { description: "It helped." })
  readonly isHelpful!: boolean;
}

@ObjectType("UpdateArticleRatingPayload", { description: "What rating an article leads to.", simpleResolvers: true })
export class UpdateArticleRatingPayload extends MutationPayload {
  @Field(() => ArticleType, { nullable: true, description: "The article." })
  readonly article!: Article | null;
}

@InputType("MarkSolvedInput", { description: "What solved the problem: an article or a dialogue." })
export class MarkSolvedInput {
  @Field(() => ID, { nullable: true, description: "Slug of the article." })
  readonly articleId?: string | null;

  @Field(() => ID, { nullable: true, description: "Slug of the dialogue." })
  readonly treeSlug?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The unfinished request it makes needless; it is deleted, nothing is charged.",
  })
  readonly draftId?: string | null;

  @Field(() => ID, { nullable: true, description: "The version it was about." })
  readonly productVersionId?: string | null;

  @Field(() => ID, { nullable: true, description: "The category it was about." })
  readonly categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: "The problem it was about." })
  readonly problemId?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("MarkSolvedPayload", { description: "What saying so leads to.", simpleResolvers: true })
export class MarkSolvedPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "The draft that is gone." })
  readonly deletedDraftId!: string | null;
}

@InputType("ProblemKeyInput", { description: "A problem of the topics of a family." })
export class ProblemKeyInput implements ProblemKey {
  @Field(() => ID, { description: "Slug of the category." })
  readonly categoryId!: string;

  @Field(() => ID, { description: "Slug of the problem." })
  readonly problemId!: string;
}

@InputType("SaveArticleInput", { description: "An article as it is to be, in both languages." })
export class SaveArticleInput {
  @Field(() => ID, { description: "Slug: small letters, digits, single hyphens. It never changes." })
  readonly articleId!: string;

  @Field(() => Int, { nullable: true, description: "The revision that was seen; without it the article is new." })
  readonly revision?: number | null;

  @Field(() => ArticleKindEnum, { description: "About a product or about this portal." })
  readonly kind!: ArticleKind;

  @Field(() => ID, { nullable: true, description: "Slug of the family of products; required with PRODUCT." })
  readonly family?: string | null;

  @Field(() => [ProblemKeyInput], { description: "Problems it is about." })
  readonly problems!: readonly ProblemKeyInput[];

  @Field(() => [String], { description: "Words it is found by." })
  readonly tags!: readonly string[];

  @Field(() => String, { description: "English title, up to 200 characters." })
  readonly title!: string;

  @Field(() => String, { description: "Romanian title, up to 200 characters." })
  readonly titleRo!: string;

  @Field(() => String, { description: "English text in Markdown, without HTML, up to 20,000 characters." })
  readonly body!: string;

  @Field(() => String, { description: "Romanian text in Markdown, without HTML, up to 20,000 characters." })
  readonly bodyRo!: string;

  @Field(() => [String], { description: "Who it is for." })
  readonly audience!: readonly string[];

  @Field(() => [ID], { description: "Slugs of what to read next." })
  readonly related!: readonly string[];

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("RetireArticleInput", { description: "An article that is shown no more." })
export class RetireArticleInput {
  @Field(() => ID, { description: "Slug of the article." })
  readonly articleId!: string;

  @Field(() => Int, { description: "The revision that was seen." })
  readonly revision!: number;
}

@ObjectType("ProblemKey", { description: "A problem of the topics of a family.", simpleResolvers: true })
export class ProblemKeyType {
  @Field(() => ID, { description: "Slug of the category." })
  readonly categoryId!: string;

  @Field(() => ID, { description: "Slug of the problem." })
  readonly problemId!: string;
}

@ObjectType("ManagedArticle", { description: "An article as those who write it see it.", simpleResolvers: true })
export class ManagedArticleType {
  @Field(() => String, { description: "Slug of the article." })
  readonly slug?: string;

  @Field(() => Int, { description: "Raised by one on each save." })
  readonly revision!: number;

  @Field(() => ArticleKindEnum, { description: "About a product or about this portal." })
  readonly kind!: ArticleKind;

  @Field(() => ID, { nullable: true, description: "Slug of the family of products." })
  readonly family!: string | null;

  @AtMost(30)
  @Field(() => [ProblemKeyType], { description: "Problems it is about." })
  readonly problems!: readonly ProblemKeyType[];

  @AtMost(30)
  @Field(() => [String], { description: "Words it is found by." })
  readonly tags!: readonly string[];

  @Field(() => String, { description: "English title." })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "Romanian title; null: not translated yet." })
  readonly titleRo!: string | null;

  @Field(() => String, { description: "English text in Markdown." })
  readonly body!: string;

  @Field(() => String, { nullable: true, description: "Romanian text in Markdown; null: not translated yet." })
  readonly bodyRo!: string | null;

  @AtMost(30)
  @Field(() => [String], { description: "Who it is for." })
  readonly audience!: readonly string[];

  @AtMost(30)
  @Field(() => [ID], { description: "Slugs of what to read next." })
  readonly related!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: "Day of its last change." })
  readonly updatedOn!: CivilDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When somebody changed what was shipped." })
  readonly editedAt!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it is shown no more." })
  readonly retiredAt!: number | null;
}

export const { connection: ManagedArticleConnectionType } = connectionOf(
  "ManagedArticle",
  () => ManagedArticleType,
  "articles",
);

/** What changing an article answers, each change in a payload of its own. */
@ObjectType({ simpleResolvers: true })
abstract class ManagedArticlePayload extends MutationPayload {
  @Field(() => ManagedArticleType, { nullable: true, description: "The article." })
  readonly article!: StoredArticle | null;
}

@ObjectType("SaveArticlePayload", { description: "What writing an article leads to.", simpleResolvers: true })
export class SaveArticlePayload extends ManagedArticlePayload {}

@ObjectType("RetireArticlePayload", { description: "What retiring an article leads to.", simpleResolvers: true })
export class RetireArticlePayload extends ManagedArticlePayload {}

@ObjectType("SelfHelpOutcome", {
  description: "How often something solved a problem without a request.",
  simpleResolvers: true,
})
export class SelfHelpOutcomeType {
  @Field(() => ArticleType, { nullable: true, description: "The article, while it is shown." })
  readonly article?: Article | null;

  @Field(() => ID, { nullable: true, description: "Slug of the article." })
  readonly articleId!: string | null;

  @Field(() => ID, { nullable: true, description: "Slug of the dialogue." })
  readonly treeSlug!: string | null;

  @Field(() => Int, { description: "How often somebody said so." })
  readonly claims!: number;

  @Field(() => Int, { description: "Of those: no request on the problem followed within 72 hours." })
  readonly solved!: number;

  @Field(() => Int, { description: "Of those: the 72 hours are not over." })
  readonly waiting!: number;

  @Field(() => Int, { description: "Of those: a request on the problem followed." })
  readonly cameBack!: number;
}
