/** One row of an import of agreements: what it describes, or the one thing that is wrong with it (F56, F77, E14, K2). */
import { LANGUAGES } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import type { Programme } from "../plan/support-plan.js";
import type { CivilDate } from "../shared/calendar.js";
import { makeReadable } from "../shared/readable-text.js";
import { TEXT_RULES } from "../shared/text.js";
import {
  type CellFault,
  type ReadCell,
  readCount,
  readDay,
  readIdentifier,
  readText,
  type TableCell,
} from "../table/table-cell.js";
import type { TableColumn } from "../table/table-column.js";
import { type IdPair, normaliseId } from "./id-pair.js";
import type { Recipient } from "./manage-agreement.js";

export const IMPORT_COLUMNS = [
  "programme",
  "accessId",
  "agreementId",
  "startsOn",
  "endsOn",
  "incidents",
  "used",
  "recipientName",
  "recipientEmail",
  "language",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];
/** What every row must have. */
export const IMPORT_COLUMNS_NEEDED: readonly ImportColumn[] = IMPORT_COLUMNS.slice(0, 4);

const NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
  programme: ["program", "programul"],
  accessId: ["ID acces", "ID de acces"],
  agreementId: ["ID acord", "ID de acord"],
  startsOn: ["starts", "start date", "începe", "începe la", "data începerii"],
  endsOn: ["ends", "end date", "se încheie", "se încheie la", "data încheierii"],
  incidents: ["incidente"],
  used: ["used incidents", "folosite", "incidente folosite"],
  recipientName: ["recipient", "destinatar", "numele destinatarului", "nume destinatar"],
  recipientEmail: ["e-mail", "e-mail address", "recipient's e-mail", "e-mail destinatar", "e-mailul destinatarului"],
  language: ["limba", "limbă"],
};

/** As a file may call them. */
export const IMPORT_TABLE: readonly TableColumn<ImportColumn>[] = IMPORT_COLUMNS.map((key) => ({
  key,
  names: NAMES[key],
  isNeeded: IMPORT_COLUMNS_NEEDED.includes(key),
}));

/** A row as it is kept to be corrected and sent again. */
export type ImportRow = Partial<Record<ImportColumn, string>>;
/** A row as its file says it. */
export type ImportCells = Readonly<Partial<Record<ImportColumn, TableCell>>>;

export const IMPORT_PROBLEMS = [
  "PROGRAMME_UNKNOWN",
  "PROGRAMME_NOT_ISSUED",
  "CELL_NOT_VALID",
  "CELLS_TOO_MANY",
  "ENDS_BEFORE_START",
  "MORE_USED_THAN_GRANTED",
  "RECIPIENT_NOT_VALID",
  "LANGUAGE_NOT_VALID",
  "REPEATED",
] as const;
export interface ImportProblem {
  readonly code: (typeof IMPORT_PROBLEMS)[number];
  /** `column` is the one it is about, `cell` its name in a spreadsheet, if it has one. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ImportedAgreement {
  readonly programme: Programme;
  readonly pair: IdPair;
  readonly startsOn: CivilDate;
  /** Null: by the programme's term. */
  readonly endsOn: CivilDate | null;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Used elsewhere before: one opening entry. */
  readonly used: number;
  readonly recipient: Recipient;
}

export type ReadRow =
  | { readonly ok: true; readonly agreement: ImportedAgreement }
  | { readonly ok: false; readonly problem: ImportProblem };

/** Ends the reading of a row at the first thing that is wrong. */
class Wrong extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem.code);
  }
}
const wrong = (code: ImportProblem["code"], params: ImportProblem["params"]): never => {
  throw new Wrong({ code, params });
};
const faulty = (column: ImportColumn, fault: CellFault, value = ""): never =>
  wrong("CELL_NOT_VALID", { column, fault, value });

/** IDs stay text: leading zeros are kept, and a missing check digit is no fault. */
export const readImportRow = (cells: ImportCells, programmes: ReadonlyMap<string, Programme>): ReadRow => {
  try {
    return { ok: true, agreement: agreementOf(cells, programmes) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem };
    throw error;
  }
};

const agreementOf = (cells: ImportCells, programmes: ReadonlyMap<string, Programme>): ImportedAgreement => {
  const programme = programmeOf(need(cells, "programme", readText), programmes);
  const pair = { accessId: idOf(cells, "accessId"), agreementId: idOf(cells, "agreementId") };
  const startsOn = need(cells, "startsOn", readDay);
  const endsOn = take(cells, "endsOn", readDay);
  if (endsOn !== null && endsOn < startsOn) wrong("ENDS_BEFORE_START", { column: "endsOn" });
  const incidents = isUnlimited(cells) ? null : (take(cells, "incidents", readCount) ?? programme.incidents);
  const used = take(cells, "used", readCount) ?? 0;
  if (incidents !== null && used > incidents) wrong("MORE_USED_THAN_GRANTED", { column: "used", used, incidents });
  return { programme, pair, startsOn, endsOn, incidents, used, recipient: recipientOf(cells) };
};

type Reader<Value> = (cell: TableCell | undefined) => ReadCell<Value>;

const take = <Value>(cells: ImportCells, column: ImportColumn, reader: Reader<Value>): Value => {
  const read = reader(cells[column]);
  return read.ok ? read.value : faulty(column, read.fault, read.shown);
};

const need = <Value>(cells: ImportCells, column: ImportColumn, reader: Reader<Value>): NonNullable<Value> => {
  const value = take(cells, column, reader);
  return value === null || value === undefined || value === "" ? faulty(column, "EMPTY") : value;
};

const programmeOf = (slug: string, programmes: ReadonlyMap<string, Programme>): Programme => {
  const programme = programmes.get(slug);
  if (programme === undefined) return wrong("PROGRAMME_UNKNOWN", { column: "programme", programme: slug.slice(0, 64) });
  if (programme.origin !== "AGREEMENT")
    return wrong("PROGRAMME_NOT_ISSUED", { column: "programme", programme: programme.id });
  return programme;
};

const idOf = (cells: ImportCells, column: "accessId" | "agreementId"): string => {
  const text = need(cells, column, readIdentifier);
  return normaliseId(text) ?? faulty(column, "IDENTIFIER_OTHER", text.slice(0, 40));
};

const isUnlimited = ({ incidents }: ImportCells): boolean => {
  const read = readText(incidents);
  return read.ok && ["unlimited", "nelimitat"].includes(read.value.toLowerCase());
};

const recipientOf = (cells: ImportCells): Recipient => {
  // A name on two lines of one cell is one name.
  const name = makeReadable(take(cells, "recipientName", readText), false) || null;
  if (name !== null && name.length > TEXT_RULES.personName.max)
    wrong("RECIPIENT_NOT_VALID", { column: "recipientName" });
  const typed = take(cells, "recipientEmail", readText);
  const email = typed === "" ? null : normaliseEmail(typed);
  if (typed !== "" && email === null) wrong("RECIPIENT_NOT_VALID", { column: "recipientEmail" });
  const wanted = take(cells, "language", readText).toLowerCase() || "en";
  const language = LANGUAGES.find((each) => each === wanted);
  return language === undefined ? wrong("LANGUAGE_NOT_VALID", { column: "language" }) : { name, email, language };
};
