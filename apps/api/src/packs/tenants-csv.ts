/** Partner tenants as a spreadsheet keeps them: CSV with a head (F57). */
import { CsvError, parse } from "csv-parse/sync";
import type { LocatedRead, Path } from "./located.js";

/** Anything that does not begin like JSON. */
export const isCsv = (text: string): boolean => !/^\s*[[{]/.test(text);

/** CSV with a head: `tenantId` and, if wanted, `name`. */
export const readTenantsCsv = (text: string): LocatedRead => {
  try {
    const records = parse(text, {
      columns: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 4096,
    }) as unknown as { record: Readonly<Record<string, string>>; info: { lines: number } }[];
    const tenants = records.map(({ record }) => ({ ...record, ...(record.name === "" ? { name: undefined } : {}) }));
    const lineOf = (path: Path): number => (typeof path[1] === "number" ? (records[path[1]]?.info.lines ?? 1) : 1);
    return { ok: true, value: { value: { tenants: tenants.map(dropUndefined) }, lineOf } };
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    return { ok: false, problems: [{ code: "NOT_JSON", line, path: "", params: { format: "csv" } }] };
  }
};

const dropUndefined = (record: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** A pack that says these and nothing else. */
export const tenantsText = (tenantIds: readonly string[]): string =>
  `${JSON.stringify({ tenants: [...tenantIds].sort().map((tenantId) => ({ tenantId })) }, null, 2)}\n`;
