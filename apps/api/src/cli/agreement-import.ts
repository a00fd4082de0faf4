/** `accord agreement import`: agreements of other systems from a CSV file; each row stands alone and is reported (E14, F56, F77). */
import { readFileSync } from "node:fs";
import { isCivilDate, normaliseIdPair, type Programme } from "@accord/domain";
import { parse } from "csv-parse/sync";
import { type Command, type CommandContext, CommandError, type Outcome, table } from "./command.js";
import { makeAgreement, type NewAgreement } from "./new-agreement.js";

const COLUMNS = ["programme", "accessId", "agreementId", "startsOn", "endsOn", "incidents", "used"] as const;
const NEEDED = COLUMNS.slice(0, 4);
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

interface RowReport {
  /** Line of the file; the head is line 1. */
  readonly line: number;
  readonly result: "added" | "would be added" | "exists" | "refused";
  readonly id: string | null;
  readonly why: string | null;
}

export const agreementImport: Command = {
  name: "agreement import",
  summary: "Import agreements from a CSV file and report on each row",
  usage: `<file.csv> [--dry-run]   (columns: ${COLUMNS.join(", ")}; the last three may be left out)`,
  options: { "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async (context) => {
    const rows = readRows(context.positionals[0] ?? "");
    const { programmes } = await context.db.read.catalogue.load();
    const byId = new Map(programmes.map((programme) => [programme.id, programme]));
    const reports: RowReport[] = [];
    for (const { line, row } of rows) reports.push({ line, ...(await importRow(row, byId, context)) });
    return summarise(reports);
  },
};

/** IDs stay text: leading zeros are kept, a missing check digit is no fault. */
const readRows = (path: string): { line: number; row: Row }[] => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
  const options = {
    bom: true,
    columns: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
  } as const;
  const parsed = parseCsv(text, options);
  const head = Object.keys(parsed[0]?.row ?? {});
  const missing = parsed.length > 0 ? NEEDED.filter((column) => !head.includes(column)) : [];
  if (missing.length > 0) throw new CommandError(`${path} lacks the column ${missing.join(", ")}`);
  return parsed;
};

const parseCsv = (text: string, options: object): { line: number; row: Row }[] => {
  try {
    const records = parse(text, options) as unknown as { record: Row; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, row: record }));
  } catch (error) {
    throw new CommandError(`not a CSV file: ${(error as Error).message}`);
  }
};

type RowResult = Omit<RowReport, "line">;
const refused = (why: string): RowResult => ({ result: "refused", id: null, why });

const importRow = async (
  row: Row,
  programmes: ReadonlyMap<string, Programme>,
  context: CommandContext,
): Promise<RowResult> => {
  const { db, clock, options } = context;
  const agreement = readAgreement(row, programmes, context.config.entitlementZone);
  if (typeof agreement === "string") return refused(agreement);
  const present = await db.read.plans.byPair(agreement.pair);
  if (present !== null) return { result: "exists", id: present.id, why: null };
  if (options["dry-run"] === true) return { result: "would be added", id: null, why: null };
  const at = clock.now();
  const made = await db.run("agreement.import", (tx) =>
    makeAgreement(tx, agreement, { action: "agreement.import", at }),
  );
  return made === null ? { result: "exists", id: null, why: null } : { result: "added", id: made.id, why: null };
};

/** The agreement a row describes, or why it describes none. */
const readAgreement = (
  row: Row,
  programmes: ReadonlyMap<string, Programme>,
  timeZone: string,
): NewAgreement | string => {
  const programme = programmes.get(row.programme ?? "");
  if (programme === undefined) return `no programme ${row.programme || "is named"}`;
  if (programme.origin !== "AGREEMENT") return `${programme.id} is bought, not imported`;
  const pair = normaliseIdPair(row.accessId ?? "", row.agreementId ?? "");
  if (pair === null) return "an ID is missing or has signs other than letters and digits";
  const { startsOn = "", endsOn = "" } = row;
  if (!isCivilDate(startsOn)) return "startsOn is no day such as 2027-04-01";
  if (endsOn !== "" && (!isCivilDate(endsOn) || endsOn < startsOn)) return "endsOn is no day on or after startsOn";
  const incidents = readCount(row.incidents, programme.incidents);
  const used = readCount(row.used, 0);
  if (incidents === undefined || used === undefined || used === null)
    return "incidents and used are whole numbers (incidents may be unlimited)";
  if (incidents !== null && used > incidents) return `${used} incidents used of ${incidents}`;
  return { programme, startsOn, endsOn: endsOn || null, timeZone, incidents, used, pair };
};

/** Undefined: not a count. */
const readCount = (text: string | undefined, otherwise: number | null): number | null | undefined => {
  if (text === undefined || text === "") return otherwise;
  if (text === "unlimited") return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
};

const summarise = (rows: readonly RowReport[]): Outcome => {
  const count = (result: RowReport["result"]): number => rows.filter((row) => row.result === result).length;
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
