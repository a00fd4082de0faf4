/** What SQLite and PostgreSQL say when they refuse, as errors of ours (SQLite tells columns where PostgreSQL tells names). */
import { ConstraintError, type ConstraintKind, UnavailableError } from "./errors.js";

interface DriverError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly driverError?: unknown;
}

/** Trouble of the surroundings, not of the statement: nothing of the transaction can be trusted any more. */
const SQLITE_TROUBLE = new Set([
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_FULL",
  "SQLITE_READONLY",
  "SQLITE_IOERR",
  "SQLITE_CANTOPEN",
  "SQLITE_NOMEM",
  "SQLITE_CORRUPT",
  "SQLITE_NOTADB",
  "SQLITE_PROTOCOL",
]);
const NETWORK_TROUBLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
]);
/** 08 connection, 53 resources, 57P shutdown, 58 system, 25006 read-only, 40 rollback, 55P03 lock, XX corruption. */
const POSTGRES_TROUBLE = /^(?:08...|53...|57P..|58...|25006|40...|55P03|XX...)$/;
const POSTGRES_KINDS: Readonly<Record<string, ConstraintKind>> = {
  "23505": "UNIQUE",
  "23514": "CHECK",
  "23503": "FOREIGN_KEY",
  "23502": "NOT_NULL",
  "23001": "APPEND_ONLY",
};
const SQLITE_MESSAGES: readonly (readonly [RegExp, ConstraintKind])[] = [
  [/append-only: (\w+)/, "APPEND_ONLY"],
  [/UNIQUE constraint failed: (?:index ')?([^']+)/, "UNIQUE"],
  [/CHECK constraint failed: (\w+)/, "CHECK"],
  [/FOREIGN KEY constraint failed()/, "FOREIGN_KEY"],
  [/NOT NULL constraint failed: ([\w.]+)/, "NOT_NULL"],
];

const isObject = (value: unknown): value is DriverError => typeof value === "object" && value !== null;

/** The error of ours that `error` stands for, or `error` itself when it is none of a driver's. */
export const mapDriverError = (error: unknown): unknown => {
  if (!isObject(error)) return error;
  if (isObject(error.driverError)) return mapDriverError(error.driverError);
  const message = String(error.message ?? "");
  const code = typeof error.code === "string" ? error.code : "";
  if (SQLITE_TROUBLE.has(code) || NETWORK_TROUBLE.has(code) || POSTGRES_TROUBLE.test(code)) {
    return new UnavailableError(code, { cause: error });
  }
  if (
    code === "" &&
    /connection (?:terminated|timeout|ended)|timeout exceeded when trying to connect|client was closed|not queryable/i.test(
      message,
    )
  ) {
    return new UnavailableError("CONNECTION", { cause: error });
  }
  if (code === "SQLITE_CONSTRAINT") {
    for (const [pattern, kind] of SQLITE_MESSAGES) {
      const found = pattern.exec(message);
      if (found) return new ConstraintError(kind, found[1] ?? "", { cause: error });
    }
  }
  const kind = POSTGRES_KINDS[code];
  if (kind === undefined) return error;
  const named = typeof error.constraint === "string" ? error.constraint : "";
  if (kind === "NOT_NULL")
    return new ConstraintError(kind, `${String(error.table)}.${String(error.column)}`, { cause: error });
  return new ConstraintError(kind, kind === "APPEND_ONLY" ? message.replace("append-only: ", "") : named, {
    cause: error,
  });
};

/** PostgreSQL asks to run the transaction again. */
export const isRetryableConflict = (error: unknown): boolean => {
  const cause = error instanceof UnavailableError ? error.cause : error;
  return isObject(cause) && (cause.code === "40001" || cause.code === "40P01");
};
