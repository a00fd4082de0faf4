/**
 * One import from its file to its preview (F56, F77): every row is judged and staged apart, where nobody can use it. Killed meanwhile,
 * nothing of it is left but its own entry.
 */
import {
  accept,
  agreementTerm,
  DAY,
  endOfDay,
  type Language,
  type Programme,
  type Result,
  refuse,
} from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { type IdempotentCommand, once } from "../../../kernel/graphql/idempotency.js";
import { catalogueStore } from "../../catalogue/module.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import type { JudgedRow } from "../storage/agreement-import-writes.js";
import type { ImportContext } from "./import-context.js";
import { discardRows, STALE_MS, stateOf } from "./load-import.js";
import { Pace, runPatiently } from "./pace.js";
import { type FileRow, type ImportFileTable, judgeFileRow, readImportFile, sentRow } from "./read-file.js";

export interface ImportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The sender's: which code page a file without any sign of one is in. */
  readonly language: Language;
  /** Null: the command line. */
  readonly actorId: string | null;
}

const CHECKED_DAYS = 7;

/**
 * Ends imports that nobody checks any more, forgets those that were checked or interrupted and left for a week, and throws away
 * what is left of dropped ones. One that was interrupted while it was loaded stays, to go on or be dropped.
 */
export const endStaleImports = async (ground: Pick<ImportContext, "db" | "isGuest">, now: number): Promise<number> => {
  const { db } = ground;
  const ended = await runPatiently(ground, "end stale imports", (tx) =>
    tx.of(agreementImportStore).interruptStale(now - STALE_MS, now - CHECKED_DAYS * DAY, now),
  );
  for (const importId of await db.read.of(agreementImportStore).withLeftovers()) await discardRows(ground, importId);
  return ended;
};

export interface Begun {
  readonly importId: string;
  readonly table: ImportFileTable;
  /** It was taken in before, under the same key, and is checked or was. */
  readonly isRepeated: boolean;
}

/** Takes the file in; its rows are still to be checked. One import at a time; under its key a file is taken in once. */
export const beginImport = async (
  ground: ImportContext,
  { fileName, bytes, language, actorId }: ImportFile,
  command: IdempotentCommand | null = null,
): Promise<Result<Begun, "IMPORT_NOT_VALID" | "TABLE_NOT_READ">> => {
  const { clock } = ground;
  const read = await readImportFile(bytes, language);
  if (!read.ok) return read;
  const at = clock.now();
  await endStaleImports(ground, at);
  const importId = newId("imp", at);
  const take = async (tx: WriteStores): Promise<string> => {
    const running = await tx.of(agreementImportStore).running();
    if (running !== null) {
      const reason = stateOf(running, at) === "PAUSED" ? "PAUSED" : "RUNNING";
      return tx.abort(refuse("IMPORT_NOT_VALID", null, { reason, importId: running.id }));
    }
    const { rows, reading } = read.value;
    const total = rows.length;
    await tx
      .of(agreementImportStore)
      .create({ id: importId, fileName, creatorId: actorId, createdAt: at, total, reading });
    await tx
      .of(auditStore)
      .append({ actorId, action: "agreementImport.begin", objectId: importId, details: { total }, at });
    return importId;
  };
  return runPatiently(ground, "begin import", async (tx): Promise<Result<Begun, "IMPORT_NOT_VALID">> => {
    const taken = await (command === null ? take(tx) : once(tx, command, () => take(tx)));
    return accept({ importId: taken, table: read.value, isRepeated: taken !== importId });
  });
};

/** Judges and stages every row. False when it was stopped meanwhile. Throws what the database says; then nothing is left. */
export const checkImport = async (ground: ImportContext, { importId, table }: Begun): Promise<boolean> => {
  const { db, clock } = ground;
  const { rows } = table;
  try {
    const { programmes } = await db.read.of(catalogueStore).load();
    const byId = new Map(programmes.map((programme) => [programme.id, programme]));
    const pace = new Pace(ground.isGuest);
    for (let done = 0; done < rows.length; ) {
      const staged = await pace.slice(db, "check import", async (tx, most) => {
        const judged = rows.slice(done, done + most).map((row) => judge(ground, table, row, byId));
        return (await tx.of(agreementImportStore).stage(importId, judged, clock.now())) ? judged.length : null;
      });
      if (staged === null) return false;
      done += staged;
    }
    return await runPatiently(ground, "import checked", (tx) =>
      tx.of(agreementImportStore).move(importId, ["CHECKING"], "CHECKED", clock.now()),
    );
  } catch (error) {
    await interrupt(ground, importId).catch(() => undefined);
    throw error;
  }
};

const judge = (
  { timeZone }: ImportContext,
  table: ImportFileTable,
  row: FileRow,
  programmes: ReadonlyMap<string, Programme>,
): JudgedRow => {
  const { line } = row;
  const read = judgeFileRow(table, row, programmes);
  if (!read.ok) return { line, row: sentRow(row), problem: read.problem };
  const { agreement } = read;
  const term = agreementTerm(agreement.programme, agreement.startsOn, timeZone);
  const endsOn = agreement.endsOn ?? term.endsOn;
  const endsAt = endOfDay(endsOn, timeZone);
  return { line, agreement: { ...agreement, endsOn, timeZone, startsAt: term.startsAt, endsAt } };
};

const interrupt = async (ground: ImportContext, importId: string): Promise<void> => {
  const { db, clock } = ground;
  await db.transaction("interrupt import", (tx) =>
    tx.of(agreementImportStore).move(importId, ["CHECKING"], "INTERRUPTED", clock.now()),
  );
  await discardRows(ground, importId);
};
