/** Why a boot failed, in one line: settings that the machine refuses are the person's to put right, everything else is a failure (K9). */
import { type Config, EXIT_BOOT, EXIT_CONFIG } from "./config.js";
import { ConfigError } from "./kernel/config-error.js";

export interface BootFailure {
  readonly code: number;
  readonly message: string;
}

/** What the machine says of a path or a port that was named. */
const REFUSED: ReadonlySet<unknown> = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOENT",
  "ENOTDIR",
  "EEXIST",
  "EISDIR",
  "ELOOP",
  "ENAMETOOLONG",
  "EINVAL",
  "SQLITE_CANTOPEN",
  "SQLITE_NOTADB",
]);

export const describeBootFailure = (error: unknown, config: Config): BootFailure => {
  if (error instanceof ConfigError) return { code: EXIT_CONFIG, message: oneLine(error.message) };
  const { code, path = "", syscall, message } = causeOf(error);
  if (code === "EADDRINUSE")
    return { code: EXIT_CONFIG, message: `port ${config.port} is in use; set PORT to another one` };
  if (!REFUSED.has(code)) return { code: EXIT_BOOT, message: `the boot failed: ${oneLine(message)}` };
  if (syscall === "listen" || syscall === "bind")
    return { code: EXIT_CONFIG, message: `PORT ${config.port} cannot be opened (${code})` };
  return { code: EXIT_CONFIG, message: `${nameOf(code, path, config)} cannot be used (${code})` };
};

const causeOf = (error: unknown): NodeJS.ErrnoException => {
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  return !REFUSED.has(code) && cause instanceof Error ? causeOf(cause) : (error as NodeJS.ErrnoException);
};

/** The setting that led there. */
const nameOf = (code: string | undefined, path: string, { dataDir, databaseUrl, blobUrl }: Config): string => {
  if (code?.startsWith("SQLITE_") === true) return `DATABASE_URL ${databaseUrl}`;
  if (path.startsWith(dataDir)) return `DATA_DIR ${dataDir}`;
  const blobs = blobUrl.replace(/^file:(\/\/)?/, "");
  if (blobUrl.startsWith("file:") && path !== "" && (path.startsWith(blobs) || blobs.startsWith(path)))
    return `BLOB_URL ${blobUrl}`;
  return databaseUrl.startsWith("sqlite:") ? `DATABASE_URL ${databaseUrl}` : `DATA_DIR ${dataDir}`;
};

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ").trim();
