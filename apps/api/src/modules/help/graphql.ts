/** What help adds to the schema; loaded with it. */
import type { SchemaPart } from "../../kernel/module.js";
import { articleFields } from "./article.fields.js";
import { ArticleAdminResolver } from "./article-admin.resolver.js";
import { formsFields } from "./forms/forms.fields.js";
import { FormsResolver } from "./forms/forms.resolver.js";
import { problemForms } from "./forms/problem-forms.js";
import { HelpResolver } from "./help.resolver.js";

// A server does not start with a form that cannot be asked.
problemForms();

export const helpSchema: SchemaPart = {
  resolvers: [HelpResolver, ArticleAdminResolver, FormsResolver],
  fields: [...articleFields, formsFields],
};
