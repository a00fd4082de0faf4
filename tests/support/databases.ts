/** The same storage suite on a SQLite file and on PostgreSQL: every suite gets databases of its own, one PostgreSQL server serves the test run. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { afterAll, describe } from "vitest";
import { type Database, type Dialect, type OpenOptions, openDatabase } from "../../apps/api/src/kernel/db/index.js";
import { MODULES } from "../../apps/api/src/modules/modules.js";

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Options of a test database: fixed keys, UTC. */
export const testOptions = (url: string): OpenOptions => ({
  url,
  pepper: Buffer.alloc(32, 1),
  encryptionKey: Buffer.alloc(32, 2),
  entitlementZone: "UTC",
  log: silentLog,
  modules: MODULES.storage,
});

export interface TestDatabases {
  readonly dialect: Dialect;
  /** Address of a new empty database. */
  newUrl(): Promise<string>;
  /** Opens and migrates a new database, or the one at `options.url`; closed after the suite. */
  open(options?: Partial<OpenOptions>): Promise<Database>;
}

/** Runs `suite` once on each engine. */
export const describeOnBothDatabases = (title: string, suite: (databases: TestDatabases) => void): void => {
  for (const dialect of ["sqlite", "postgres"] as const) {
    describe(`${title} (${dialect})`, () => suite(testDatabases(dialect)));
  }
};

/** Databases of one engine; to be called within a `describe`. */
export const testDatabases = (dialect: Dialect): TestDatabases => {
  const opened: Database[] = [];
  const folders: string[] = [];
  const newUrl = async (): Promise<string> => {
    if (dialect === "postgres") return newPostgresUrl();
    const folder = mkdtempSync(join(tmpdir(), "accord-storage-"));
    folders.push(folder);
    return `sqlite:${join(folder, "accord.sqlite")}`;
  };
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    dialect,
    newUrl,
    open: async (options = {}) => {
      const at = async (url: string): Promise<Database> => {
        const database = await openDatabase({ ...testOptions(url), ...options });
        opened.push(database);
        return database;
      };
      if (options.url === undefined) return at(await newMigratedUrl(dialect, newUrl));
      const database = await at(options.url);
      await database.migrate();
      return database;
    },
  };
};

/** What every new database of this process begins as, each engine's made once: to migrate one takes longer than many a suite. */
let migratedFile: Promise<Buffer> | undefined;
let migratedName: Promise<string> | undefined;

const newMigratedUrl = async (dialect: Dialect, newUrl: TestDatabases["newUrl"]): Promise<string> => {
  if (dialect === "postgres") {
    migratedName ??= migrateNew(newUrl).then((url) => nameIn(url));
    return newPostgresUrl(await migratedName);
  }
  migratedFile ??= migrateNew(newUrl).then((url) => readFileSync(fileIn(url)));
  const url = await newUrl();
  writeFileSync(fileIn(url), await migratedFile);
  return url;
};

const migrateNew = async (newUrl: TestDatabases["newUrl"]): Promise<string> => {
  const url = await newUrl();
  const database = await openDatabase(testOptions(url));
  try {
    await database.migrate();
  } finally {
    await database.close();
  }
  return url;
};

const fileIn = (url: string): string => url.slice("sqlite:".length);
const nameIn = (url: string): string => url.slice(url.lastIndexOf("/") + 1);

/** The process of the whole test run: a worker's parent, or the process whose thread this is. */
const owner = isMainThread ? process.ppid : process.pid;
const home = join(tmpdir(), `accord-postgres-${owner}`);
let count = 0;

/** Address of a new database on the server of this test run, which is started when nobody has: empty, or a copy of `template`. */
export const newPostgresUrl = async (template = "template1"): Promise<string> => {
  const server = await serverUrl();
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  count += 1;
  const name = `accord_${process.pid}_${count}`;
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  await admin.end();
  return `${server}/${name}`;
};

const serverUrl = async (): Promise<string> => {
  const keeper = startKeeper();
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (existsSync(join(home, "url"))) return readFileSync(join(home, "url"), "utf8");
    if (keeper?.exitCode) throw new Error("PostgreSQL did not start");
    await delay(50);
  }
  throw new Error("PostgreSQL did not start in a minute");
};

/** The first to make the folder starts the server. */
const startKeeper = (): ChildProcess | null => {
  try {
    mkdirSync(home, { mode: 0o755 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return null;
    throw error;
  }
  const script = fileURLToPath(new URL("./postgres-keeper.mjs", import.meta.url));
  const keeper = spawn(process.execPath, [script, home, String(owner)], { detached: true, stdio: "ignore" });
  keeper.unref();
  return keeper;
};
