/** Bundled statements do what the same statements do one by one (hot path W3). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConstraintError } from "../errors.js";
import type { Sql, Statement } from "../sql.js";
import { Bundles } from "./bundles.js";
import { connectSqlite, type SqliteHandle } from "./connect.js";

describe("bundles", () => {
  const folder = mkdtempSync(join(tmpdir(), "accord-bundles-"));
  let writer: SqliteHandle;
  let calls: string[] = [];
  let counted: Sql;
  let bundles: Bundles;

  const execute = (script: string): Promise<void> =>
    new Promise((resolve, reject) => writer.connection.exec(script, (error) => (error ? reject(error) : resolve())));
  const names = async (): Promise<unknown[]> =>
    (await writer.sql.all<{ name: string }>("SELECT name FROM thing ORDER BY rowid")).map((row) => row.name);
  const add = (name: string, amount: number | null): Statement[] => [
    {
      text: "INSERT INTO thing (name, amount) VALUES (?, ?), (?, 0) ON CONFLICT DO NOTHING",
      params: [name, amount, `${name}'s "?"`],
    },
    {
      text: "INSERT INTO tally (name, amount) SELECT CAST(? AS text), sum(amount) FROM thing WHERE name = ?",
      params: [name, name],
    },
    { text: "UPDATE tally SET seen = ? WHERE name = ?", params: [1, name] },
  ];

  beforeAll(async () => {
    writer = await connectSqlite(join(folder, "bundles.sqlite"), "writer");
    await execute(
      "CREATE TABLE thing (name text PRIMARY KEY, amount integer) ; CREATE TABLE tally (name text NOT NULL, amount integer NOT NULL, seen integer)",
    );
    counted = {
      ...writer.sql,
      run: (text, params) => {
        calls.push(text);
        return writer.sql.run(text, params);
      },
    };
    bundles = new Bundles(counted, execute);
  });
  afterAll(async () => {
    await writer.source.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it("a run seen often becomes one call with the same rows, values and order", async () => {
    const taken: number[] = [];
    for (const name of ["a", "b", "c", "d", "e", "f"]) {
      calls = [];
      await bundles.runAll(add(name, 7));
      await bundles.make();
      taken.push(calls.length);
    }
    expect(taken).toEqual([3, 3, 3, 3, 1, 1]);
    expect(await names()).toEqual(["a", "b", "c", "d", "e", "f"].flatMap((name) => [name, `${name}'s "?"`]));
    expect(await writer.sql.all("SELECT DISTINCT amount, seen, typeof(amount) AS kind FROM tally")).toEqual([
      { amount: 7, seen: 1, kind: "integer" },
    ]);
  });

  it("a failure inside is the same failure, and its unit rolls all of it back", async () => {
    const before = await names();
    await writer.sql.run("BEGIN IMMEDIATE");
    calls = [];
    await expect(bundles.runAll(add("h", null))).rejects.toThrow(ConstraintError);
    expect(calls).toHaveLength(1);
    await writer.sql.run("ROLLBACK");
    expect(await names()).toEqual(before);
    await bundles.runAll(add("i", 2));
    expect(await names()).toEqual([...before, "i", `i's "?"`]);
  });

  it("a run that cannot be bundled, a single statement and a long run stay calls", async () => {
    const without = new Bundles(counted, () => Promise.reject(new Error("no")));
    const run = async (statements: readonly Statement[]): Promise<number> => {
      calls = [];
      await without.runAll(statements);
      await without.make();
      return calls.length;
    };
    const [one] = add("j", 1);
    const long = Array.from({ length: 17 }, (_, index) => ({ text: "UPDATE tally SET seen = ?", params: [index] }));
    for (let time = 0; time < 6; time += 1) {
      expect(await run(add(`k${time}`, 1))).toBe(3);
      expect(await run(one === undefined ? [] : [one])).toBe(1);
      expect(await run(long)).toBe(17);
    }
  });
});
