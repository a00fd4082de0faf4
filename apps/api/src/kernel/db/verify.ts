/** The oracle behind `accord verify`: what the modules promise of their rows, the audit chain, the schema, the file itself. */
import type { EpochMs } from "@accord/domain";
import { checkAuditChain } from "../audit/audit-chain.js";
import type { Breach } from "./breach.js";
import { checkSchema } from "./schema-guard.js";
import type { Sql } from "./sql.js";
import type { StoragePart } from "./storage-part.js";

/** `reader` looks at rows, `writer` tells the settings a write runs under. */
export const verifyStored = async (reader: Sql, writer: Sql, now: EpochMs, modules: StoragePart): Promise<Breach[]> => {
  const breaches: Breach[] = [];
  for (const verify of modules.verify ?? []) breaches.push(...(await verify(reader, now)));
  return [
    ...breaches,
    ...(await checkAuditChain(reader)),
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
