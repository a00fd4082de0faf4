/** `accord agreement import`: agreements of other systems from a table or a JSON list; every row is reported, the accepted ones are taken together (E14, F56, F77). */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { IMPORT_COLUMNS, type Refusal } from "@accord/domain";
import type { Database } from "../kernel/db/index.js";
import { importSentence, readingSentence, refusalSentences } from "../kernel/text/sentences.js";
import {
  agreementImportStore,
  beginImport,
  beginLoading,
  checkImport,
  dropImport,
  type ImportContext,
  type ImportOutcome,
  loadImport,
  type ReportedRow,
} from "../modules/administration/module.js";
import { type Command, CommandError, type Outcome, optional, table, UsageError } from "./command.js";

type RowResult = "added" | "would be added" | "exists" | "refused";

interface RowReport {
  /** Line of the file or row of the sheet. */
  readonly line: number;
  readonly result: RowResult;
  readonly id: string | null;
  readonly why: string | null;
}

const PAGE = 1000;

export const agreementImport: Command = {
  name: "agreement import",
  summary: "Import agreements from a CSV, .xlsx or JSON file and report on each row",
  usage: `<file> [--dry-run] | --continue <id> | --drop <id>   (columns: ${IMPORT_COLUMNS.join(", ")}; from endsOn on they may be left out)`,
  options: { "dry-run": { type: "boolean" }, continue: { type: "string" }, drop: { type: "string" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, config, options, positionals }) => {
    const ground = { db, clock, timeZone: config.entitlementZone, isGuest: db.dialect === "sqlite" };
    const [interrupted, dropped] = [optional(options, "continue"), optional(options, "drop")];
    if ([...positionals, interrupted, dropped].filter((one) => one !== null).length !== 1)
      throw new UsageError("a file, --continue <id> or --drop <id>");
    if (dropped !== null) return drop(ground, dropped);
    if (interrupted !== null) return goOn(ground, interrupted);
    const path = positionals[0] ?? "";
    const file = { fileName: basename(path), bytes: readBytes(path), language: "en", actorId: null } as const;
    const begun = await beginImport(ground, file);
    if (!begun.ok) {
      const [refusal] = begun.refusals;
      throw new CommandError(`${path}: ${refusal === undefined ? "refused" : sentencesOf(refusal)}`);
    }
    const { importId, table: read } = begun.value;
    const isDry = options["dry-run"] === true;
    const isChecked = await checkImport(ground, begun.value);
    const load = async (): Promise<boolean> =>
      (await beginLoading(ground, importId)) && (await loadImport(ground, importId, null));
    const isDone = isChecked && (isDry || (await load()));
    if (!isDone) throw new CommandError(`${path}: the import was stopped; nothing of it was taken`);
    const reports = await reportOf(db, importId);
    if (isDry) await dropImport(ground, importId, null);
    return summarise(reports, readingSentence("en", read.reading));
  },
};

const drop = async (ground: ImportContext, importId: string): Promise<Outcome> => {
  if (!(await dropImport(ground, importId, null)))
    throw new CommandError(`${importId} is no import that can be dropped`);
  return { data: { dropped: importId }, lines: [`${importId} was dropped; nothing of it is left`] };
};

const goOn = async (ground: ImportContext, importId: string): Promise<Outcome> => {
  const isLoaded = (await beginLoading(ground, importId)) && (await loadImport(ground, importId, null));
  if (!isLoaded) throw new CommandError(`${importId} is no import that can go on`);
  return summarise(await reportOf(ground.db, importId), `${importId} has come to its end.`);
};

const sentencesOf = (refusal: Refusal): string => {
  const { message, remedy } = refusalSentences("en", refusal);
  return `${message} ${remedy}`;
};

const readBytes = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
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
    const page: { rows: readonly ReportedRow[]; endCursor: string | null; hasNextPage: boolean } = await db.read
      .of(agreementImportStore)
      .rows(importId, null, { first: PAGE, after });
    for (const { line, outcome, problem, planId } of page.rows) {
      const id = outcome === "ACCEPTED" ? null : planId;
      reports.push({ line, result: RESULT[outcome], id, why: problem === null ? null : importSentence("en", problem) });
    }
    if (!page.hasNextPage) return reports;
    after = page.endCursor;
  }
};

const summarise = (rows: readonly RowReport[], reading: string): Outcome => {
  const count = (result: RowResult): number => rows.filter((row) => row.result === result).length;
  const failed = count("refused");
  const shown = rows.map((row) => [String(row.line), row.result, row.id ?? "", row.why ?? ""]);
  return {
    data: {
      added: count("added"),
      wouldBeAdded: count("would be added"),
      existing: count("exists"),
      refused: failed,
      reading,
      rows,
    },
    lines: [
      reading,
      ...table([["line", "result", "plan", "why"], ...shown]),
      `${count("added")} added, ${count("would be added")} would be added, ${count("exists")} existing, ${failed} refused`,
    ],
    exitCode: failed > 0 ? 1 : 0,
  };
};
