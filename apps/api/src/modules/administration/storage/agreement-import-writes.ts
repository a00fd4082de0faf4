/** Staging the rows of an import: few statements whatever the number of rows. */
import {
  type EpochMs,
  foldedUnlessPlain,
  type ImportedAgreement,
  type ImportProblem,
  type ImportRow,
} from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { asList, isInList, placeholders, type SqlValue } from "../../../kernel/db/sql.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import { pairRowOf } from "../../agreements/module.js";

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

const COLUMNS = `import_id, line, outcome, reason, params, sealed_row, plan_id, ledger_id, opening_id, programme_id, starts_on, ends_on,
  time_zone, starts_at, ends_at, granted, used, lookup, key_id, sealed, access_id_ending, agreement_id_ending,
  recipient_name, recipient_email, language, recipient_name_folded`;
const WIDTH = 26;
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
  const values = staged.map(({ values: row, lookup, line, sealedRow }): SqlValue[] => {
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
    const told = emptyRow(importId, line, "EXISTS");
    told[6] = planId;
    told[17] = lookup;
    return told;
  });
  for (let done = 0; done < values.length; done += RUN) {
    const run = values.slice(done, done + RUN);
    await sql.run(
      `INSERT INTO agreement_import_row (${COLUMNS}) VALUES ${placeholders(run.length, WIDTH)}`,
      run.flat(),
    );
  }
  await sql.run(
    `UPDATE agreement_import SET done = done + ?, accepted = accepted + ?, existing = existing + ?, rejected = rejected + ?, updated_at = ? WHERE id = ?`,
    [rows.length, counts.accepted, counts.existing, counts.rejected, at, importId],
  );
};

interface Staged {
  readonly line: number;
  readonly values: SqlValue[];
  /** Null: refused. */
  readonly lookup: string | null;
  readonly sealedRow: () => string;
}

const emptyRow = (importId: string, line: number, outcome: string): SqlValue[] => [
  importId,
  line,
  outcome,
  ...Array.from({ length: WIDTH - 3 }, () => null),
];

const refusedRow = (importId: string, line: number, code: string, params: object, sealedRow: string): SqlValue[] => {
  const row = emptyRow(importId, line, "REJECTED");
  row[3] = code;
  row[4] = JSON.stringify(params);
  row[5] = sealedRow;
  return row;
};

const read = ({ cipher }: WriteContext, importId: string, rows: readonly JudgedRow[], at: EpochMs) => {
  const pairs = new Map<string, number>();
  const staged = rows.map((judged): Staged => {
    const { line } = judged;
    if ("problem" in judged) {
      const sealedRow = cipher.sealText(JSON.stringify(judged.row), importId);
      const values = refusedRow(importId, line, judged.problem.code, judged.problem.params, sealedRow);
      return { line, values, lookup: null, sealedRow: () => sealedRow };
    }
    const { agreement: one } = judged;
    const planId = newId("pln", at);
    const pair = pairRowOf(cipher, planId, one.pair);
    pairs.set(pair.lookup, line);
    const { name, email, language } = one.recipient;
    const values = [
      ...[importId, line, "ACCEPTED", null, null, null, planId, newId("led", at), newId("led", at), one.programme.id],
      ...[one.startsOn, one.endsOn, one.timeZone, one.startsAt, one.endsAt, one.incidents, one.used],
      ...[pair.lookup, pair.keyId, pair.sealed, pair.accessIdEnding, pair.agreementIdEnding, name, email, language],
      name === null ? null : foldedUnlessPlain(name),
    ];
    const row = { programme: one.programme.id, ...one.pair, startsOn: one.startsOn, endsOn: one.endsOn };
    return { line, values, lookup: pair.lookup, sealedRow: () => cipher.sealText(JSON.stringify(row), importId) };
  });
  return { staged, pairs };
};
