/** Workbooks (.xlsx) as spreadsheets write them, made from the XML of their parts: apart from the program's own writer. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export interface TestSheet {
  readonly name: string;
  /** What stands between `<sheetData>` and its end. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
  /** What follows the rows. */
  readonly after?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** Number formats of the styles, in order; a text is a code of its own. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Prefix of every element, as some programs write. */
  readonly prefix?: string;
  /** Parts besides, or instead. */
  readonly parts?: Readonly<Record<string, string>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

const stylesOf = (formats: readonly (number | string)[]): string => {
  const own = formats.map((one, place) =>
    typeof one === "string" ? `<numFmt numFmtId="${200 + place}" formatCode="${one}"/>` : "",
  );
  const xfs = formats.map((one, place) => `<xf numFmtId="${typeof one === "string" ? 200 + place : one}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join("")}</numFmts><cellXfs>${xfs.join("")}</cellXfs></styleSheet>`;
};

export const workbookOf = ({
  sheets,
  strings = "",
  formats = [0],
  is1904,
  prefix,
  parts,
}: TestWorkbook): Promise<Buffer> => {
  const rels = (list: readonly (readonly [id: string, kind: string, target: string])[]) =>
    `<Relationships xmlns="${RELATIONS}">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
  const named = (text: string): string =>
    prefix === undefined
      ? text
      : text.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`).replace(`xmlns="`, `xmlns:${prefix}="`);
  const listed = sheets.map(
    ({ name, state }, place) =>
      `<sheet name="${name}" sheetId="${place + 1}"${state ? ` state="${state}"` : ""} r:id="s${place}"/>`,
  );
  const all: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": rels([["a", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": named(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": rels([
      ["st", "styles", "styles.xml"],
      ["ss", "sharedStrings", "/xl/sharedStrings.xml"],
      ...sheets.map((_, place) => [`s${place}`, "worksheet", `worksheets/sheet${place + 1}.xml`] as const),
    ]),
    "xl/styles.xml": stylesOf(formats),
    "xl/sharedStrings.xml": named(`<sst xmlns="${MAIN}">${strings}</sst>`),
    ...Object.fromEntries(
      sheets.map(({ rows, after = "" }, place) => [
        `xl/worksheets/sheet${place + 1}.xml`,
        named(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`),
      ]),
    ),
    ...parts,
  };
  const file = new ZipFile();
  for (const [name, text] of Object.entries(all)) file.addBuffer(Buffer.from(text), name);
  file.end();
  return buffer(file.outputStream);
};

/** A row of texts in the cells themselves. */
export const textRow = (line: number, texts: readonly string[]): string =>
  `<row r="${line}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
