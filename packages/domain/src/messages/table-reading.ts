/** How a file was understood, as one sentence in both languages; ICU text (F56, K2). */
import type { Language } from "../account/account.js";
import type { TableReading } from "../table/table-problem.js";

export const READING_MESSAGES: Readonly<Record<Language, string>> = {
  en: "{form, select, XLSX {The sheet {sheet} was read.} JSON {Read as a JSON list.} other {Read as text with {separator, select, comma {commas} semicolon {semicolons} tab {tabs} other {vertical bars}} between the cells.}}{encoding, select, none {} other { The file does not name its encoding: {encoding} was assumed. Check the letters of the names.}}{ignored, select, none {} other { Columns that were not read: {ignored}.}}",
  ro: "{form, select, XLSX {A fost citită foaia {sheet}.} JSON {Citit ca listă JSON.} other {Citit ca text, cu {separator, select, comma {virgulă} semicolon {punct și virgulă} tab {tabulator} other {bară verticală}} între celule.}}{encoding, select, none {} other { Fișierul nu își numește codificarea: s-a presupus {encoding}. Verificați literele din nume.}}{ignored, select, none {} other { Coloane care nu au fost citite: {ignored}.}}",
};

const SEPARATOR_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** What the sentence takes. */
export const readingParams = ({ form, encoding, separator, sheet, ignored }: TableReading) => ({
  form,
  encoding: encoding ?? "none",
  separator: separator === null ? "none" : SEPARATOR_NAMES[separator],
  sheet: sheet ?? "",
  ignored: ignored.length === 0 ? "none" : ignored.join(", ").slice(0, 300),
});
