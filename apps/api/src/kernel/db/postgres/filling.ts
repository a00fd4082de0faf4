/** Fills a PostgreSQL database: the schema its address leads to. */
import type { Client } from "pg";
import { closing, readClosure } from "../closure.js";
import { mapDriverError } from "../driver-errors.js";
import { type Filling, isOurs } from "../filling.js";
import { quoted } from "../snapshot.js";
import type { StoragePart } from "../storage-part.js";
import { patientClient, sqlOf } from "./connect.js";

const TABLES = `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`;
const TYPES = `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
  WHERE attrelid = CAST($1 AS regclass) AND attnum > 0 AND NOT attisdropped`;
const FOREIGN_KEYS = `SELECT CAST(conrelid AS regclass) AS of, conname AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = CAST(current_schema() AS regnamespace)`;

export const fillingOfPostgres = (url: string, modules: StoragePart): Filling => ({
  closure: () => withClient(url, (client) => readClosure(sqlOf(client))),
  occupied: () =>
    withClient(url, async (client) => {
      const names = await tablesIn(client);
      const foreign = names.find((name) => !isOurs(name, modules));
      if (foreign !== undefined) return foreign;
      for (const { options } of modules.tables) {
        const { name } = options;
        if (names.includes(name) && (await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length > 0)
          return name;
      }
      return null;
    }),
  begin: (closure) =>
    inTransaction(url, async (client) => {
      const names = await tablesIn(client);
      if (names.length > 0) await client.query(`DROP TABLE ${quoted(names)} CASCADE`);
      for (const statement of closing(closure)) await client.query(statement);
    }),
  load: (tables) =>
    inTransaction(url, async (client) => {
      // Rows come table by table; what refers to what is looked at when all of them are there.
      const keys = (await client.query<{ of: string; name: string; definition: string }>(FOREIGN_KEYS)).rows;
      for (const { of, name } of keys) await client.query(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`);
      for await (const { name, columns, lines } of tables) {
        const told = await client.query<{ name: string; type: string }>(TYPES, [`"${name}"`]);
        const types = new Map(told.rows.map((row) => [row.name, row.type]));
        const values = columns.map((column, place) => `CAST(line ->> ${place} AS ${types.get(column) ?? "text"})`);
        const text = `INSERT INTO "${name}" (${quoted(columns)}) SELECT ${values.join(", ")}
          FROM json_array_elements(CAST($1 AS json)) AS told(line)`;
        for await (const some of lines) await client.query(text, [`[${some.join(",")}]`]);
      }
      for (const { of, name, definition } of keys)
        await client.query(`ALTER TABLE ${of} ADD CONSTRAINT "${name}" ${definition}`);
    }),
});

const tablesIn = async (client: Client): Promise<string[]> =>
  (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = await patientClient(url);
  try {
    return await work(client);
  } catch (error) {
    throw mapDriverError(error);
  } finally {
    await client.end();
  }
};

/** Ended by the connection's end where it was not committed. */
const inTransaction = (url: string, work: (client: Client) => Promise<void>): Promise<void> =>
  withClient(url, async (client) => {
    await client.query("BEGIN");
    await work(client);
    await client.query("COMMIT");
  });
