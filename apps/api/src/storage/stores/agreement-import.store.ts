/**
 * Imports of agreements (F56, F77): rows are staged apart, where nobody can use them, and loaded whole in one unit; the ledger and
 * the audit are append-only, so nothing half-done could be taken back from there.
 */
import type { EpochMs, ImportedAgreement, ImportProblem, ImportRow } from "@accord/domain";
import { type Page, type PageRequest, pageOf } from "../page.js";
import { first, type SqlValue, select } from "../sql.js";
import type { StoreContext, WriteContext } from "../store-context.js";
import type { AgreementImportRow } from "../tables/agreement-import.table.js";
import type { IMPORT_OUTCOMES } from "../tables/agreement-import-row.table.js";
import { IMPORT, STAGED, type StagedSqlRow, toStaged } from "./agreement-import-row.js";
import { loadStaged, stage } from "./agreement-import-writes.js";

export type AgreementImport = AgreementImportRow;
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

/** A row to stage, once it was judged. */
export type JudgedRow = { readonly line: number } & (
  | {
      readonly agreement: ImportedAgreement & {
        readonly endsOn: string;
        readonly timeZone: string;
        readonly startsAt: EpochMs;
        readonly endsAt: EpochMs;
      };
    }
  | { readonly problem: ImportProblem; readonly row: ImportRow }
);

export interface AgreementImportReads {
  byId(id: string): Promise<AgreementImport | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<AgreementImport>>;
  count(): Promise<number>;
  /** Whether one is being checked or loaded. */
  isAnyRunning(): Promise<boolean>;
  /** By line; null: every outcome. */
  rows(importId: string, outcome: ImportOutcome | null, page: PageRequest): Promise<Page<ReportedRow>>;
  countRows(importId: string, outcome: ImportOutcome | null): Promise<number>;
  /** Refused rows as they were sent, by line. */
  rejected(importId: string): Promise<{ line: number; row: ImportRow; problem: ImportProblem }[]>;
}

export interface Loading {
  readonly importId: string;
  readonly actorId: string | null;
  readonly at: EpochMs;
  /** Called between runs of rows; throws to give up, and nothing is kept. */
  readonly onProgress: (done: number) => void;
}

export interface AgreementImportWrites extends AgreementImportReads {
  create(one: Pick<AgreementImport, "id" | "fileName" | "creatorId" | "createdAt" | "total">): Promise<void>;
  /** Stages judged rows; those whose pair is known already are told as such. False when it is not being checked any more. */
  stage(importId: string, rows: readonly JudgedRow[], at: EpochMs): Promise<boolean>;
  /** From one of the states to another; false when it is in none of them. */
  move(id: string, from: readonly ImportState[], to: ImportState, at: EpochMs): Promise<boolean>;
  /** Makes an agreement of every accepted row; answers their plans. */
  load(loading: Loading): Promise<readonly { planId: string; programmeId: string }[]>;
  /** Throws the staged rows away. */
  discard(importId: string): Promise<void>;
  /**
   * Imports nobody has worked on since `before` although they say so, and those checked and left since `checkedBefore`:
   * they are ended, and their rows thrown away.
   */
  interruptStale(before: EpochMs, checkedBefore: EpochMs, at: EpochMs): Promise<number>;
  /** Rows of imports that ended before; returns how many went. */
  forgetRows(before: EpochMs): Promise<number>;
}

const OUTCOME = "(CAST(? AS text) IS NULL OR w.outcome = ?)";

export const createAgreementImportReads = ({ sql, cipher }: StoreContext): AgreementImportReads => ({
  byId: async (id) => (await select(sql, IMPORT, "FROM agreement_import i WHERE i.id = ?", [id]))[0] ?? null,
  list: async ({ first: size, after }) => {
    const rest = "FROM agreement_import i WHERE CAST(? AS text) IS NULL OR i.id < ? ORDER BY i.id DESC LIMIT ?";
    return pageOf(await select(sql, IMPORT, rest, [after, after, size + 1]), size);
  },
  count: async () =>
    Number((await first<{ found: number }>(sql, "SELECT count(*) AS found FROM agreement_import", []))?.found ?? 0),
  isAnyRunning: async () =>
    (await first(sql, `SELECT 1 AS found FROM agreement_import WHERE state IN ('CHECKING', 'LOADING')`, [])) !== null,
  rows: async (importId, outcome, { first: size, after }) => {
    const rest = `FROM agreement_import_row w WHERE w.import_id = ? AND ${OUTCOME} AND w.line > ? ORDER BY w.line LIMIT ?`;
    const params = [importId, outcome, outcome, Number(after ?? 0) || 0, size + 1];
    return pageOf((await select<StagedSqlRow>(sql, STAGED, rest, params)).map(toStaged), size);
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

const ENDED = `('LOADED', 'CANCELLED', 'INTERRUPTED')`;

export const createAgreementImportWrites = (context: WriteContext): AgreementImportWrites => {
  const { sql } = context;
  const discard = async (importId: string): Promise<void> => {
    await sql.run(`DELETE FROM agreement_import_row WHERE import_id = ?`, [importId]);
  };
  return {
    ...createAgreementImportReads(context),
    create: async ({ id, fileName, creatorId, createdAt, total }) => {
      await sql.run(
        `INSERT INTO agreement_import (id, file_name, state, creator_id, created_at, updated_at, total, done, accepted, existing, rejected)
         VALUES (?, ?, 'CHECKING', ?, ?, ?, ?, 0, 0, 0, 0)`,
        [id, fileName, creatorId, createdAt, createdAt, total],
      );
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
    load: (loading) => loadStaged(sql, loading),
    discard,
    interruptStale: async (before, checkedBefore, at) => {
      const text = `SELECT id FROM agreement_import WHERE (state IN ('CHECKING', 'LOADING') AND updated_at < ?)
                    OR (state = 'CHECKED' AND updated_at < ?)`;
      const stale = await sql.all<{ id: string }>(text, [before, checkedBefore]);
      for (const { id } of stale) {
        await discard(id);
        await sql.run(
          `UPDATE agreement_import SET state = 'INTERRUPTED', updated_at = ?, finished_at = ?, done = 0, accepted = 0, existing = 0, rejected = 0 WHERE id = ?`,
          [at, at, id],
        );
      }
      return stale.length;
    },
    forgetRows: (before) =>
      sql.run(
        `DELETE FROM agreement_import_row WHERE import_id IN
         (SELECT i.id FROM agreement_import i WHERE i.state IN ${ENDED} AND i.updated_at < ?)`,
        [before],
      ),
  };
};
