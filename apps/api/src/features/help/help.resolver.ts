/** Help pages and the settings of this installation: open to everybody (R5, R9, R51, R55). */
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext, Settings } from "../../context.js";
import { RequestError } from "../../graphql/request-error.js";
import type { Article } from "../../storage/index.js";
import { ArticleType } from "../../types/article.type.js";
import { PortalSettingsType } from "../../types/settings.type.js";

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

  @Query(() => PortalSettingsType, { description: "Settings of this installation. Needs no sign-in." })
  portalSettings(@Ctx() { settings }: RequestContext): Settings {
    return settings;
  }
}
