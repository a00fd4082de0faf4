/** What storage throws: everything a driver says becomes one of these (contract.md: `OVERLOADED`, `UNAVAILABLE`; exit code 70). */

/** The write queue is full; the caller may try again later (`OVERLOADED`). */
export class OverloadedError extends Error {
  readonly retryable = true;
  constructor(readonly waiting: number) {
    super(`the write queue is full (${waiting} units wait)`);
    this.name = "OverloadedError";
  }
}

/** The disk, the lock or the database server is not usable now; nothing of the unit was kept (`UNAVAILABLE`). */
export class UnavailableError extends Error {
  readonly retryable = true;
  constructor(
    /** The driver's code, e.g. `SQLITE_FULL` or `57P01`. */
    readonly driverCode: string,
    options?: { cause: unknown },
  ) {
    super(`the database is not usable (${driverCode})`, options);
    this.name = "UnavailableError";
  }
}

export type ConstraintKind = "UNIQUE" | "CHECK" | "FOREIGN_KEY" | "NOT_NULL" | "APPEND_ONLY";

/** A constraint said no. A store or a use case should have seen it coming: this is a bug or a lost race. */
export class ConstraintError extends Error {
  constructor(
    readonly kind: ConstraintKind,
    /** Name of the constraint, or `table.column` lists where SQLite tells no name; empty when it tells nothing. */
    readonly constraint: string,
    options?: { cause: unknown },
  ) {
    super(`${kind} ${constraint}`, options);
    this.name = "ConstraintError";
  }
}

/** A migration failed or the schema is not the one this program knows: the process must exit with 70. */
export class MigrationFailed extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "MigrationFailed";
  }
}

/** Units that may wait: two hundred of people's, and a few that the server does for itself meanwhile. */
export const QUEUE_LIMIT = 200 + 16;
