/** The catalogue: one JSON document per kind, with its digest. */
import { defineTable, key, text } from "../../../kernel/db/columns.js";

export const catalogueDocumentTable = defineTable({
  name: "catalogue_document",
  columns: {
    kind: key("kind", "CONFIGURATION"),
    content: text("content", "CONFIGURATION"),
    digest: text("digest", "CONFIGURATION"),
  },
});
