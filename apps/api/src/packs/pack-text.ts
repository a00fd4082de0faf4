/** The file of a pack as the text that is kept: UTF-8 to the letter; a table in another form as the CSV that says the same (F57, K2). */
import { type Language, type PackKind, type TableProblem, tableProblem } from "@accord/domain";
import { decodeText } from "../tables/decode-text.js";
import { readTable } from "../tables/read-table.js";
import { writeDelimited } from "../tables/write-delimited.js";
import { isTable, TENANTS_FORM } from "./tenants-table.js";

export type PackText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: TableProblem };

export const packTextOf = async (kind: PackKind, bytes: Uint8Array, language: Language): Promise<PackText> => {
  const decoded = decodeText(bytes, language);
  if (decoded?.assumed === null) return { ok: true, text: decoded.text };
  if (kind !== "PARTNER_TENANTS" || (decoded !== null && !isTable(decoded.text)))
    return { ok: false, problem: tableProblem(decoded === null ? "NOT_TEXT" : "NOT_UTF8") };
  const read = await readTable(bytes, TENANTS_FORM, language);
  if (!read.ok) return read;
  const { rows, reading } = read.table;
  const head = ["tenantId", "name", ...reading.ignored];
  // Lines keep their numbers, so that what is said of them later is true of the file that was sent.
  const lines: string[] = Array.from({ length: rows.at(-1)?.line ?? 1 }, () => "");
  lines[0] = writeDelimited([head], ",").trimEnd();
  for (const { line, cells, excess } of rows) {
    const own = [cells.tenantId?.text ?? "", cells.name?.text ?? "", ...reading.ignored.map(() => "")];
    lines[line - 1] = writeDelimited([excess === null ? own : [...own, ""]], ",").trimEnd();
  }
  return { ok: true, text: `${lines.join("\n")}\n` };
};
