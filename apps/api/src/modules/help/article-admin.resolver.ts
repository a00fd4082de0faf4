/** Articles as administrators write them, and what became of the help (R55, F64). */
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { commandOf } from "../../kernel/graphql/idempotency.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import { connectionOfList, type RowConnection } from "../../kernel/graphql/page.js";
import { PageArgs } from "../../kernel/graphql/page-arguments.js";
import { payload } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import {
  ManagedArticleConnectionType,
  ManagedArticleType,
  RetireArticleInput,
  RetireArticlePayload,
  SaveArticleInput,
  SaveArticlePayload,
  SelfHelpOutcomeType,
} from "./help.inputs.js";
import { retireArticle, saveArticle } from "./save-article.js";
import { type SelfHelpOutcome, selfHelpOutcomes } from "./self-help.js";
import { articleStore } from "./storage/article.store.js";
import type { StoredArticle } from "./storage/article.table.js";

const DAYS = { nullable: true, defaultValue: 90, description: "Of the last so many days, 1 to 400." };
const DAYS_MOST = 400;

@Resolver()
export class ArticleAdminResolver {
  @Query(() => ManagedArticleConnectionType, {
    description: "Every article with retired ones, by slug. Staff with the right MANAGE_ARTICLES.",
  })
  async managedArticles(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<RowConnection<StoredArticle>> {
    return connectionOfList(await db.read.of(articleStore).all(), page);
  }

  @Query(
    () => ManagedArticleType,
    lookUp("An article in both languages, also a retired one. Staff with the right MANAGE_ARTICLES."),
  )
  async managedArticle(
    @Arg("id", () => ID, { description: "Slug." }) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<StoredArticle> {
    const article = await db.read.of(articleStore).byId(id);
    if (article === null) throw new RequestError("NOT_FOUND");
    return article;
  }

  @AtMost(1000)
  @Query(() => [SelfHelpOutcomeType], {
    description: "What solved problems without a request, the most first. Staff with the right READ_OVERVIEW.",
  })
  selfHelpOutcomes(
    @Arg("days", () => Int, DAYS) days: number,
    @Ctx() context: RequestContext,
  ): Promise<readonly SelfHelpOutcome[]> {
    if (days < 1 || days > DAYS_MOST)
      throw new RequestError("BAD_USER_INPUT", {
        detail: `\`days\` is a number from 1 to ${DAYS_MOST}.`,
        inputPath: ["days"],
      });
    return selfHelpOutcomes(context, days);
  }

  @Mutation(() => SaveArticlePayload, {
    description:
      "Writes an article in both languages; one that was retired is shown again. Staff with the right MANAGE_ARTICLES.",
  })
  async saveArticle(
    @Arg("input", () => SaveArticleInput, { description: "The article." }) input: SaveArticleInput,
    @Ctx() context: RequestContext,
  ): Promise<SaveArticlePayload> {
    const { articleId: id, revision = null, family = null, idempotencyKey: _key, ...content } = input;
    const command = commandOf(context, "saveArticle", input);
    return payload(context, await saveArticle(context, { id, revision, content: { ...content, family } }, command));
  }

  @Mutation(() => RetireArticlePayload, {
    description: "Shows an article no more; its slug stays taken. Staff with the right MANAGE_ARTICLES.",
  })
  async retireArticle(
    @Arg("input", () => RetireArticleInput, { description: "The article." }) input: RetireArticleInput,
    @Ctx() context: RequestContext,
  ): Promise<RetireArticlePayload> {
    return payload(context, await retireArticle(context, input.articleId, input.revision));
  }
}
