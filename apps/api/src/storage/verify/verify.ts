/** The oracle behind `accord verify`. V5 and V6 read files: adapters/files/check-files.ts. */
import type { EpochMs } from "@accord/domain";
import type { Breach } from "../breach.js";
import { checkSchema } from "../schema-guard.js";
import type { Sql } from "../sql.js";
import type { StoragePart } from "../storage-part.js";
import { SWEPT_BY } from "../stores/sweep.store.js";
import { checkAuditChain } from "./audit-chain.js";
import { checkPacks } from "./check-packs.js";
import { ROW_CHECKS } from "./row-checks.js";

/** `reader` looks at rows, `writer` tells the settings a write runs under. */
export const verifyDatabase = async (
  reader: Sql,
  writer: Sql,
  now: EpochMs,
  modules: StoragePart,
): Promise<Breach[]> => {
  const breaches: Breach[] = [];
  const [swept] = await reader.all<{ at: number }>(SWEPT_BY);
  // A clock that was set back: a round in its future says nothing of today.
  const sweptBy = Math.min(Number(swept?.at ?? 0), now);
  for (const { check, text, params, tell } of ROW_CHECKS) {
    const rows = await reader.all<{ id: string }>(text(reader.dialect), params(sweptBy));
    breaches.push(...rows.map((row) => ({ check, message: tell(row.id) })));
  }
  return [
    ...breaches,
    ...(await checkAuditChain(reader)),
    ...(await checkPacks(reader)),
    ...(await checkSchema(writer, modules)),
    ...(await checkFile(reader)),
  ];
};

const checkFile = async (sql: Sql): Promise<Breach[]> => {
  if (sql.dialect !== "sqlite") return [];
  const integrity = await sql.all<{ integrity_check: string }>("PRAGMA integrity_check(20)");
  const orphans = await sql.all<{ table: string; rowid: number; parent: string }>("PRAGMA foreign_key_check");
  return [
    ...integrity
      .filter((row) => row.integrity_check !== "ok")
      .map((row) => ({ check: "V8", message: row.integrity_check })),
    ...orphans.map((row) => ({ check: "V8", message: `row ${row.rowid} of ${row.table} has no ${row.parent}` })),
  ];
};
