/** Help: articles, for everybody (R5), what is asked about a problem (F34), and the virtual agent (R61). The face of the module: what others use of it is exported here. */
import { open } from "../../graphql/root-policy.js";
import type { ApiModule } from "../../kernel/module.js";
import { dialoguePublished, dialogueRoots } from "./dialogue/policies.js";
import { dialogueStorage } from "./storage/dialogue-part.js";
import { formsStorage } from "./storage/forms-part.js";

export { dialogueTreeOf } from "./dialogue/dialogue-trees.js";
export { problemFormOf } from "./forms/problem-forms.js";
export { requestAnswers } from "./storage/request-answers.store.js";
export { requestWalks } from "./storage/request-walk.store.js";

export const help: ApiModule = {
  roots: { "Query.article": open, "Query.articles": open, "Query.problemForm": open, ...dialogueRoots },
  published: {
    ...dialoguePublished,
    Article: "id title body audience updatedOn",
    FormOption: "value label",
    FormQuestion: "name kind label description isRequired isMultiline maxLength minimum maximum options",
    ProblemForm: "slug version questions",
    RequestAnswer: "name label text at",
  },
  storage: {
    tables: [...formsStorage.tables, ...dialogueStorage.tables],
    sqliteMigrations: [...formsStorage.sqliteMigrations, ...dialogueStorage.sqliteMigrations],
    postgresMigrations: [...formsStorage.postgresMigrations, ...dialogueStorage.postgresMigrations],
  },
  schema: async () => (await import("./graphql.js")).helpSchema,
};
