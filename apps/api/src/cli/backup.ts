/** `accord backup <file>`: everything this installation keeps in one archive, while it runs. */
import { resolve } from "node:path";
import { makeBackup } from "../backup/make-backup.js";
import { sealKeys } from "../backup/sealed-keys.js";
import { ArchiveExists } from "../kernel/archive/write-archive.js";
import { contentsOf } from "../kernel/keys/keys.js";
import { readVersion } from "../read-version.js";
import { type Command, CommandError } from "./command.js";
import { installationOf } from "./keys.js";
import { readPassphrase } from "./passphrase.js";

export const backup: Command = {
  name: "backup",
  summary: "Write rows and files into one archive, beside a running server; exit code 1 when files are lost",
  usage:
    "<file> [--with-keys]   (with the keys: sealed with a passphrase from ACCORD_BACKUP_PASSPHRASE_FILE or asked for)",
  options: { "with-keys": { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, config, ring, options, positionals, progress, askSecret }) => {
    const path = resolve(positionals[0] ?? "");
    const { passphraseFile } = config;
    const sealedKeys =
      options["with-keys"] === true
        ? await sealKeys(contentsOf(ring), await readPassphrase({ passphraseFile, askSecret }, true))
        : null;
    const parts = { db, clock, blobUrl: config.blobUrl, application: readVersion(), sealedKeys, progress };
    const made = await makeBackup(path, { ...parts, installation: installationOf(config) }).catch((error: unknown) => {
      if (error instanceof ArchiveExists) throw new CommandError(`${path} is there already; nothing was written`);
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall === undefined) throw error;
      throw new CommandError(`${path} cannot be written (${code}); nothing is left of it`);
    });
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
    const { count, bytes, lost } = made.files;
    return {
      data: {
        file: path,
        takenAt: made.takenAt,
        rows,
        files: count,
        fileBytes: bytes,
        lost,
        withKeys: sealedKeys !== null,
      },
      lines: [
        `${path}: ${rows} rows, ${count} files of ${bytes} bytes, as of ${new Date(made.takenAt).toISOString()}.`,
        sealedKeys === null
          ? `Without the keys: keep a copy of ${ring.folder} elsewhere; the backup opens with the same keys alone.`
          : "With the keys, sealed: it opens with the passphrase alone.",
      ],
      notes: lost.map(
        (sha256) => `the file ${sha256} is not there, or has other bytes; accord verify says whose it is`,
      ),
      exitCode: lost.length === 0 ? 0 : 1,
    };
  },
};
