/** `accord agreement import`: agreements of other systems from a CSV or JSON file; every row is reported, the accepted ones are taken together (E14, F56, F77). */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { IMPORT_COLUMNS } from "@accord/domain";
import {
  beginImport,
  beginLoading,
  checkImport,
  type ImportGround,
  loadImport,
  stopImport,
} from "../features/administration/imports/run-import.js";
import { importSentence, refusalSentences } from "../graphql/sentences.js";
import type { Database, ImportOutcome, ReportedRow } from "../storage/index.js";
import { type Command, CommandError, type Outcome, table } from "./command.js";

type RowResult = "added" | "would be added" | "exists" | "refused";

interface RowReport {
  /** Line of the file; the head is line 1. */
  readonly line: number;
  readonly result: RowResult;
  readonly id: string | null;
  readonly why: string | null;
}

const PAGE = 1000;

export const agreementImport: Command = {
  name: "agreement import",
  summary: "Import agreements from a CSV or JSON file and report on each row",
  usage: `<file> [--dry-run]   (columns: ${IMPORT_COLUMNS.join(", ")}; from endsOn on they may be left out)`,
  options: { "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, config, options, positionals }) => {
    const path = positionals[0] ?? "";
    const ground: ImportGround = { db, clock, timeZone: config.entitlementZone };
    const begun = await beginImport(ground, { fileName: basename(path), text: readText(path), actorId: null });
    if (!begun.ok) {
      const [refusal] = begun.refusals;
      throw new CommandError(`${path}: ${refusal === undefined ? "refused" : refusalSentences("en", refusal).message}`);
    }
    const { importId } = begun.value;
    const isDry = options["dry-run"] === true;
    const isChecked = await checkImport(ground, begun.value);
    const load = async (): Promise<boolean> =>
      (await beginLoading(ground, importId)) && (await loadImport(ground, importId, null));
    const isDone = isChecked && (isDry || (await load()));
    if (!isDone) throw new CommandError(`${path}: the import was stopped; nothing of it was taken`);
    const reports = await reportOf(db, importId);
    if (isDry) await stopImport(ground, importId, null);
    return summarise(reports);
  },
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
};

const RESULT: Readonly<Record<ImportOutcome, RowResult>> = {
  ADDED: "added",
  ACCEPTED: "would be added",
  EXISTS: "exists",
  REJECTED: "refused",
};

const reportOf = async (db: Database, importId: string): Promise<RowReport[]> => {
  const reports: RowReport[] = [];
  for (let after: string | null = null; ; ) {
    const page: { rows: readonly ReportedRow[]; endCursor: string | null; hasNextPage: boolean } =
      await db.read.agreementImports.rows(importId, null, { first: PAGE, after });
    for (const { line, outcome, problem, planId } of page.rows) {
      const id = outcome === "ACCEPTED" ? null : planId;
      reports.push({ line, result: RESULT[outcome], id, why: problem === null ? null : importSentence("en", problem) });
    }
    if (!page.hasNextPage) return reports;
    after = page.endCursor;
  }
};

const summarise = (rows: readonly RowReport[]): Outcome => {
  const count = (result: RowResult): number => rows.filter((row) => row.result === result).length;
  const failed = count("refused");
  const shown = rows.map((row) => [String(row.line), row.result, row.id ?? "", row.why ?? ""]);
  return {
    data: {
      added: count("added"),
      wouldBeAdded: count("would be added"),
      existing: count("exists"),
      refused: failed,
      rows,
    },
    lines: [
      ...table([["line", "result", "plan", "why"], ...shown]),
      `${count("added")} added, ${count("would be added")} would be added, ${count("exists")} existing, ${failed} refused`,
    ],
    exitCode: failed > 0 ? 1 : 0,
  };
};
