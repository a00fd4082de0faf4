/** A workbook (.xlsx) of one sheet, written in pieces: text stays the text it is, numbers are numbers, nothing in it is reckoned (F56, K2). */
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { ZipFile } from "yazl";
import { markCell } from "./cell-marks.js";
import { lettersOf } from "./workbook-cells.js";
import type { TableValue } from "./write-delimited.js";

/** What one cell may hold in the form itself. */
const CELL_MOST = 32_767;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

const NAMED: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
/** As XML holds it: what it cannot is written as the form writes it, `_x000D_`, and so is what only looks like that. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[<>&"]/g, (sign) => NAMED[sign] ?? sign);

/** Styles: 1 is text that a spreadsheet leaves alone, 2 the same in bold. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": STYLES,
};

type Rows = readonly (readonly TableValue[])[];
const workbookOf = (sheet: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const cellOf = (value: TableValue, at: string, style: number): string => {
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = value === null || typeof value === "string" ? (value ?? "") : value.kept;
  if (text === "") return "";
  // A mark that stands there already would be taken off on the way back in.
  const safe = text.startsWith("'") ? markCell(text, false) : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(safe.slice(0, CELL_MOST))}</t></is></c>`;
};

/** Rows written between two looks at whether others wait. */
const SLICE = 200;

async function* sheetOf(head: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  const lines: Rows = [head, ...rows];
  for (let done = 0; done < lines.length; done += SLICE) {
    const part = lines.slice(done, done + SLICE).map((cells, place) => {
      const line = done + place + 1;
      const style = line === 1 ? 2 : 1;
      return `<row r="${line}">${cells.map((value, column) => cellOf(value, `${lettersOf(column)}${line}`, style)).join("")}</row>`;
    });
    yield part.join("");
    await setImmediate();
  }
  yield "</sheetData></worksheet>";
}

export const writeWorkbook = (head: readonly string[], rows: Rows, sheet: string): Promise<Buffer> => {
  const file = new ZipFile();
  for (const [name, content] of Object.entries({ ...PARTS, "xl/workbook.xml": workbookOf(sheet) }))
    file.addBuffer(Buffer.from(HEAD + content), name);
  file.addReadStream(Readable.from(sheetOf(head, rows)), "xl/worksheets/sheet1.xml");
  file.end();
  return buffer(file.outputStream);
};
