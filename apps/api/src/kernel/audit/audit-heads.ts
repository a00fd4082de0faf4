/** Heads of the audit chain written down outside the database, one a day: whoever cuts the newest entries off cannot cut them off here (P-5). */

import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DAY, type EpochMs, HOUR } from "@accord/domain";
import type { Clock } from "../clock.js";
import type { Database } from "../db/index.js";
import { type AuditHead, auditStore } from "./audit.store.js";

export interface ExportedHead extends AuditHead {
  readonly at: EpochMs;
}

/** How often is looked whether a day is over. */
export const HEAD_EVERY_MS = HOUR;

export const headsFile = (dataDir: string): string => join(dataDir, "audit-heads.jsonl");

/** Oldest first; a line that cannot be read is left out, and so is a file that is not there. */
export const readHeads = async (file: string): Promise<ExportedHead[]> => {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => headOf(line));
};

const headOf = (line: string): ExportedHead[] => {
  try {
    const { seq, hash, at } = JSON.parse(line) as Partial<ExportedHead>;
    return typeof seq === "number" && typeof hash === "string" ? [{ seq, hash, at: at ?? 0 }] : [];
  } catch {
    return [];
  }
};

export interface HeadExport {
  readonly db: Database;
  readonly clock: Clock;
  readonly file: string;
  readonly log: { info(fields: object, message: string): void };
}

/** Writes the head down, to the file and to the log, unless that was done within a day or nothing was added since. */
export const exportHead = async ({ db, clock, file, log }: HeadExport): Promise<boolean> => {
  const last = (await readHeads(file)).at(-1);
  const at = clock.now();
  if (last !== undefined && at - last.at < DAY) return false;
  const { seq, hash } = await db.read.of(auditStore).head();
  if (seq === 0 || seq === last?.seq) return false;
  await appendFile(file, `${JSON.stringify({ seq, hash, at })}\n`, { mode: 0o600 });
  log.info({ auditHead: { seq, hash } }, "the head of the audit chain");
  return true;
};

declare module "../graphql/context.js" {
  interface ModuleContext {
    /** Heads of the audit chain written down outside the database, oldest first. */
    exportedHeads(): Promise<readonly ExportedHead[]>;
  }
}
