/** Partner tenants as a spreadsheet keeps them: a table with `tenantId` and, if wanted, `name` (F57, K2). */
import {
  type CellFault,
  type PackProblem,
  type ReadCell,
  readIdentifier,
  readText,
  type TableColumn,
  type TableProblem,
} from "@accord/domain";
import { readTableText } from "../../kernel/tables/read-table.js";
import { atOnce } from "../../kernel/tables/slices.js";
import type { TableForm, TableRow } from "../../kernel/tables/table.js";
import type { Path, PositionedRead } from "../../kernel/text/positioned-json.js";
import type { PackError } from "./pack-error.js";

export type TenantColumn = "tenantId" | "name";
const COLUMNS: readonly TableColumn<TenantColumn>[] = [
  { key: "tenantId", names: ["tenant", "directory", "ID chiriaș", "director", "ID director"], isNeeded: true },
  { key: "name", names: ["nume", "denumire"], isNeeded: false },
];
export const TENANTS_FORM: TableForm<TenantColumn> = { columns: COLUMNS, rowsMost: 10_000 };

/** Anything that does not begin like JSON. */
export const isTable = (text: string): boolean => !/^\s*[[{]/.test(text);

export const readTenantsTable = (text: string): PositionedRead => {
  const read = atOnce(readTableText(text, TENANTS_FORM));
  if (!read.ok) return { ok: false, problems: [asPackProblem(read.problem)] };
  const { rows, reading } = read.table;
  const lineOf = (path: Path): number => (typeof path[1] === "number" ? (rows[path[1]]?.line ?? 1) : 1);
  const faults: PackError[] = [];
  const tenants = rows.map((row, place) => tenantOf(row, place, faults));
  // What the head says too much is told once, with everything else that is wrong.
  for (const name of reading.ignored) Object.assign(tenants[0] ?? {}, { [name]: "" });
  if (faults.length === 0) return { ok: true, value: { value: { tenants }, lineOf } };
  return {
    ok: false,
    problems: faults.map(({ code, path, params }) => ({ code, line: lineOf(path), path: "", params })),
  };
};

const tenantOf = ({ cells, excess }: TableRow<TenantColumn>, place: number, faults: PackError[]): object => {
  const path = ["tenants", place];
  if (excess !== null) faults.push({ code: "CELLS_TOO_MANY", path, params: excess });
  const take = (column: TenantColumn, read: ReadCell<string>): string => {
    if (read.ok) return read.value;
    faults.push({ code: "CELL_NOT_VALID", path, params: cellParams(column, read.fault, read.shown) });
    return "";
  };
  const tenantId = take("tenantId", readIdentifier(cells.tenantId));
  const name = take("name", readText(cells.name));
  return name === "" ? { tenantId } : { tenantId, name };
};

const cellParams = (column: TenantColumn, fault: CellFault, value: string) => ({ column, fault, value });

/** As problems of a pack are told. */
export const asPackProblem = ({ line, ...params }: TableProblem): PackProblem => ({
  code: "NOT_A_TABLE",
  line: Math.max(1, line),
  path: "",
  params: { line, ...params },
});

/** A pack that says these and nothing else. */
export const tenantsText = (tenantIds: readonly string[]): string =>
  `${JSON.stringify({ tenants: [...tenantIds].sort().map((tenantId) => ({ tenantId })) }, null, 2)}\n`;
