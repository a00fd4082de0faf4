/** Puts a backup into an empty installation: whole or not at all, and nothing starts on it before it is whole. */
import type { EpochMs } from "@accord/domain";
import { auditStore } from "../kernel/audit/audit.store.js";
import { closureStore } from "../kernel/db/closure.js";
import type { Filling } from "../kernel/db/filling.js";
import { type Database, type OpenOptions, openDatabase } from "../kernel/db/index.js";
import { openFilling } from "../kernel/db/open-filling.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import type { Restored } from "../kernel/module.js";
import { openFileRoom, putFrame, readFrames } from "../modules/files/module.js";
import { FILE_PARTS } from "./manifest.js";
import { storageAt, unknownOf } from "./migrations-of.js";
import { type Backup, readTables, UnreadableBackup } from "./read-backup.js";

/** One file comes in at a time, under this name. */
const UPLOAD = "restored";

export interface RestoreOptions {
  /** How the database is opened once it is filled. */
  readonly database: OpenOptions;
  readonly blobUrl: string;
  readonly at: EpochMs;
  /** What the modules end, hold or make anew. */
  readonly restored: readonly Restored[];
  /** What the backup is called, for whoever finds the restore unfinished. */
  readonly place: string;
  readonly progress: (text: string) => void;
}

export interface RestoreReport {
  /** Messages that wait for `accord outbox release`. */
  readonly held: number;
  /** Whether anything was ever bought here. */
  readonly hasPurchases: boolean;
}

/** The target is not empty: whose rows are there. */
export class TargetOccupied extends Error {}

/** The empty database to restore into. Throws TargetOccupied where it holds something that no unfinished restore put there. */
export const openTarget = async (url: string, modules: StoragePart): Promise<Filling> => {
  const target = await openFilling(url, modules);
  if ((await target.closure())?.kind === "RESTORING") return target;
  const occupied = await target.occupied();
  if (occupied !== null) throw new TargetOccupied(occupied);
  return target;
};

/** Throws UnreadableBackup where a newer program wrote it. */
export const refuseNewerBackup = ({ manifest }: Backup, modules: StoragePart): void => {
  const unknown = unknownOf(modules, manifest.migrations);
  if (unknown.length > 0)
    throw new UnreadableBackup(`Accord ${manifest.application} wrote it, a newer version (${unknown.join(", ")})`);
};

/** Restores what `openBackup` found whole. From the first step to the last the database is closed to everybody else. */
export const restoreBackup = async (
  backup: Backup,
  target: Filling,
  options: RestoreOptions,
): Promise<RestoreReport> => {
  const { database, place, restored, at, progress } = options;
  const { manifest } = backup;
  await target.begin({ kind: "RESTORING", place });
  await putFiles(backup, options);
  await inDatabase({ ...database, modules: storageAt(database.modules, manifest.migrations) }, (db) => db.migrate());
  await target.load(readTables(backup, progress));
  progress("bringing the schema to this version");
  return inDatabase(database, async (db) => {
    await db.migrate();
    return db.transaction("open what was restored", async (tx) => {
      for (const each of restored) await each(tx, at);
      const details = { takenAt: manifest.takenAt, auditSeq: manifest.auditHead.seq };
      const entry = { actorId: null, action: "backup.restore", objectId: manifest.installation, details, at } as const;
      await tx.of(auditStore).append(entry);
      await tx.of(closureStore).open();
      return {
        held: await tx.of(outboxStore).countHeld(),
        hasPurchases: manifest.tables.some(({ name, rows }) => name === "purchase" && rows > 0),
      };
    });
  });
};

const inDatabase = async <T>(options: OpenOptions, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = await openDatabase({ ...options, isBeingFilled: true });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
};

/** Content stands under its digest: what is there already stays, and a second time is as once. */
const putFiles = async (
  { archive, manifest }: Backup,
  { blobUrl, at, progress }: Pick<RestoreOptions, "blobUrl" | "at" | "progress">,
): Promise<void> => {
  let size = 0;
  let put = 0;
  const room = await openFileRoom(blobUrl, async () => size);
  for (const part of FILE_PARTS)
    for await (const frame of readFrames(archive.read(part))) {
      size = frame.size;
      await putFrame(room, UPLOAD, frame, at);
      put += 1;
      progress(`files: ${put} of ${manifest.files.count}`);
    }
};
