/**
 * Several statements in one call of the driver: every call costs a change of threads, more than most statements themselves.
 * A run of statements that comes often gets a temporary view with a trigger; one INSERT into the view runs them all, in order.
 */
import type { Sql, SqlValue, Statement } from "../sql.js";

/** A run is bundled once it was seen this often. */
const OFTEN = 4;
/** Longer runs are rare and large: bulk work. */
const LONGEST = 16;
const MOST_BUNDLES = 32;
const MOST_SEEN = 256;

export class Bundles {
  readonly #seen = new Map<string, number>();
  readonly #inserts = new Map<string, string>();
  /** Runs to be bundled once no transaction is open: one that is rolled back would take the view with it. */
  readonly #wanted = new Map<string, readonly Statement[]>();

  #names = 0;

  constructor(
    private readonly sql: Sql,
    /** Runs a script outside any transaction. */
    private readonly execute: (script: string) => Promise<void>,
  ) {}

  /** Runs the statements in their order; rejects with the first failure, after which none of the rest has run. */
  async runAll(statements: readonly Statement[]): Promise<void> {
    const insert = statements.length > 1 && statements.length <= LONGEST ? this.#insertOf(statements) : null;
    if (insert !== null) {
      await this.sql.run(
        insert,
        statements.flatMap((statement): readonly SqlValue[] => statement.params),
      );
      return;
    }
    for (const { text, params } of statements) await this.sql.run(text, params);
  }

  /** Makes the bundles asked for meanwhile. Call it between transactions. A run that cannot be bundled stays a run of calls. */
  async make(): Promise<void> {
    for (const [key, statements] of this.#wanted) {
      this.#wanted.delete(key);
      this.#names += 1;
      const name = `bundle_${this.#names}`;
      try {
        await this.execute(scriptOf(name, statements));
        this.#inserts.set(key, insertOf(name, statements));
      } catch {
        this.#seen.set(key, Number.NEGATIVE_INFINITY);
      }
    }
  }

  #insertOf(statements: readonly Statement[]): string | null {
    const key = statements.map((statement) => statement.text).join(";\n");
    const insert = this.#inserts.get(key);
    if (insert !== undefined) return insert;
    const seen = (this.#seen.get(key) ?? 0) + 1;
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.set(key, seen);
    if (seen >= OFTEN && this.#inserts.size + this.#wanted.size < MOST_BUNDLES) this.#wanted.set(key, statements);
    return null;
  }
}

const countOf = (statements: readonly Statement[]): number =>
  statements.reduce((sum, statement) => sum + statement.params.length, 0);

const insertOf = (name: string, statements: readonly Statement[]): string =>
  `INSERT INTO temp.${name} VALUES (${Array.from({ length: countOf(statements) }, () => "?").join(", ")})`;

/** Every `?` becomes a column of the row the trigger sees. */
const scriptOf = (name: string, statements: readonly Statement[]): string => {
  const columns = Array.from({ length: countOf(statements) }, (_, index) => `NULL AS p${index + 1}`);
  let position = 0;
  const body = statements.map(({ text }) =>
    text.replaceAll("?", () => {
      position += 1;
      return `NEW.p${position}`;
    }),
  );
  return `CREATE TEMP VIEW ${name} AS SELECT ${columns.join(", ")};
    CREATE TEMP TRIGGER ${name}_run INSTEAD OF INSERT ON temp.${name} BEGIN ${body.join(";\n")}; END;`;
};
