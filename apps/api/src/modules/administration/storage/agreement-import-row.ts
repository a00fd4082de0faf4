/** An import and its rows as SQL tells them. */
import type { ImportProblem } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { combine, compute, omit, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { agreementImportTable } from "./agreement-import.table.js";
import { agreementImportRowTable, type IMPORT_OUTCOMES } from "./agreement-import-row.table.js";

export type AgreementImport = RowOf<typeof agreementImportTable>;
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
export const IMPORT = omit(agreementImportTable, [], "i");

/** An accepted row became an agreement when its import was put in force. */
export const OUTCOME_NOW = `CASE WHEN w.outcome = 'ACCEPTED' AND EXISTS (SELECT 1 FROM agreement_import f WHERE f.id = w.import_id AND f.state = 'LOADED')
  THEN 'ADDED' ELSE w.outcome END`;

/** Of the table alias `w`. */
export const STAGED = combine(
  pick(agreementImportRowTable, ["line", "reason", "params", "planId", "programmeId", "startsOn", "endsOn"], "w"),
  pick(agreementImportRowTable, ["granted", "recipientName", "recipientEmail"], "w"),
  compute<{ readonly outcome: ImportOutcome }>({ outcome: OUTCOME_NOW }),
);

export const toStaged = ({
  reason,
  params,
  granted,
  recipientName,
  recipientEmail,
  ...row
}: RowIn<typeof STAGED>): ReportedRow => ({
  ...row,
  id: String(row.line),
  problem: reason === null ? null : { code: reason, params: params ?? {} },
  incidents: granted,
  recipient: recipientEmail ?? recipientName,
});
