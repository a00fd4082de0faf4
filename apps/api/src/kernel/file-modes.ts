/** What stands in DATA_DIR is its owner's alone: 0700 for folders, 0600 for files, also where they were there before (decision 26). */
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config-error.js";

const OTHERS = 0o077;

/**
 * Makes DATA_DIR and sees to its modes, and to those of a database that stands elsewhere.
 * Throws ConfigError with the name to blame. Contents of `blobs` stand behind their folder.
 */
export const closeToOthers = (dataDir: string, databaseFile: string | null): void => {
  asConfig("DATA_DIR", dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    close(dataDir);
    closeWithin(dataDir);
  });
  if (databaseFile === null) return;
  asConfig("DATABASE_URL", databaseFile, () => {
    for (const file of ["", "-wal", "-shm", "-journal"].map((end) => databaseFile + end))
      if (existsSync(file)) close(file);
  });
};

const closeWithin = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) continue;
    close(path);
    if (entry.isDirectory() && entry.name !== "blobs") closeWithin(path);
  }
};

const close = (path: string): void => {
  const { mode } = lstatSync(path);
  if ((mode & OTHERS) !== 0) chmodSync(path, mode & 0o700);
};

/** A folder that cannot be made, read or closed is a setting to put right, in one line. */
const asConfig = (name: string, path: string, work: () => void): void => {
  try {
    work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ConfigError(`${name} ${path} cannot be used (${code} at ${syscall})`);
  }
};
