/** Staging the rows of an import: few statements whatever the number of rows. */
import {
  type EpochMs,
  foldedUnlessPlain,
  type ImportedAgreement,
  type ImportProblem,
  type ImportRow,
} from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { newId } from "../../../kernel/db/ids.js";
import { insertRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import { pairRowOf } from "../../agreements/module.js";
import { agreementImportRowTable } from "./agreement-import-row.table.js";

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

type StagedRow = RowOf<typeof agreementImportRowTable>;

/** What a row has that nothing is known of. */
const NOTHING = Object.fromEntries(
  Object.keys(agreementImportRowTable.options.columns).map((name) => [name, null]),
) as Readonly<Record<keyof StagedRow, null>>;
/** Rows of one INSERT. */
const RUN = 100;

export const stage = async (
  context: WriteContext,
  importId: string,
  rows: readonly JudgedRow[],
  at: EpochMs,
): Promise<void> => {
  const { sql } = context;
  const { staged, pairs } = read(context, importId, rows, at);
  const known = `SELECT x.lookup, x.plan_id AS "planId" FROM agreement_pair x WHERE ${isInList(sql.dialect, "x.lookup")}`;
  const present = new Map(
    (await sql.all<{ lookup: string; planId: string }>(known, [asList([...pairs.keys()])])).map((one) => [
      one.lookup,
      one.planId,
    ]),
  );
  const twice = `SELECT w.lookup, min(w.line) AS line FROM agreement_import_row w
    WHERE w.import_id = ? AND ${isInList(sql.dialect, "w.lookup")} GROUP BY w.lookup`;
  const earlier = new Map(
    (await sql.all<{ lookup: string; line: number }>(twice, [importId, asList([...pairs.keys()])])).map((one) => [
      one.lookup,
      one.line,
    ]),
  );
  const counts = { accepted: 0, existing: 0, rejected: 0 };
  const written = staged.map(({ row, lookup, line, sealedRow }): StagedRow => {
    if (lookup === null) {
      counts.rejected += 1;
      return row;
    }
    const before = earlier.get(lookup);
    if (before !== undefined) {
      counts.rejected += 1;
      return refusedRow(importId, line, "REPEATED", { line: before }, sealedRow());
    }
    earlier.set(lookup, line);
    const planId = present.get(lookup);
    if (planId === undefined) {
      counts.accepted += 1;
      return row;
    }
    counts.existing += 1;
    return { ...NOTHING, importId, line, outcome: "EXISTS", planId, lookup };
  });
  for (let done = 0; done < written.length; done += RUN)
    await insertRows(sql, agreementImportRowTable, written.slice(done, done + RUN));
  await sql.run(
    `UPDATE agreement_import SET done = done + ?, accepted = accepted + ?, existing = existing + ?, rejected = rejected + ?, updated_at = ? WHERE id = ?`,
    [rows.length, counts.accepted, counts.existing, counts.rejected, at, importId],
  );
};

interface Staged {
  readonly line: number;
  readonly row: StagedRow;
  /** Null: refused. */
  readonly lookup: string | null;
  readonly sealedRow: () => string;
}

const refusedRow = (
  importId: string,
  line: number,
  reason: ImportProblem["code"],
  params: ImportProblem["params"],
  sealedRow: string,
): StagedRow => ({ ...NOTHING, importId, line, outcome: "REJECTED", reason, params, sealedRow });

const read = ({ cipher }: WriteContext, importId: string, rows: readonly JudgedRow[], at: EpochMs) => {
  const pairs = new Map<string, number>();
  const staged = rows.map((judged): Staged => {
    const { line } = judged;
    if ("problem" in judged) {
      const sealedRow = cipher.sealText(JSON.stringify(judged.row), importId);
      const row = refusedRow(importId, line, judged.problem.code, judged.problem.params, sealedRow);
      return { line, row, lookup: null, sealedRow: () => sealedRow };
    }
    const { agreement: one } = judged;
    const planId = newId("pln", at);
    const pair = pairRowOf(cipher, planId, one.pair);
    pairs.set(pair.lookup, line);
    const { name, email, language } = one.recipient;
    const row: StagedRow = {
      ...NOTHING,
      ...pair,
      ...{ importId, line, outcome: "ACCEPTED", planId, ledgerId: newId("led", at), openingId: newId("led", at) },
      ...{ programmeId: one.programme.id, startsOn: one.startsOn, endsOn: one.endsOn, timeZone: one.timeZone },
      ...{ startsAt: one.startsAt, endsAt: one.endsAt, granted: one.incidents, used: one.used },
      ...{ recipientName: name, recipientEmail: email, language },
      recipientNameFolded: name === null ? null : foldedUnlessPlain(name),
    };
    const sent = { programme: one.programme.id, ...one.pair, startsOn: one.startsOn, endsOn: one.endsOn };
    return { line, row, lookup: pair.lookup, sealedRow: () => cipher.sealText(JSON.stringify(sent), importId) };
  });
  return { staged, pairs };
};
