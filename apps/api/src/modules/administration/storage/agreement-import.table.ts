/** Imports of agreements: a file is checked row by row, then loaded whole (F56, F77). */
import type { TableReading } from "@accord/domain";
import { choice, count, defineTable, document, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const IMPORT_STATES = ["CHECKING", "CHECKED", "LOADING", "LOADED", "CANCELLED", "INTERRUPTED"] as const;

export const agreementImportTable = defineTable({
  name: "agreement_import",
  columns: {
    id: key("id", "ID"),
    fileName: text("file_name", "FACT"),
    state: choice<(typeof IMPORT_STATES)[number]>("state", "FACT"),
    /** Null: the command line. */
    creatorId: text("creator_id", "ID", orNull),
    createdAt: instant("created_at", "FACT"),
    /** The last sign of life of the work on it. */
    updatedAt: instant("updated_at", "FACT"),
    finishedAt: instant("finished_at", "FACT", orNull),
    /** How the file was understood; null for imports of before. */
    reading: document<TableReading>("reading", "FACT", orNull),
    total: count("total", "FACT"),
    done: count("done", "FACT"),
    accepted: count("accepted", "FACT"),
    existing: count("existing", "FACT"),
    rejected: count("rejected", "FACT"),
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
