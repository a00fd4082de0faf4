/** `accord restore <file>`: a backup, put into an empty installation. */
import { existsSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { openTarget, TargetOccupied } from "../backup/fill-target.js";
import { type Backup, openBackup, UnreadableBackup } from "../backup/read-backup.js";
import { refuseNewerBackup, restoreBackup } from "../backup/restore-backup.js";
import { headsFile } from "../kernel/audit/audit-heads.js";
import { ConfigError } from "../kernel/config-error.js";
import { type OpenOptions, openDatabase, sqliteFile } from "../kernel/db/index.js";
import { closeToOthers } from "../kernel/file-modes.js";
import { loadKeys } from "../kernel/keys/keys.js";
import { lockServer } from "../kernel/server-lock.js";
import { MODULES } from "../modules/modules.js";
import { type EraseParts, eraseAgain, finishErasure } from "../subject/erase-subject.js";
import { erasuresFile, readErasures } from "../subject/erasures-made.js";
import { type Command, type CommandContext, CommandError, type Outcome } from "./command.js";
import { databaseOptions } from "./database-options.js";
import { settleBackupKeys } from "./restore-keys.js";

export const restore: Command = {
  name: "restore",
  summary: "Put a backup into an empty database, whole or not at all; --with-keys takes the keys from it too",
  usage: "<file> [--with-keys | --without-keys]   (without: where they are gone for good; then accord keys lost)",
  options: { "with-keys": { type: "boolean" }, "without-keys": { type: "boolean" } },
  positionals: [1, 1],
  database: "none",
  run: async (context) => {
    const { config, positionals } = context;
    const path = resolve(positionals[0] ?? "");
    const file = sqliteFile(config.databaseUrl);
    closeToOthers(config.dataDir, file);
    const lock = file === null ? null : lockServer(file);
    try {
      return await restoreFrom(path, context);
    } catch (error) {
      throw explained(error, path);
    } finally {
      context.progress("");
      lock?.release();
      closeToOthers(config.dataDir, file);
    }
  },
};

const restoreFrom = async (path: string, context: CommandContext): Promise<Outcome> => {
  const { config, clock, progress } = context;
  const target = await openTarget(config.databaseUrl, MODULES.storage);
  const backup = await openBackup(path, progress);
  try {
    refuseNewerBackup(backup, MODULES.storage);
    await settleBackupKeys(backup, path, context);
    const database = databaseOptions(config, loadKeys(config.keysDir, config.givenKeys).keys);
    const at = clock.now();
    const rows = { at, tables: MODULES.storage.tables, erased: MODULES.erased };
    const made = await readErasures(erasuresFile(config.dataDir));
    let erased: readonly string[] = [];
    const report = await restoreBackup(backup, target, {
      ...{ database, blobUrl: config.blobUrl, at, filled: MODULES.filled, place: path, progress },
      restored: [
        ...MODULES.restored,
        async (tx) => {
          erased = await eraseAgain(
            tx,
            made.map(({ accountId }) => accountId),
            rows,
          );
        },
      ],
    });
    await finishAgain(erased, { ...rows, database, context });
    return tell(path, backup, { ...report, erased: erased.length, setAside: setHeadsAside(config.dataDir) });
  } finally {
    backup.archive.close();
  }
};

/** Files, and what is left in the database, of those who were erased again. */
const finishAgain = async (
  erased: readonly string[],
  {
    database,
    context: { config, progress },
    ...rows
  }: Pick<EraseParts, "at" | "tables" | "erased"> & {
    readonly database: OpenOptions;
    readonly context: CommandContext;
  },
): Promise<void> => {
  if (erased.length === 0) return;
  const db = await openDatabase(database);
  const files = { blobUrl: config.blobUrl, erasuresFile: erasuresFile(config.dataDir) };
  await finishErasure(erased, { ...rows, ...files, db, progress }).finally(() => db.close());
};

/** Heads that were written down after the backup was made are of a record that is not here. */
const setHeadsAside = (dataDir: string): string | null => {
  const heads = headsFile(dataDir);
  if (!existsSync(heads)) return null;
  const aside = `${heads}.before-restore`;
  renameSync(heads, aside);
  return aside;
};

const tell = (
  path: string,
  { manifest }: Backup,
  {
    held,
    hasPurchases,
    erased,
    setAside,
  }: { held: number; hasPurchases: boolean; erased: number; setAside: string | null },
): Outcome => {
  const { takenAt, tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const asOf = new Date(takenAt).toISOString();
  return {
    data: { file: path, takenAt, rows, files: files.count, held, erased, lost: files.lost },
    lines: [
      `Restored ${path}: ${rows} rows, ${files.count} files, as of ${asOf}.`,
      "Whoever was signed in signs in again, and one-time links that were open have ended.",
      ...(held === 0
        ? []
        : [`${held} messages are held, for they may have gone out: accord outbox release lets them go, --drop never.`]),
      ...(erased === 0 ? [] : [`${erased} people who were erased since the backup are erased again.`]),
      ...(hasPurchases
        ? [`Look through your payment provider's charges from ${asOf} on: what they bought since is not here.`]
        : []),
      ...(setAside === null ? [] : [`Heads of the audit record of before are in ${setAside}.`]),
    ],
    notes: files.lost.map((sha256) => `the file ${sha256} was lost before the backup; accord verify says whose it is`),
  };
};

const explained = (error: unknown, path: string): unknown => {
  if (error instanceof TargetOccupied)
    return new CommandError(
      `a backup is restored into an empty database, and this one holds ${error.message}; nothing was changed`,
    );
  if (error instanceof UnreadableBackup)
    return new CommandError(`${path} was not restored: ${error.message}; nothing was changed`);
  const { code, syscall, path: refused } = error as NodeJS.ErrnoException;
  if (syscall === undefined || error instanceof ConfigError) return error;
  return new CommandError(`${refused ?? path} cannot be used (${code} at ${syscall})`);
};
