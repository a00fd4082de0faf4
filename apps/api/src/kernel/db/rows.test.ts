/** Rows as their tables declare them, on both engines: what is written comes back as the program holds it. */
import { describe, expect, expectTypeOf, it } from "vitest";
import { describeOnBothDatabases, testOptions } from "../../../../../tests/support/databases.js";
import { MODULES } from "../../modules/modules.js";
import { choice, defineTable, document, instant, key, orNull, type RowOf, text, yesNo } from "./columns.js";
import { sqliteFile } from "./index.js";
import { connectPostgres } from "./postgres/connect.js";
import { combine, compute, computeFlags, nest, omit, orNone, pick } from "./row-shape.js";
import { insertLater, insertRow, insertRows, replaceBy, selectFirst, selectRows, updateRows } from "./rows.js";
import type { Sql, SqlValue, TransactionSql } from "./sql.js";
import { connectSqlite } from "./sqlite/connect.js";

const thingTable = defineTable({
  name: "thing",
  person: "NOBODY",
  columns: {
    id: key("id", "ID"),
    kind: choice<"SMALL" | "LARGE">("thing_kind", "FACT"),
    isKept: yesNo("is_kept", "FACT"),
    seenAt: instant("seen_at", "FACT"),
    note: text("note", "WORDS", orNull),
    facts: document<{ readonly colours: readonly string[] }>("facts", "FACT", orNull),
  },
});
type Thing = RowOf<typeof thingTable>;
const CREATE = `CREATE TABLE thing (id text PRIMARY KEY, thing_kind varchar NOT NULL, is_kept integer NOT NULL, seen_at bigint NOT NULL,
  note text, facts text)`;

const SMALL: Thing = { id: "a", kind: "SMALL", isKept: true, seenAt: 1795384800000, note: null, facts: null };
const LARGE: Thing = {
  id: "b",
  kind: "LARGE",
  isKept: false,
  seenAt: 1795384800001,
  note: `of "two" words`,
  facts: { colours: ["red", "blue"] },
};
const NEW_THING = omit(thingTable, ["note", "facts"]);

/** Tells what was asked of it, and answers nothing. */
const listening = (dialect: Sql["dialect"]) => {
  const asked: [text: string, params: readonly SqlValue[]][] = [];
  const sql: TransactionSql = {
    dialect,
    all: async (text, params = []) => {
      asked.push([text, params]);
      return [];
    },
    run: async (text, params = []) => {
      asked.push([text, params]);
      return 1;
    },
    later: (text, params) => asked.push([text, params]),
  };
  return { sql, asked };
};

describe("rows", () => {
  it("a table says what its rows hold", () => {
    expectTypeOf<Thing>().toEqualTypeOf<{
      readonly id: string;
      readonly kind: "SMALL" | "LARGE";
      readonly isKept: boolean;
      readonly seenAt: number;
      readonly note: string | null;
      readonly facts: { readonly colours: readonly string[] } | null;
    }>();
  });

  it("a row without a column, or with another value, does not compile", async () => {
    const { sql } = listening("sqlite");
    const { note: _, ...noteless } = LARGE;
    // @ts-expect-error: the note is missing
    await insertRow(sql, thingTable, noteless);
    // @ts-expect-error: no such kind
    await insertRow(sql, thingTable, { ...SMALL, kind: "MIDDLE" });
    // @ts-expect-error: the column takes no null
    await insertRows(sql, NEW_THING, [{ ...SMALL, seenAt: null }]);
    // @ts-expect-error: no such property
    expect(() => pick(thingTable, ["colour"])).toThrow("the table thing has no colour");
    await insertRow(sql, NEW_THING, noteless);
  });

  it("two properties for one column are an error", () => {
    expect(() => defineTable({ name: "twin", columns: { id: key("id", "ID"), also: text("id", "ID") } })).toThrow(
      "two properties of the table twin name its column id",
    );
    expect(() => combine(thingTable, pick(thingTable, ["note"]))).toThrow("a row has note twice");
  });

  it("F83: a column without a class of data, or of nobody in particular, is no table: the server does not boot", () => {
    // @ts-expect-error: the class is missing
    const unclassed = text("note");
    const columns = { id: key("id", "ID"), note: unclassed };
    expect(() => defineTable({ name: "loose", columns })).toThrow("the column note of the table loose has no class");
    // @ts-expect-error: no such class
    const strange = { id: key("id", "ID"), note: text("note", "SECRETS") };
    expect(() => defineTable({ name: "loose", columns: strange })).toThrow("has no class");
    const words = { id: key("id", "ID"), note: text("note", "WORDS") };
    expect(() => defineTable({ name: "loose", columns: words })).toThrow(
      "the table loose holds WORDS and does not say whose",
    );
    // @ts-expect-error: no such column
    defineTable({ name: "loose", person: { by: ["accountId"], atErasure: "DELETED" }, columns: words });
  });

  it("the statements name columns, each once, and are the same text every time", async () => {
    const { sql, asked } = listening("sqlite");
    insertLater(sql, NEW_THING, [SMALL], "ON CONFLICT DO NOTHING");
    await insertRow(sql, NEW_THING, LARGE, "ON CONFLICT DO NOTHING");
    await insertRow(sql, thingTable, LARGE, replaceBy(thingTable, ["id"], ["isKept"]));
    await selectRows(sql, pick(thingTable, ["id", "facts"], "t"), "FROM thing t", []);
    await selectRows(listening("postgres").sql, NEW_THING, "FROM thing", []);
    const insert = "INSERT INTO thing (id, thing_kind, is_kept, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    expect(asked).toEqual([
      [insert, ["a", "SMALL", 1, SMALL.seenAt]],
      [insert, ["b", "LARGE", 0, LARGE.seenAt]],
      [
        `INSERT INTO thing (id, thing_kind, is_kept, seen_at, note, facts) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET thing_kind = excluded.thing_kind, seen_at = excluded.seen_at, note = excluded.note, facts = excluded.facts`,
        ["b", "LARGE", 0, LARGE.seenAt, LARGE.note, `{"colours":["red","blue"]}`],
      ],
      ["SELECT json_array(t.id, t.facts) AS packed FROM thing t", []],
    ]);
  });

  it("nothing is written by what is not of one table", async () => {
    const { sql, asked } = listening("sqlite");
    await expect(insertRow(sql, nest("thing", thingTable), { thing: SMALL })).rejects.toThrow("is only read");
    await insertRows(sql, thingTable, []);
    expect(asked).toEqual([]);
  });
});

describeOnBothDatabases("rows", (databases) => {
  const connect = async () => {
    const url = await databases.newUrl();
    const file = sqliteFile(url);
    return file === null ? connectPostgres(url, testOptions(url).log, "writer") : connectSqlite(file, "writer");
  };

  it("what is written is what is read", async () => {
    const { source, sql } = await connect();
    await source.query(CREATE);
    expect(await insertRows(sql, thingTable, [SMALL, LARGE])).toBe(2);
    expect(await insertRow(sql, thingTable, { ...SMALL, isKept: false }, "ON CONFLICT DO NOTHING")).toBe(0);
    expect(await selectRows(sql, thingTable, "FROM thing ORDER BY id", [])).toEqual([SMALL, LARGE]);
    expect(await selectFirst(sql, pick(thingTable, ["note"]), "FROM thing WHERE id = ?", ["c"])).toBeNull();
    const changes = { isKept: true, facts: { colours: [] } };
    expect(await updateRows(sql, pick(thingTable, ["isKept", "facts"]), changes, "id = ?", ["b"])).toBe(1);
    expect(await selectFirst(sql, thingTable, "FROM thing WHERE id = ?", ["b"])).toEqual({ ...LARGE, ...changes });
    await source.destroy();
  });

  it("parts, computed values and what a LEFT JOIN does not find", async () => {
    const { source, sql } = await connect();
    await source.query(CREATE);
    await insertRows(sql, thingTable, [SMALL, LARGE]);
    const shape = combine(
      nest("thing", omit(thingTable, ["facts", "note"], "t")),
      computeFlags({ isLast: "t.id = 'b'" }),
      compute<{ readonly length: number }>({ length: "length(t.note)" }),
      orNone(pick(thingTable, ["facts", "isKept"], "o")),
    );
    const rest = "FROM thing t LEFT JOIN thing o ON o.id > t.id WHERE t.id >= ? ORDER BY t.id";
    const { note: _, facts: __, ...large } = LARGE;
    const { note: ___, facts: ____, ...small } = SMALL;
    expect(await selectRows(sql, shape, rest, [""])).toEqual([
      { thing: small, isLast: false, length: null, facts: LARGE.facts, isKept: false },
      { thing: large, isLast: true, length: LARGE.note?.length, facts: null, isKept: null },
    ]);
    await source.destroy();
  });

  it("the engines know every column that a table declares", async () => {
    const url = await databases.newUrl();
    await databases.open({ url });
    const file = sqliteFile(url);
    const { source, sql } =
      file === null ? await connectPostgres(url, testOptions(url).log, "writer") : await connectSqlite(file, "writer");
    for (const table of MODULES.storage.tables)
      expect(await selectRows<unknown>(sql, table, `FROM ${table.options.name} WHERE 1 = 0`, [])).toEqual([]);
    await source.destroy();
  });
});
