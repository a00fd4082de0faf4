/** What catalogue adds to the schema, loaded with it; the face of its types. */
import { OtherPortalErrorType } from "./types/other-portal-error.type.js";
import type { SchemaPart } from "../../kernel/module.js";
import { CatalogueResolver } from "./catalogue.resolver.js";
import { catalogueFields } from "./catalogue.fields.js";

export const catalogueSchema: SchemaPart = {
  types: [OtherPortalErrorType],
  resolvers: [CatalogueResolver],
  fields: [...catalogueFields],
};
