/** Imports of agreements: a file is checked row by row, then loaded whole (F56, F77). */
import type { TableReading } from "@accord/domain";
import { choice, count, defineTable, document, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const IMPORT_STATES = ["CHECKING", "CHECKED", "LOADING", "LOADED", "CANCELLED", "INTERRUPTED"] as const;

export const agreementImportTable = defineTable({
  name: "agreement_import",
  columns: {
    id: key("id"),
    fileName: text("file_name"),
    state: choice<(typeof IMPORT_STATES)[number]>("state"),
    /** Null: the command line. */
    creatorId: text("creator_id", orNull),
    createdAt: instant("created_at"),
    /** The last sign of life of the work on it. */
    updatedAt: instant("updated_at"),
    finishedAt: instant("finished_at", orNull),
    /** How the file was understood; null for imports of before. */
    reading: document<TableReading>("reading", orNull),
    total: count("total"),
    done: count("done"),
    accepted: count("accepted"),
    existing: count("existing"),
    rejected: count("rejected"),
  },
  checks: [oneOf("agreement_import_state", "state", IMPORT_STATES)],
  foreignKeys: [
    {
      name: "agreement_import_creator",
      target: "account",
      columnNames: ["creatorId"],
      referencedColumnNames: ["id"],
    },
  ],
});
