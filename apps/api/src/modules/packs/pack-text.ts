/** The file of a pack as the text that is kept: UTF-8 to the letter; a table in another form as the CSV that says the same (F57, K2). */
import { type Language, type PackKind, type TableCell, type TableProblem, tableProblem } from "@accord/domain";
import { decodeText } from "../../kernel/tables/decode-text.js";
import { readTable } from "../../kernel/tables/read-table.js";
import type { Table } from "../../kernel/tables/table.js";
import { writeDelimited } from "../../kernel/tables/write-delimited.js";
import { isTable, TENANTS_FORM, type TenantColumn } from "./tenants-table.js";

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
  if (rows.some(({ cells }) => cells.tenantId !== undefined && cells.tenantId.kind !== "TEXT"))
    return { ok: true, text: typedText(read.table) };
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

/** A number stays one; a day or a flag is told by the list it stands in, which is no text either. */
const typed = (cell: TableCell | undefined): string | number | readonly string[] => {
  if (cell === undefined || cell.kind === "TEXT") return cell?.text ?? "";
  return cell.kind === "NUMBER" && Number.isFinite(Number(cell.text)) ? Number(cell.text) : [cell.text];
};

/** A sheet with IDs that are numbers or days, as the JSON that keeps them such: they are refused there, and not taken for texts. */
const typedText = ({ rows, reading }: Table<TenantColumn>): string => {
  const lines: string[] = Array.from({ length: (rows.at(-1)?.line ?? 1) + 1 }, () => "");
  lines[0] = '{"tenants":[';
  for (const [place, { line, cells, excess }] of rows.entries()) {
    const { tenantId, name } = cells;
    const tenant = {
      tenantId: typed(tenantId),
      ...(name === undefined || name.text === "" ? {} : { name: name.text }),
      ...(excess === null ? {} : { [`cell ${excess.cells}`]: "" }),
      ...(place === 0 ? Object.fromEntries(reading.ignored.map((column) => [column, ""])) : {}),
    };
    lines[line - 1] = `${lines[line - 1] ?? ""}${JSON.stringify(tenant)}${place === rows.length - 1 ? "" : ","}`;
  }
  return `${lines.join("\n")}]}\n`;
};
