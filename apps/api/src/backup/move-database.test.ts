/** From SQLite to PostgreSQL: everything goes, nobody is told to sign in again, and nothing starts on what was left (U-6). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../tests/support/command-line.js";
import { newPostgresUrl, testOptions } from "../../../../tests/support/databases.js";
import { openDatabase } from "../kernel/db/index.js";
import { openFilling } from "../kernel/db/open-filling.js";
import { closeAfter } from "../kernel/db/sqlite/filling.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import { lockServer } from "../kernel/server-lock.js";
import { MODULES } from "../modules/modules.js";

const home = mkdtempSync(join(tmpdir(), "accord-move-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const file = join(home, "accord.sqlite");
const env = { DATA_DIR: home, ACCORD_NOW: "2026-11-23T08:30:00Z" };
const here = commandLine(env);
let url: string;
/** The same without its password. */
let place: string;
let there: (...words: readonly string[]) => Promise<Said>;

beforeAll(async () => {
  url = await newPostgresUrl();
  place = url.replace(/(:\/\/[^:]+):[^@]*@/, "$1@");
  there = commandLine({ ...env, DATABASE_URL: url });
  expect((await here("migrate")).code).toBe(0);
  expect((await here("seed", "demo")).code).toBe(0);
});

it("U-6: refuses beside a server, and into a database that holds anything; nothing has moved then", async () => {
  const lock = lockServer(file);
  expect(await here("move", "--to", url)).toMatchObject({ code: 78, err: expect.stringContaining("in use") });
  lock.release();
  const other = await newPostgresUrl();
  expect((await commandLine({ ...env, DATABASE_URL: other })("migrate")).code).toBe(0);
  expect((await commandLine({ ...env, DATABASE_URL: other })("seed", "reference")).code).toBe(0);
  expect(await here("move", "--to", other)).toMatchObject({ code: 1, err: expect.stringContaining("is not empty") });
  expect(await here("move", "--to", "sqlite:elsewhere")).toMatchObject({ code: 2 });
  expect((await here("verify")).code).toBe(0);
});

it("U-6: moves every row once, and goes on where it was killed with the file closed already", async () => {
  // As a move that was killed between its two ends leaves them.
  const target = await openFilling(url, MODULES.storage);
  await closeAfter(file, { kind: "MOVED", place }, () => target.begin({ kind: "RESTORING", place: `sqlite:${file}` }));
  expect(await there("verify")).toMatchObject({ code: 78, err: expect.stringContaining("accord move") });
  const moved = await here("move", "--to", url, "--json");
  expect(JSON.parse(moved.out)).toMatchObject({ to: place, rows: expect.any(Number) });
  expect(await there("verify")).toMatchObject({ code: 0, err: "" });
  expect((await there("audit", "verify")).code).toBe(0);
  const db = await openDatabase(testOptions(url));
  expect(await db.read.of(outboxStore).countHeld()).toBe(0);
  expect(await db.read.of(outboxStore).countWaiting()).toBeGreaterThan(0);
  await db.close();
});

it("U-6: nothing starts on the file afterwards, and everything says where it went", async () => {
  for (const words of [["verify"], ["migrate"], ["seed", "demo"], ["backup", join(home, "never.zip")]])
    expect(await here(...words)).toMatchObject({ code: 78, err: expect.stringContaining(`has moved to ${place}`) });
  expect(await here("move", "--to", url)).toMatchObject({ code: 78, err: expect.stringContaining("moved") });
  expect(await here("move", "--to", await newPostgresUrl())).toMatchObject({ code: 78 });
});
