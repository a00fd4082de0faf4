/**
 * One import from its file to its agreements (F56, F77): every row is judged and staged apart, then all accepted ones are loaded in
 * one unit. Stopped, killed or failed at any moment, nothing of it is left but its own entry.
 */
import { accept, agreementTerm, endOfDay, type Programme, type Result, readImportRow, refuse } from "@accord/domain";
import type { Clock } from "../../../clock.js";
import { type Database, type JudgedRow, newId } from "../../../storage/index.js";
import { type FileRow, readImportFile } from "./read-file.js";

export interface ImportGround {
  readonly db: Database;
  readonly clock: Clock;
  /** Zone of the agreements' days. */
  readonly timeZone: string;
}

export interface ImportFile {
  readonly fileName: string;
  readonly text: string;
  /** Null: the command line. */
  readonly actorId: string | null;
}

/** Rows judged in one unit: few enough that others write in between. */
const STAGED_AT_ONCE = 250;
/** Without a sign of life for this long, whoever worked on an import is gone. */
export const STALE_MS = 60_000;
const CHECKED_DAYS = 7;
const DAY = 86_400_000;

/** What this process is loading: how far it has come, and whether it was told to stop. */
interface Loading {
  done: number;
  isStopped: boolean;
}
const loadings = new Map<string, Loading>();

export const loadedSoFar = (importId: string): number | null => loadings.get(importId)?.done ?? null;

export const isStale = (one: { readonly state: string; readonly updatedAt: number }, now: number): boolean =>
  (one.state === "CHECKING" || one.state === "LOADING") && now - one.updatedAt > STALE_MS;

class Stopped extends Error {}

/** Ends imports whose worker is gone, and forgets files that were checked and left. */
export const endStaleImports = (db: Database, now: number): Promise<number> =>
  db.run("end stale imports", (tx) =>
    tx.agreementImports.interruptStale(now - STALE_MS, now - CHECKED_DAYS * DAY, now),
  );

export interface Begun {
  readonly importId: string;
  readonly rows: readonly FileRow[];
}

/** Takes the file in; its rows are still to be checked. One import at a time. */
export const beginImport = async (
  { db, clock }: ImportGround,
  { fileName, text, actorId }: ImportFile,
): Promise<Result<Begun, "IMPORT_NOT_VALID">> => {
  const read = readImportFile(text);
  if (!read.ok) return read;
  const at = clock.now();
  await endStaleImports(db, at);
  const importId = newId("imp", at);
  return db.run("begin import", async (tx): Promise<Result<Begun, "IMPORT_NOT_VALID">> => {
    if (await tx.agreementImports.isAnyRunning()) return refuse("IMPORT_NOT_VALID", null, { reason: "RUNNING" });
    const total = read.value.length;
    await tx.agreementImports.create({ id: importId, fileName, creatorId: actorId, createdAt: at, total });
    await tx.audit.append({ actorId, action: "agreementImport.begin", objectId: importId, details: { total }, at });
    return accept({ importId, rows: read.value });
  });
};

/** Judges and stages every row. False when it was stopped meanwhile. Throws what the database says; then nothing is left. */
export const checkImport = async (ground: ImportGround, { importId, rows }: Begun): Promise<boolean> => {
  const { db, clock, timeZone } = ground;
  try {
    const { programmes } = await db.read.catalogue.load();
    const byId = new Map(programmes.map((programme) => [programme.id, programme]));
    for (let done = 0; done < rows.length; done += STAGED_AT_ONCE) {
      const judged = rows.slice(done, done + STAGED_AT_ONCE).map((one) => judge(one, byId, timeZone));
      const isOn = await db.run("check import", (tx) => tx.agreementImports.stage(importId, judged, clock.now()));
      if (!isOn) return false;
    }
    return await db.run("import checked", (tx) =>
      tx.agreementImports.move(importId, ["CHECKING"], "CHECKED", clock.now()),
    );
  } catch (error) {
    await interrupt(ground, importId).catch(() => undefined);
    throw error;
  }
};

const judge = ({ line, row }: FileRow, programmes: ReadonlyMap<string, Programme>, timeZone: string): JudgedRow => {
  const read = readImportRow(row, programmes);
  if (!read.ok) return { line, row, problem: read.problem };
  const { agreement } = read;
  const term = agreementTerm(agreement.programme, agreement.startsOn, timeZone);
  const endsOn = agreement.endsOn ?? term.endsOn;
  const endsAt = endOfDay(endsOn, timeZone);
  return { line, agreement: { ...agreement, endsOn, timeZone, startsAt: term.startsAt, endsAt } };
};

/** False when it is not where it can be loaded. */
export const beginLoading = ({ db, clock }: ImportGround, importId: string): Promise<boolean> =>
  db.run("begin loading", (tx) => tx.agreementImports.move(importId, ["CHECKED"], "LOADING", clock.now()));

/** Makes an agreement of every accepted row, all or none, once loading has begun. False when it was stopped meanwhile. */
export const loadImport = async (ground: ImportGround, importId: string, actorId: string | null): Promise<boolean> => {
  const { db, clock } = ground;
  const loading: Loading = { done: 0, isStopped: false };
  loadings.set(importId, loading);
  const onProgress = (done: number): void => {
    if (loading.isStopped) throw new Stopped("the import was stopped");
    loading.done = done;
  };
  try {
    await db.run("load import", async (tx) => {
      const at = clock.now();
      const added = await tx.agreementImports.load({ importId, actorId, at, onProgress });
      for (const { planId, programmeId } of added) {
        const details = { programmeId, importId };
        await tx.audit.append({ actorId, action: "agreement.import", objectId: planId, details, at });
      }
      const details = { added: added.length };
      await tx.audit.append({ actorId, action: "agreementImport.load", objectId: importId, details, at });
      if (!(await tx.agreementImports.move(importId, ["LOADING"], "LOADED", at))) throw new Stopped("stopped");
    });
    return true;
  } catch (error) {
    if (error instanceof Stopped) {
      await stop(ground, importId, actorId);
      return false;
    }
    await interrupt(ground, importId).catch(() => undefined);
    throw error;
  } finally {
    loadings.delete(importId);
  }
};

/** Ends it before it is loaded, or while it is; false when it has ended already. */
export const stopImport = async (ground: ImportGround, importId: string, actorId: string | null): Promise<boolean> => {
  const loading = loadings.get(importId);
  if (loading === undefined) return stop(ground, importId, actorId);
  // Its own unit takes everything back.
  loading.isStopped = true;
  return true;
};

const stop = ({ db, clock }: ImportGround, importId: string, actorId: string | null): Promise<boolean> =>
  db.run("stop import", async (tx) => {
    const at = clock.now();
    const isStopped = await tx.agreementImports.move(importId, ["CHECKING", "CHECKED", "LOADING"], "CANCELLED", at);
    if (!isStopped) return false;
    await tx.agreementImports.discard(importId);
    await tx.audit.append({ actorId, action: "agreementImport.stop", objectId: importId, details: {}, at });
    return true;
  });

const interrupt = ({ db, clock }: ImportGround, importId: string): Promise<void> =>
  db.run("interrupt import", async (tx) => {
    await tx.agreementImports.move(importId, ["CHECKING", "CHECKED", "LOADING"], "INTERRUPTED", clock.now());
    await tx.agreementImports.discard(importId);
  });
