/** The catalogue: one JSON document per kind, with its digest. */
import { EntitySchema } from "typeorm";
import { key, text } from "../../../kernel/db/columns.js";

export interface CatalogueDocumentRow {
  readonly kind: string;
  readonly content: string;
  readonly digest: string;
}

export const catalogueDocumentTable = new EntitySchema<CatalogueDocumentRow>({
  name: "catalogue_document",
  columns: {
    kind: key("kind"),
    content: text("content"),
    digest: text("digest"),
  },
});
