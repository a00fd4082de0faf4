/** What settings adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { SettingsResolver } from "./settings.resolver.js";

export const settingsSchema: SchemaPart = {
  resolvers: [SettingsResolver],
};
