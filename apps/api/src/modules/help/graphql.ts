/** What help adds to the schema; loaded with it. */
import type { SchemaPart } from "../../kernel/module.js";
import { articleFields } from "./article.fields.js";
import { HelpResolver } from "./help.resolver.js";

export const helpSchema: SchemaPart = { resolvers: [HelpResolver], fields: [articleFields] };
