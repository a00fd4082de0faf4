/** What catalogue adds to the schema, loaded with it; the face of its types. */

import type { SchemaPart } from "../../kernel/module.js";
import { catalogueFields } from "./catalogue.fields.js";
import { CatalogueResolver } from "./catalogue.resolver.js";
import { OtherPortalErrorType } from "./types/other-portal-error.type.js";

export const catalogueSchema: SchemaPart = {
  types: [OtherPortalErrorType],
  resolvers: [CatalogueResolver],
  fields: [...catalogueFields],
};

export { LifecyclePhaseEnum } from "./types/catalogue-enums.type.js";
export { FirstResponseStateEnum, FirstResponseType } from "./types/first-response.type.js";
export { GeneralTopicType } from "./types/general-topic.type.js";
export { PortalType } from "./types/portal.type.js";
export { CategoryType, ProblemType, ProductVersionType } from "./types/product.type.js";
export { ProgrammeType } from "./types/programme.type.js";
export { SeverityEnum } from "./types/severity.type.js";
