/**
 * Imports of agreements (F56, F77): rows are staged apart, where nobody can use them, and loaded whole in one unit; the ledger and
 * the audit are append-only, so nothing half-done could be taken back from there.
 */

import type { EpochMs, ImportProblem, ImportRow } from "@accord/domain";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { first, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { agreementImportTable } from "./agreement-import.table.js";
import {
  type AgreementImport,
  IMPORT,
  type ImportOutcome,
  type ImportState,
  OUTCOME_NOW,
  type ReportedRow,
  STAGED,
  toStaged,
} from "./agreement-import-row.js";
import {
  discardSlice,
  forgetSlice,
  type LoadedSlice,
  type WrittenSlice,
  writeSlice,
} from "./agreement-import-slices.js";
import { type JudgedRow, stage } from "./agreement-import-writes.js";

export type { AgreementImport, ImportOutcome, ImportState, JudgedRow, LoadedSlice, ReportedRow, WrittenSlice };

export interface AgreementImportReads {
  byId(id: string): Promise<AgreementImport | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<AgreementImport>>;
  count(): Promise<number>;
  /** The one that is being checked or loaded, or was when it was interrupted. */
  running(): Promise<AgreementImport | null>;
  /** Dropped ones of which something is still stored. */
  withLeftovers(): Promise<string[]>;
  /** Those that ended before and whose rows are still reported on. */
  reportedBefore(before: EpochMs): Promise<string[]>;
  /** By line; null: every outcome. */
  rows(importId: string, outcome: ImportOutcome | null, page: PageRequest): Promise<Page<ReportedRow>>;
  countRows(importId: string, outcome: ImportOutcome | null): Promise<number>;
  /** Refused rows as they were sent, by line. */
  rejected(importId: string): Promise<{ line: number; row: ImportRow; problem: ImportProblem }[]>;
}

export interface AgreementImportWrites extends AgreementImportReads {
  create(
    one: Pick<AgreementImport, "id" | "fileName" | "creatorId" | "createdAt" | "total" | "reading">,
  ): Promise<void>;
  /** Stages judged rows; those whose pair is known already are told as such. False when it is not being checked any more. */
  stage(importId: string, rows: readonly JudgedRow[], at: EpochMs): Promise<boolean>;
  /** From one of the states to another; false when it is in none of them. */
  move(id: string, from: readonly ImportState[], to: ImportState, at: EpochMs): Promise<boolean>;
  /** From checked, or from loading without a sign of life since `before`, to loading; false when it is neither. */
  takeUp(id: string, before: EpochMs, at: EpochMs): Promise<boolean>;
  /** Whoever comes next need not wait for a sign of life. */
  release(id: string): Promise<void>;
  /** Writes the next accepted rows as agreements not in force; null when it was dropped or another works on it. */
  writeSlice(slice: LoadedSlice): Promise<WrittenSlice | null>;
  /** Throws rows of an import away that is never in force, staged or written; how many. */
  discardSlice(importId: string, most: number): Promise<number>;
  /**
   * Imports nobody has worked on since `before` although they say so, and those checked and left since `checkedBefore`:
   * they are ended. One that was being loaded stays, to go on or be dropped.
   */
  interruptStale(before: EpochMs, checkedBefore: EpochMs, at: EpochMs): Promise<number>;
  /** Throws rows of the report on an ended import away; how many. */
  forgetSlice(importId: string, most: number): Promise<number>;
}

const NEW_IMPORT = omit(agreementImportTable, ["finishedAt"]);
const ENDED = `('LOADED', 'CANCELLED', 'INTERRUPTED')`;
const OUTCOME = `(CAST(? AS text) IS NULL OR ${OUTCOME_NOW} = ?)`;

export const createAgreementImportReads = ({ sql, cipher }: StoreContext): AgreementImportReads => ({
  byId: (id) => selectFirst(sql, IMPORT, "FROM agreement_import i WHERE i.id = ?", [id]),
  list: async (page) => {
    const { where, params, direction } = walkBy("i.id", "DESC", page);
    const rest = `FROM agreement_import i WHERE ${where} ORDER BY i.id ${direction} LIMIT ?`;
    return pageOf(await selectRows(sql, IMPORT, rest, [...params, page.first + 1]), page.first);
  },
  count: async () =>
    Number((await first<{ found: number }>(sql, "SELECT count(*) AS found FROM agreement_import", []))?.found ?? 0),
  running: () => selectFirst(sql, IMPORT, "FROM agreement_import i WHERE i.state IN ('CHECKING', 'LOADING')", []),
  withLeftovers: async () =>
    (
      await sql.all<{ id: string }>(
        `SELECT i.id FROM agreement_import i WHERE i.state IN ('CANCELLED', 'INTERRUPTED')
         AND EXISTS (SELECT 1 FROM agreement_import_row w WHERE w.import_id = i.id)`,
      )
    ).map(({ id }) => id),
  reportedBefore: async (before) =>
    (
      await sql.all<{ id: string }>(
        `SELECT i.id FROM agreement_import i WHERE i.state IN ${ENDED} AND i.updated_at < ?
         AND EXISTS (SELECT 1 FROM agreement_import_row w WHERE w.import_id = i.id)`,
        [before],
      )
    ).map(({ id }) => id),
  rows: async (importId, outcome, page) => {
    const { where, params, direction } = walkBy("w.line", "ASC", page, "CAST(? AS integer)");
    const rest = `FROM agreement_import_row w WHERE w.import_id = ? AND ${OUTCOME} AND ${where} ORDER BY w.line ${direction} LIMIT ?`;
    const asked = [importId, outcome, outcome, ...params.map((line) => Number(line) || 0), page.first + 1];
    return pageOf((await selectRows(sql, STAGED, rest, asked)).map(toStaged), page.first);
  },
  countRows: async (importId, outcome) => {
    const text = `SELECT count(*) AS found FROM agreement_import_row w WHERE w.import_id = ? AND ${OUTCOME}`;
    const row = await first<{ found: number }>(sql, text, [importId, outcome, outcome]);
    return Number(row?.found ?? 0);
  },
  rejected: async (importId) => {
    const text = `SELECT line, reason, params, sealed_row AS "sealedRow" FROM agreement_import_row
                  WHERE import_id = ? AND outcome = 'REJECTED' ORDER BY line`;
    const rows = await sql.all<{ line: number; reason: string; params: string | null; sealedRow: string }>(text, [
      importId,
    ]);
    return rows.map(({ line, reason, params, sealedRow }) => ({
      line,
      row: JSON.parse(cipher.openText(sealedRow, importId)) as ImportRow,
      problem: { code: reason, params: JSON.parse(params ?? "{}") } as ImportProblem,
    }));
  },
});

export const createAgreementImportWrites = (context: WriteContext): AgreementImportWrites => {
  const { sql } = context;
  return {
    ...createAgreementImportReads(context),
    create: async (one) => {
      const none = { done: 0, accepted: 0, existing: 0, rejected: 0 };
      await insertRow(sql, NEW_IMPORT, { ...one, ...none, state: "CHECKING", updatedAt: one.createdAt });
    },
    stage: async (importId, rows, at) => {
      // Locks the import: whoever stops it waits for these rows, and takes them away with the others.
      const text = `UPDATE agreement_import SET updated_at = ? WHERE id = ? AND state = 'CHECKING'`;
      if ((await sql.run(text, [at, importId])) === 0) return false;
      await stage(context, importId, rows, at);
      return true;
    },
    move: async (id, from, to, at) => {
      const isEnd = to === "LOADED" || to === "CANCELLED" || to === "INTERRUPTED";
      const params: SqlValue[] = [to, at, isEnd ? at : null, id, ...from];
      const states = from.map(() => "?").join(", ");
      const text = `UPDATE agreement_import SET state = ?, updated_at = ?, finished_at = ? WHERE id = ? AND state IN (${states})`;
      return (await sql.run(text, params)) === 1;
    },
    takeUp: async (id, before, at) =>
      (await sql.run(
        `UPDATE agreement_import SET done = CASE WHEN state = 'CHECKED' THEN 0 ELSE done END, state = 'LOADING', updated_at = ?
         WHERE id = ? AND (state = 'CHECKED' OR (state = 'LOADING' AND updated_at < ?))`,
        [at, id, before],
      )) === 1,
    release: async (id) => {
      await sql.run(`UPDATE agreement_import SET updated_at = 0 WHERE id = ? AND state = 'LOADING'`, [id]);
    },
    writeSlice: (slice) => writeSlice(sql, slice),
    discardSlice: (importId, most) => discardSlice(sql, importId, most),
    interruptStale: async (before, checkedBefore, at) => {
      const text = `UPDATE agreement_import SET state = 'INTERRUPTED', updated_at = ?, finished_at = ?, done = 0, accepted = 0, existing = 0, rejected = 0
                    WHERE (state = 'CHECKING' AND updated_at < ?) OR (state = 'CHECKED' AND updated_at < ?)`;
      return sql.run(text, [at, at, before, checkedBefore]);
    },
    forgetSlice: (importId, most) => forgetSlice(sql, importId, most),
  };
};

export const agreementImportStore: StoreKey<AgreementImportReads, AgreementImportWrites> = {
  reads: createAgreementImportReads,
  writes: createAgreementImportWrites,
};
