/** Help: articles for everybody, found by words, kept as data (R5, F62, F64), what is asked about a problem (F34), and the virtual agent (R61). The face of the module: what others use of it is exported here. */

import { joinStorage } from "../../kernel/db/storage-part.js";
import type { ApiModule } from "../../kernel/module.js";
import { helpArticles } from "./articles.service.js";
import { dialoguePublished, dialogueRoots } from "./dialogue/policies.js";
import { helpObjects } from "./objects.js";
import { helpPolicies } from "./policies.js";
import { articlesStorage } from "./storage/articles-part.js";
import { dialogueStorage } from "./storage/dialogue-part.js";
import { formsStorage } from "./storage/forms-part.js";

export { helpArticles } from "./articles.service.js";
export { dialogueTreeOf } from "./dialogue/dialogue-trees.js";
export { problemFormOf, problemForms } from "./forms/problem-forms.js";
export { installArticles } from "./install-articles.js";
export { requestAnswers } from "./storage/request-answers.store.js";
export { requestWalks } from "./storage/request-walk.store.js";

export const help = {
  ...helpPolicies,
  ...helpObjects,
  roots: { ...helpPolicies.roots, ...dialogueRoots },
  published: { ...helpPolicies.published, ...dialoguePublished },
  storage: joinStorage([articlesStorage, formsStorage, dialogueStorage]),
  services: [helpArticles],
  schema: async () => (await import("./graphql.js")).helpSchema,
} satisfies ApiModule;

export { subjectHelpStore } from "./storage/subject-help.store.js";
export type { DraftAnswersInput } from "./types/form-answers.type.js";
