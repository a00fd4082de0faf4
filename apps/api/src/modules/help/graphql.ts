/** What help adds to the schema; loaded with it. */
import type { SchemaPart } from "../../kernel/module.js";
import { articleFields } from "./article.fields.js";
import { ArticleAdminResolver } from "./article-admin.resolver.js";
import { dialogueFields } from "./dialogue/dialogue.fields.js";
import { DialogueResolver } from "./dialogue/dialogue.resolver.js";
import { dialogueTrees } from "./dialogue/dialogue-trees.js";
import { formsFields } from "./forms/forms.fields.js";
import { FormsResolver } from "./forms/forms.resolver.js";
import { problemForms } from "./forms/problem-forms.js";
import { HelpResolver } from "./help.resolver.js";

// A server does not start with a form that cannot be asked, nor with a dialogue that leads nowhere.
problemForms();
dialogueTrees();

export const helpSchema: SchemaPart = {
  resolvers: [HelpResolver, ArticleAdminResolver, FormsResolver, DialogueResolver],
  fields: [...articleFields, formsFields, dialogueFields],
};

export { DialogueTranscriptType } from "./dialogue/dialogue.type.js";
export { RequestAnswerType } from "./forms/form.type.js";
export { DialogueWalkInput, DialogueWalkType, walkOf } from "./types/dialogue-walk.type.js";
export { DraftAnswersInput, DraftAnswersType, FormAnswersInput, keptAnswersOf } from "./types/form-answers.type.js";
