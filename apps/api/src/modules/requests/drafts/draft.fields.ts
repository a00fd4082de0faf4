/** Computed fields of a draft. */
import type { RequestDraft } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";

export const draftFields: readonly TypeFields[] = [
  fieldsOf<RequestDraft>("RequestDraft", {
    productVersion: ({ content }, _args, { catalogue }) =>
      content.productVersionId === null ? null : (catalogue.versions.get(content.productVersionId) ?? null),
  }),
];
