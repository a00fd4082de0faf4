/** Help pages: open to everybody (R5, R51). */
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.js";
import { RequestError } from "../../graphql/request-error.js";
import type { Article } from "./article.js";
import { ArticleType } from "./article.type.js";

@Resolver()
export class HelpResolver {
  @Query(() => [ArticleType], { description: "Help articles about using the portal. Needs no sign-in." })
  articles(@Ctx() { catalogue }: RequestContext): readonly Article[] {
    return [...catalogue.articles.values()];
  }

  @Query(() => ArticleType, { description: "A help article. Needs no sign-in." })
  article(@Arg("id", () => ID, { description: "Slug." }) id: string, @Ctx() { catalogue }: RequestContext): Article {
    const article = catalogue.articles.get(id);
    if (article === undefined) throw new RequestError("NOT_FOUND");
    return article;
  }
}
