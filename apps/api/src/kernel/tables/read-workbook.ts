/** The one sheet of a workbook (.xlsx) that holds rows, read in pieces; nothing of it is reckoned or guessed (K2). */
import { posix } from "node:path";
import { type TableCell, type TableProblem, tableProblem, textCell } from "@accord/domain";
import { openPackage, type Package, TooLarge, UNPACKED_MIB } from "./open-package.js";
import { readXml } from "./read-xml.js";
import { CELL_MOST, COLUMNS_MOST, type TableLine, type TableLines } from "./table-lines.js";
import { cellOf, columnOf, formatOf, type NumberFormat, type SheetContext, unescaped } from "./workbook-cells.js";

type Read = { readonly ok: true; readonly lines: TableLines } | { readonly ok: false; readonly problem: TableProblem };

/** Ends the reading with what is wrong. */
class Refused extends Error {
  constructor(readonly problem: TableProblem) {
    super(problem.reason);
  }
}
/** Ends the reading of a sheet that has more rows than anybody wants. */
class Enough extends Error {}

/** Every row of the one visible sheet that has any; stops once there are more than `most`. */
export const readWorkbook = async (bytes: Uint8Array, most: number): Promise<Read> => {
  try {
    const parts = await openPackage(bytes);
    const { sheets, is1904, main } = await readContents(parts);
    if (sheets.length === 0) return { ok: false, problem: tableProblem("WORKBOOK_BROKEN") };
    const related = await relationsOf(parts, main);
    const ground = { is1904, strings: await readStrings(parts, related), formats: await readFormats(parts, related) };
    const filled: TableLines[] = [];
    for (const { name, relation } of sheets) {
      const lines = await readSheet(parts, related.get(relation)?.target ?? "", ground, most);
      if (lines.length > 0) filled.push({ lines, separator: null, sheet: name });
    }
    const [only, ...others] = filled;
    if (only === undefined) return { ok: false, problem: tableProblem("EMPTY") };
    if (others.length === 0) return { ok: true, lines: only };
    const place = filled.map(({ sheet }) => sheet).join(", ");
    return { ok: false, problem: tableProblem("WORKBOOK_SHEETS", { place: place.slice(0, 200) }) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    if (error instanceof TooLarge) return { ok: false, problem: tableProblem("WORKBOOK_LARGE", { max: UNPACKED_MIB }) };
    // The package and its parts come from outside: whatever cannot be read in them makes the file a broken one.
    return { ok: false, problem: tableProblem("WORKBOOK_BROKEN") };
  }
};

interface Relation {
  readonly kind: string;
  readonly target: string;
}
type Relations = ReadonlyMap<string, Relation>;

/** What a part points to, by id. */
const relationsOf = async (parts: Package, of: string): Promise<Relations> => {
  const folder = posix.dirname(of);
  const name = posix.join(folder, "_rels", `${posix.basename(of)}.rels`);
  const found = new Map<string, Relation>();
  if (!parts.has(name)) return found;
  await readXml(parts.read(name), {
    open: ({ name: element, attributes: { Id = "", Type = "", Target = "" } }) => {
      if (element !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { kind: posix.basename(Type), target });
    },
  });
  return found;
};

const partOf = (related: Relations, kind: string): string | undefined =>
  [...related.values()].find((one) => one.kind === kind)?.target;

/** The sheets that are shown, and how days are counted. */
const readContents = async (parts: Package) => {
  const main = partOf(await relationsOf(parts, ""), "officeDocument") ?? "xl/workbook.xml";
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  await readXml(parts.read(main), {
    open: ({ name, attributes }) => {
      if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || /hidden/i.test(attributes.state ?? "")) return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: attributes.name ?? "", relation });
    },
  });
  return { main, sheets, is1904 };
};

/** Texts that cells point to by number. */
const readStrings = async (parts: Package, related: Relations): Promise<string[]> => {
  const part = partOf(related, "sharedStrings");
  const strings: string[] = [];
  if (part === undefined || !parts.has(part)) return strings;
  const text = richText();
  await readXml(parts.read(part), {
    open: ({ name }) => (name === "si" ? text.begin() : text.open(name)),
    close: (name, own) => {
      text.close(name, own);
      if (name === "si") strings.push(text.end());
    },
  });
  return strings;
};

/** Text in runs of several looks; how it is pronounced is left out. */
const richText = () => {
  let said = "";
  let isSpoken = false;
  return {
    begin: (): void => {
      said = "";
    },
    open: (name: string): void => {
      if (name === "rPh") isSpoken = true;
    },
    close: (name: string, own: string): void => {
      if (name === "rPh") isSpoken = false;
      else if (name === "t" && !isSpoken) said += own;
    },
    end: (): string => unescaped(said),
  };
};

/** By number of a style. */
const readFormats = async (parts: Package, related: Relations): Promise<NumberFormat[]> => {
  const part = partOf(related, "styles");
  const formats: NumberFormat[] = [];
  if (part === undefined || !parts.has(part)) return formats;
  const codes = new Map<number, string>();
  let isOfCells = false;
  await readXml(parts.read(part), {
    open: ({ name, attributes }) => {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isOfCells = true;
      const id = Number(attributes.numFmtId ?? 0);
      if (name === "xf" && isOfCells) formats.push(formatOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return formats;
};

const readSheet = async (parts: Package, part: string, ground: SheetContext, most: number): Promise<TableLine[]> => {
  const sheet = sheetReader(ground, most);
  try {
    await readXml(parts.read(part), sheet);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return sheet.lines;
};

const EMPTY = textCell("");

const sheetReader = (ground: SheetContext, most: number) => {
  const lines: TableLine[] = [];
  const inline = richText();
  let [line, column] = [0, -1];
  let cells: TableCell[] = [];
  let raw = { type: "n", style: 0, formula: null as string | null, value: "" };
  const addCell = (cell: TableCell): void => {
    if (cell.text === "" && cell.kind === "TEXT") return;
    if (column >= COLUMNS_MOST) throw new Refused(tableProblem("TOO_MANY_COLUMNS", { line, max: COLUMNS_MOST }));
    if (cell.text.length > CELL_MOST) throw new Refused(tableProblem("CELL_LONG", { line, max: CELL_MOST }));
    while (cells.length < column) cells.push(EMPTY);
    cells[column] = cell;
  };
  const endRow = (): void => {
    if (cells.length > 0) lines.push({ line, cells });
    if (lines.length > most) throw new Enough();
  };
  return {
    lines,
    open: ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }): void => {
      inline.open(name);
      if (name === "row") [line, column, cells] = [Number(attributes.r ?? line + 1), -1, []];
      if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        raw = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), formula: null, value: "" };
        inline.begin();
      }
      if (name === "mergeCell") throw new Refused(tableProblem("WORKBOOK_MERGED", { place: attributes.ref ?? "" }));
    },
    close: (name: string, text: string): void => {
      inline.close(name, text);
      if (name === "f") raw.formula = text;
      else if (name === "v") raw.value = text;
      else if (name === "c") addCell(cellOf({ ...raw, inline: inline.end() }, ground));
      else if (name === "row") endRow();
    },
  };
};
