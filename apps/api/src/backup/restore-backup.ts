/** Puts a backup into an empty installation: whole or not at all, and nothing starts on it before it is whole. */
import type { EpochMs } from "@accord/domain";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Filling } from "../kernel/db/filling.js";
import type { OpenOptions } from "../kernel/db/index.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import type { Restored } from "../kernel/module.js";
import { openFileRoom, putFrame, readFrames } from "../modules/files/module.js";
import { fillTarget, openTo } from "./fill-target.js";
import { FILE_PARTS } from "./manifest.js";
import { unknownOf } from "./migrations-of.js";
import { type Backup, readTables, UnreadableBackup } from "./read-backup.js";

/** One file comes in at a time, under this name. */
const UPLOAD = "restored";

export interface RestoreOptions {
  /** How the database is opened once it is filled. */
  readonly database: OpenOptions;
  readonly blobUrl: string;
  readonly at: EpochMs;
  /** What the modules make anew. */
  readonly filled: readonly Restored[];
  /** What the modules end or hold. */
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
  const { place, restored, at, progress } = options;
  const { manifest } = backup;
  await target.begin({ kind: "RESTORING", place });
  await putFiles(backup, options);
  await fillTarget(target, options, { migrations: manifest.migrations, tables: readTables(backup, progress) });
  return openTo(options.database, async (tx) => {
    for (const each of [...options.filled, ...restored]) await each(tx, at);
    const details = { takenAt: manifest.takenAt, auditSeq: manifest.auditHead.seq };
    const entry = { actorId: null, action: "backup.restore", objectId: manifest.installation, details, at } as const;
    await tx.of(auditStore).append(entry);
    return {
      held: await tx.of(outboxStore).countHeld(),
      hasPurchases: manifest.tables.some(({ name, rows }) => name === "purchase" && rows > 0),
    };
  });
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
