/** An import and its rows as SQL tells them. */
import type { ImportProblem, TableReading } from "@accord/domain";
import type { Columns } from "../../../kernel/db/sql.js";
import type { AgreementImportRow } from "./agreement-import.table.js";
import type { IMPORT_OUTCOMES } from "./agreement-import-row.table.js";

export interface AgreementImport extends Omit<AgreementImportRow, "reading"> {
  /** How the file was understood; null for imports of before. */
  readonly reading: TableReading | null;
}
export type ImportState = AgreementImport["state"];
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** A row of the report. */
export interface ReportedRow {
  /** Its line, as text: what a page goes on from. */
  readonly id: string;
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly problem: ImportProblem | null;
  /** The plan it became, or would become. */
  readonly planId: string | null;
  readonly programmeId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Null: unlimited, or a row that was not taken. */
  readonly incidents: number | null;
  readonly recipient: string | null;
}

/** Of the table alias `i`. */
export const IMPORT: Columns<AgreementImportRow> = {
  id: "i.id",
  fileName: "i.file_name",
  state: "i.state",
  creatorId: "i.creator_id",
  createdAt: "i.created_at",
  updatedAt: "i.updated_at",
  finishedAt: "i.finished_at",
  reading: "i.reading",
  total: "i.total",
  done: "i.done",
  accepted: "i.accepted",
  existing: "i.existing",
  rejected: "i.rejected",
};

export const toImport = ({ reading, ...row }: AgreementImportRow): AgreementImport => ({
  ...row,
  reading: reading === null ? null : (JSON.parse(reading) as AgreementImport["reading"]),
});

export interface StagedSqlRow {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly reason: ImportProblem["code"] | null;
  readonly params: string | null;
  readonly planId: string | null;
  readonly programmeId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly granted: number | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
}

/** An accepted row became an agreement when its import was put in force. */
export const OUTCOME_NOW = `CASE WHEN w.outcome = 'ACCEPTED' AND EXISTS (SELECT 1 FROM agreement_import f WHERE f.id = w.import_id AND f.state = 'LOADED')
  THEN 'ADDED' ELSE w.outcome END`;

/** Of the table alias `w`. */
export const STAGED: Columns<StagedSqlRow> = {
  line: "w.line",
  outcome: OUTCOME_NOW,
  reason: "w.reason",
  params: "w.params",
  planId: "w.plan_id",
  programmeId: "w.programme_id",
  startsOn: "w.starts_on",
  endsOn: "w.ends_on",
  granted: "w.granted",
  recipientName: "w.recipient_name",
  recipientEmail: "w.recipient_email",
};

export const toStaged = (row: StagedSqlRow): ReportedRow => ({
  id: String(row.line),
  line: row.line,
  outcome: row.outcome,
  problem: row.reason === null ? null : { code: row.reason, params: JSON.parse(row.params ?? "{}") },
  planId: row.planId,
  programmeId: row.programmeId,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  incidents: row.granted,
  recipient: row.recipientEmail ?? row.recipientName,
});
