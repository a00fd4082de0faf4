/** One server per SQLite file: a lock file with the holder's process id beside it; a stale one is taken over (contract.md). */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ConfigError } from "./config-error.js";

export interface ServerLock {
  release(): void;
}

/**
 * Locks the SQLite file at `databasePath` for this server.
 * Throws ConfigError naming the process that holds it.
 */
export const lockServer = (databasePath: string): ServerLock => {
  const path = `${databasePath}.lock`;
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(draft, describeProcess(process.pid));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (tryLink(draft, path)) return { release: () => releaseOwn(path) };
      const holder = readLockOwner(path);
      if (holder !== null && isSameProcess(holder)) {
        throw new ConfigError(`the database ${databasePath} is in use by the server with process id ${holder.pid}`);
      }
      discardStale(path, holder);
    }
    throw new ConfigError(`the lock ${path} could not be taken`);
  } finally {
    rmSync(draft, { force: true });
  }
};

interface LockOwner {
  readonly pid: number;
  /** Start of the process as the kernel tells it; tells a reused process id apart. Empty where unknown. */
  readonly started: string;
}

const tryLink = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

const describeProcess = (pid: number): string => JSON.stringify({ pid, started: startOf(pid) } satisfies LockOwner);

const readLockOwner = (path: string): LockOwner | null => {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8")) as Partial<LockOwner>;
    return typeof holder.pid === "number" ? { pid: holder.pid, started: holder.started ?? "" } : null;
  } catch {
    return null;
  }
};

const isSameProcess = (holder: LockOwner): boolean => {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // Ended, and only its parent has not looked yet.
  if (["Z", "X"].includes(statusOf(holder.pid)[0] ?? "")) return false;
  const started = startOf(holder.pid);
  return holder.started === "" || started === "" || started === holder.started;
};

/** Field 22 of /proc/<pid>/stat on Linux; empty elsewhere. */
const startOf = (pid: number): string => statusOf(pid)[19] ?? "";

/** The fields after the name of the process, from its state on; none where there is no /proc. */
const statusOf = (pid: number): string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
};

/** Renames first, so that of two that find the same stale lock only one removes it, and never a fresh one. */
const discardStale = (path: string, seen: LockOwner | null): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readLockOwner(aside);
  if (taken !== null && taken.pid !== seen?.pid && isSameProcess(taken)) tryLink(aside, path);
  rmSync(aside, { force: true });
};

const releaseOwn = (path: string): void => {
  if (readLockOwner(path)?.pid === process.pid) rmSync(path, { force: true });
};
