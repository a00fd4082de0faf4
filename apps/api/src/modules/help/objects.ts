/** How articles and families of products are found by their global ids. */
import { open } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";
import { helpArticles } from "./articles.service.js";

export const helpObjects = {
  nodes: {
    art: {
      type: "Article",
      policy: open,
      slugIn: ["articleId", "related", "article.id", "managedArticle.id", "saveArticle.id"],
      find: (context, slug) => context.service(helpArticles).current().get(slug) ?? null,
    },
    fam: {
      type: "HelpFamily",
      policy: open,
      slugIn: ["family"],
      find: ({ catalogue }, slug) => (catalogue.topics.has(slug) ? { id: slug } : null),
    },
  },
} satisfies PolicyPart;
