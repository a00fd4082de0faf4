/** Fills a SQLite file. */
import { existsSync, mkdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "../../sync-folder.js";
import { type Closure, closing, OPENING, readClosure } from "../closure.js";
import { MigrationFailed } from "../errors.js";
import { type Filling, isOurs } from "../filling.js";
import { quoted } from "../snapshot.js";
import { first, type Sql } from "../sql.js";
import type { StoragePart } from "../storage-part.js";
import { connectSqlite, type SqliteHandle } from "./connect.js";

const BESIDE = ["-wal", "-shm", "-journal"];

export const fillingOfSqlite = (file: string, modules: StoragePart): Filling => {
  const asking = async <T>(none: T, ask: (sql: Sql) => Promise<T>): Promise<T> =>
    existsSync(file) ? withSqlite(file, ({ sql }) => ask(sql)) : none;
  return {
    closure: () => asking(null, readClosure),
    occupied: () =>
      asking<string | null>(null, async (sql) => {
        const found = await sql.all<{ name: string }>(
          `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
        );
        const names = found.map(({ name }) => name);
        const foreign = names.find((name) => !isOurs(name, modules));
        if (foreign !== undefined) return foreign;
        for (const { options } of modules.tables) {
          const { name } = options;
          if (names.includes(name) && (await first(sql, `SELECT 1 AS found FROM "${name}" LIMIT 1`, [])) !== null)
            return name;
        }
        return null;
      }),
    begin: async (closure) => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // Made aside and closed, so that under its own name it is never there without its mark.
      const draft = `${file}.filling`;
      for (const end of ["", ...BESIDE]) await rm(draft + end, { force: true });
      await withSqlite(draft, async ({ sql }) => {
        for (const statement of closing(closure)) await sql.run(statement);
      });
      for (const end of BESIDE) await rm(file + end, { force: true });
      await rename(draft, file);
      await syncFolder(dirname(file));
    },
    load: (tables) =>
      withSqlite(file, async ({ sql }) => {
        // Rows come table by table; what refers to what is looked at when all of them are there.
        await sql.run("PRAGMA foreign_keys = OFF");
        await sql.run("BEGIN IMMEDIATE");
        for await (const { name, columns, lines } of tables) {
          const values = columns.map((_, place) => `json_extract(value, '$[${place}]')`).join(", ");
          const text = `INSERT INTO "${name}" (${quoted(columns)}) SELECT ${values} FROM json_each(?)`;
          for await (const some of lines) await sql.run(text, [`[${some.join(",")}]`]);
        }
        const [orphan] = await sql.all<{ table: string }>("PRAGMA foreign_key_check");
        if (orphan !== undefined) throw new MigrationFailed(`rows without their parent in ${orphan.table}`);
        await sql.run("COMMIT");
      }),
  };
};

/** Holds off whoever would write to the file while `work` is done, then closes it for good. Where that fails the file is as before. */
export const closeAfter = (file: string, closure: Closure, work: () => Promise<unknown>): Promise<void> =>
  withSqlite(file, async ({ sql }) => {
    await sql.run("BEGIN IMMEDIATE");
    await work();
    for (const statement of [OPENING, ...closing(closure)]) await sql.run(statement);
    await sql.run("COMMIT");
  });

/** Closed at the end, whatever came: what was not committed is gone. */
const withSqlite = async <T>(file: string, work: (handle: SqliteHandle) => Promise<T>): Promise<T> => {
  const handle = await connectSqlite(file, "writer");
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
};
