/** Help pages: open to everybody; ratings and outcomes by accounts (R5, R51, F62, F64). */
import type { Article } from "@accord/domain";
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import { connectionOfList, type RowConnection } from "../../kernel/graphql/page.js";
import { FIRST, PageArgs } from "../../kernel/graphql/page-arguments.js";
import { payload } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { ArticleConnectionType, ArticleType } from "./article.type.js";
import { helpArticles } from "./articles.service.js";
import {
  MarkSolvedInput,
  MarkSolvedPayload,
  UpdateArticleRatingInput,
  UpdateArticleRatingPayload,
} from "./help.inputs.js";
import { ArticleSearchType } from "./search.type.js";
import { type HelpAnswer, searchHelp } from "./search-help.js";
import { markSolved, updateArticleRating } from "./self-help.js";

const optional = (description: string) => ({ nullable: true, description });

@Resolver()
export class HelpResolver {
  @Query(() => ArticleConnectionType, {
    description: "Help articles about using the portal, by English title. Needs no sign-in.",
  })
  articles(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): RowConnection<Article> {
    const articles = [...context.service(helpArticles).current().values()].filter(({ kind }) => kind === "PORTAL");
    return connectionOfList(articles, page);
  }

  @Query(() => ArticleType, lookUp("A help article. Needs no sign-in."))
  article(@Arg("id", () => ID, { description: "Slug." }) id: string, @Ctx() context: RequestContext): Article {
    const article = context.service(helpArticles).current().get(id);
    if (article === undefined) throw new RequestError("NOT_FOUND");
    return article;
  }

  @Query(() => ArticleSearchType, {
    description:
      "Articles about products and about the portal, by words in either language: forgiving typos and accents, keeping error codes whole, what was chosen first. Without words all of them. Needs no sign-in.",
  })
  searchArticles(
    @Arg("text", () => String, { nullable: true, description: "What was typed; its first 2,000 characters count." })
    text: string | null,
    @Arg("family", () => ID, optional("Only articles about this family.")) family: string | null,
    @Arg("audience", () => String, optional("Only articles for this audience.")) audience: string | null,
    @Arg("productVersionId", () => ID, optional("The version chosen so far: its articles come first."))
    productVersionId: string | null,
    @Arg("categoryId", () => ID, optional("The category chosen so far.")) categoryId: string | null,
    @Arg("problemId", () => ID, optional("The problem chosen so far.")) problemId: string | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Ctx() context: RequestContext,
  ): Promise<HelpAnswer> {
    return searchHelp(context, {
      text: text ?? "",
      family: family ?? null,
      audience: audience ?? null,
      productVersionId: productVersionId ?? null,
      categoryId: categoryId ?? null,
      problemId: problemId ?? null,
      first,
    });
  }

  @Mutation(() => UpdateArticleRatingPayload, {
    description: "Says whether an article helped; one vote of an account, the last one holds. Scope requests:write.",
  })
  async updateArticleRating(
    @Arg("input", () => UpdateArticleRatingInput, { description: "The vote." }) input: UpdateArticleRatingInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateArticleRatingPayload> {
    return payload(context, await updateArticleRating(context, input.articleId, input.isHelpful));
  }

  @Mutation(() => MarkSolvedPayload, {
    description:
      "Says that an article or a dialogue solved the problem: the draft goes at no cost. It counts as solved once no request on the problem followed for 72 hours. Scope requests:write.",
  })
  async markSolved(
    @Arg("input", () => MarkSolvedInput, { description: "What solved it." }) input: MarkSolvedInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkSolvedPayload> {
    const { articleId = null, treeSlug = null, draftId = null } = input;
    const { productVersionId = null, categoryId = null, problemId = null } = input;
    const { idempotencyKey = null } = input;
    const command = { articleId, treeSlug, draftId, productVersionId, categoryId, problemId, idempotencyKey };
    return payload(context, await markSolved(context, command));
  }
}
