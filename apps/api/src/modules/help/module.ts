/** Help: articles for everybody, found by words, kept as data (R5, F62, F64), and what is asked about a problem (F34). The face of the module: what others use of it is exported here. */
import { type ApiModule, joinStorage } from "../../kernel/module.js";
import { helpArticles } from "./articles.service.js";
import { helpFields, helpRoots } from "./policies.js";
import { articlesStorage } from "./storage/articles-part.js";
import { formsStorage } from "./storage/forms-part.js";

export { helpArticles } from "./articles.service.js";
export { problemFormOf } from "./forms/problem-forms.js";
export { installArticles } from "./install-articles.js";
export { requestAnswers } from "./storage/request-answers.store.js";

export const help: ApiModule = {
  roots: helpRoots,
  published: helpFields,
  storage: joinStorage([articlesStorage, formsStorage]),
  services: [helpArticles],
  schema: async () => (await import("./graphql.js")).helpSchema,
};
