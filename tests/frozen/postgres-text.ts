/** A PostgreSQL database as text and back, by what its catalogue says of itself: the packaged server comes without pg_dump. */
import pg from "pg";

const HERE = "current_schema()::regnamespace";

/** In the order in which they can be made; each query answers one column `line`. */
const SCHEMA = {
  sequences: `SELECT format('CREATE SEQUENCE %I;', relname) AS line FROM pg_class
    WHERE relkind = 'S' AND relnamespace = ${HERE} ORDER BY relname`,
  tables: `SELECT format(E'CREATE TABLE %I (\\n%s\\n);', c.relname, string_agg(
      format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attcollation <> t.typcollation THEN format(' COLLATE %I', l.collname) ELSE '' END,
        coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), E',\\n' ORDER BY a.attnum)) AS line
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_collation l ON l.oid = a.attcollation
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = ${HERE} GROUP BY c.relname ORDER BY c.relname`,
  constraints: `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = ${HERE} AND contype IN ('p', 'u', 'c', 'f')
    ORDER BY array_position(ARRAY['p','u','c','f'], contype::text), conname`,
  indexes: `SELECT indexdef || ';' AS line FROM pg_indexes WHERE schemaname = current_schema()
    AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE connamespace = ${HERE}) ORDER BY indexname`,
  functions: `SELECT pg_get_functiondef(p.oid) || ';' AS line FROM pg_proc p WHERE p.pronamespace = ${HERE} ORDER BY proname`,
  triggers: `SELECT pg_get_triggerdef(t.oid) || ';' AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = ${HERE} AND NOT t.tgisinternal ORDER BY tgname`,
  counters: `SELECT format('SELECT setval(%L, %s);', sequencename, last_value) AS line FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename`,
} as const;

export const dumpPostgres = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const linesOf = async (query: string): Promise<string[]> =>
    (await client.query<{ line: string }>(query)).rows.map(({ line }) => line);
  const lines = [...(await linesOf(SCHEMA.sequences)), ...(await linesOf(SCHEMA.tables))];
  const tables = `SELECT relname AS line FROM pg_class WHERE relkind = 'r' AND relnamespace = ${HERE} ORDER BY relname`;
  for (const table of await linesOf(tables)) lines.push(...(await rowsOf(client, table, linesOf)));
  for (const part of ["constraints", "indexes", "functions", "triggers", "counters"] as const)
    lines.push(...(await linesOf(SCHEMA[part])));
  await client.end();
  return `${lines.join("\n")}\n`;
};

/** Fills the empty database at `url`. */
export const loadPostgres = async (text: string, url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN;\n${text}COMMIT;`);
  await client.end();
};

const rowsOf = async (
  client: pg.Client,
  table: string,
  linesOf: (query: string) => Promise<string[]>,
): Promise<string[]> => {
  const found = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`"${table}"`],
  );
  const columns = found.rows.map(({ name }) => `"${name}"`);
  const values = columns.map((column) => `quote_nullable(${column}::text)`).join(", ");
  const rows = await linesOf(`SELECT concat_ws(',', ${values}) AS line FROM "${table}"`);
  return rows.map((row) => `INSERT INTO "${table}" (${columns.join(",")}) VALUES (${row});`);
};
