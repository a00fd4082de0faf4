/** Help: articles, for everybody (R5), and what is asked about a problem (F34). The face of the module: what others use of it is exported here. */
import { open } from "../../graphql/root-policy.js";
import type { ApiModule } from "../../kernel/module.js";
import { formsStorage } from "./storage/forms-part.js";

export { problemFormOf } from "./forms/problem-forms.js";
export { requestAnswers } from "./storage/request-answers.store.js";

export const help: ApiModule = {
  roots: { "Query.article": open, "Query.articles": open, "Query.problemForm": open },
  published: {
    Article: "id title body audience updatedOn",
    FormOption: "value label",
    FormQuestion: "name kind label description isRequired isMultiline maxLength minimum maximum options",
    ProblemForm: "slug version questions",
    RequestAnswer: "name label text at",
  },
  storage: formsStorage,
  schema: async () => (await import("./graphql.js")).helpSchema,
};
