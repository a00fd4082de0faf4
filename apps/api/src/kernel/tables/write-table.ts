/** THE writer of tables that people fetch: CSV in the form of the reader's spreadsheets, or a workbook (F56, F82, K2). */
import type { Language } from "@accord/domain";
import { inSlices, type Sliced } from "./slices.js";
import { separatorFor, type TableValue, writeDelimited } from "./write-delimited.js";
import { writeWorkbook } from "./write-workbook.js";

export const TABLE_FORMS = ["csv", "xlsx"] as const;
export type TableFileForm = (typeof TABLE_FORMS)[number];

export interface WrittenTable {
  /** Of the file and the sheet, without an ending. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

export interface TableFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Buffer;
}

/** Rows written between two looks at whether others wait. */
const SLICE = 500;

export const writeTable = async (
  { name, head, rows }: WrittenTable,
  form: TableFileForm,
  language: Language,
): Promise<TableFile> => {
  const fileName = `${name}.${form}`;
  if (form === "xlsx")
    return {
      name: fileName,
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      content: await writeWorkbook(head, rows, name),
    };
  // The mark at the beginning tells a spreadsheet that it is UTF-8.
  const content = `\uFEFF${await inSlices(writeSlices([head, ...rows], separatorFor(language)))}`;
  return { name: fileName, mediaType: "text/csv; charset=utf-8", content };
};

function* writeSlices(rows: WrittenTable["rows"], separator: ReturnType<typeof separatorFor>): Sliced<string> {
  const parts: string[] = [];
  for (let done = 0; done < rows.length; done += SLICE) {
    parts.push(writeDelimited(rows.slice(done, done + SLICE), separator));
    yield;
  }
  return parts.join("");
}
