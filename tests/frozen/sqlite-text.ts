/** A SQLite file as text and back: schema, rows, search index and triggers, through the driver alone. */
import { SqliteConnection } from "../../apps/api/src/kernel/db/sqlite/driver.js";

/** Shadow tables hold what a search index found; they are made by their index and filled as they were. */
const SHADOW = /^request_search_/;

interface Made {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

export const dumpSqlite = async (file: string): Promise<string> => {
  const db = await open(file);
  const made = await all<Made>(db, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid");
  const tables = made.filter(({ type, name }) => type === "table" && !name.startsWith("sqlite_"));
  const lines = tables.filter(({ name }) => !SHADOW.test(name)).map(({ sql }) => `${sql};`);
  for (const { name, sql } of tables) {
    if (/^CREATE VIRTUAL/i.test(sql ?? "")) continue;
    if (SHADOW.test(name)) lines.push(`DELETE FROM "${name}";`);
    lines.push(...(await rowsOf(db, name)));
  }
  if ((await all(db, "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")).length > 0)
    lines.push("DELETE FROM sqlite_sequence;", ...(await rowsOf(db, "sqlite_sequence")));
  for (const { type, sql } of made) if (type === "index" || type === "trigger") lines.push(`${sql};`);
  await close(db);
  return `${lines.join("\n")}\n`;
};

/** Makes `file` from the text. */
export const loadSqlite = async (text: string, file: string): Promise<void> => {
  const db = await open(file);
  const script = `PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF; BEGIN;\n${text}COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`;
  await new Promise<void>((resolve, reject) => db.exec(script, (error) => (error ? reject(error) : resolve())));
  await close(db);
};

const rowsOf = async (db: SqliteConnection, table: string): Promise<string[]> => {
  const columns = (await all<{ name: string }>(db, `PRAGMA table_info("${table}")`)).map(({ name }) => `"${name}"`);
  const values = columns.map((column) => `quote(${column})`).join(" || ',' || ");
  const rows = await all<{ line: string }>(db, `SELECT ${values} AS line FROM "${table}"`);
  return rows.map(({ line }) => `INSERT INTO "${table}" (${columns.join(",")}) VALUES (${line});`);
};

const open = (file: string): Promise<SqliteConnection> =>
  new Promise((resolve, reject) => {
    const db: SqliteConnection = new SqliteConnection(file, (error: Error | null) =>
      error ? reject(error) : resolve(db),
    );
  });

const all = <Row>(db: SqliteConnection, sql: string): Promise<Row[]> =>
  new Promise((resolve, reject) =>
    db.all(sql, [], (error: Error | null, rows: Row[]) => (error ? reject(error) : resolve(rows))),
  );

const close = (db: SqliteConnection): Promise<void> =>
  new Promise((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())));
