/** Help: articles, for everybody (R5). The face of the module: what others use of it is exported here. */
import { open } from "../../graphql/root-policy.js";
import type { ApiModule } from "../../kernel/module.js";

export const help: ApiModule = {
  roots: { "Query.article": open, "Query.articles": open },
  published: { Article: "id title body audience updatedOn" },
  schema: async () => (await import("./graphql.js")).helpSchema,
};
