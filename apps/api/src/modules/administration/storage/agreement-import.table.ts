/** Imports of agreements: a file is checked row by row, then loaded whole (F56, F77). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, count, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const IMPORT_STATES = ["CHECKING", "CHECKED", "LOADING", "LOADED", "CANCELLED", "INTERRUPTED"] as const;

export interface AgreementImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: (typeof IMPORT_STATES)[number];
  /** Null: the command line. */
  readonly creatorId: string | null;
  readonly createdAt: EpochMs;
  /** The last sign of life of the work on it. */
  readonly updatedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  /** How the file was understood, as JSON; null for imports of before. */
  readonly reading: string | null;
  readonly total: number;
  readonly done: number;
  readonly accepted: number;
  readonly existing: number;
  readonly rejected: number;
}

export const agreementImportTable = new EntitySchema<AgreementImportRow>({
  name: "agreement_import",
  columns: {
    id: key("id"),
    fileName: text("file_name"),
    state: choice("state"),
    creatorId: text("creator_id", orNull),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
    finishedAt: instant("finished_at", orNull),
    reading: text("reading", orNull),
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
