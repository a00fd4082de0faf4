/** Data directories of the sizes asked for: made once, kept in benches/.data, made anew when the schema or the generator changes. */
import {
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { API, startAccord } from "../accord.js";
import { Sqlite } from "../servers/sqlite.js";
import { fill, fingerprintOf } from "./fill.js";
import { type Layout, layoutOf, type Person, peopleOf } from "./layout.js";

const CACHE = fileURLToPath(new URL("../../.data", import.meta.url));
const FILE = "accord.sqlite";

export interface PreparedData {
  readonly layout: Layout;
  readonly directory: string;
  readonly heavy: Person;
  readonly spread: readonly Person[];
}

export const databaseIn = (directory: string): string => join(directory, FILE);

interface Tokens {
  newAccessToken(random: Uint8Array): { token: string; hash: string };
  hashSecret(secret: string): string;
}

/** The data directories of `sizes`, from the cache where it fits. */
export const prepareData = async (
  sizes: readonly number[],
  freePort: () => Promise<number>,
  say: (line: string) => void,
): Promise<PreparedData[]> => {
  mkdirSync(CACHE, { recursive: true });
  const empty = join(CACHE, "empty");
  rmSync(empty, { recursive: true, force: true });
  const server = await startAccord(empty, await freePort());
  await server.stop();
  const tokens = (await import(
    pathToFileURL(join(API, "dist/modules/identity/sign-in/access-token.js")).href
  )) as Tokens;
  const version = await versionOf(empty);
  const prepared: PreparedData[] = [];
  for (const size of sizes) prepared.push(await prepareOne(size, empty, version, tokens, say));
  return prepared;
};

const prepareOne = async (
  size: number,
  empty: string,
  version: string,
  tokens: Tokens,
  say: (line: string) => void,
): Promise<PreparedData> => {
  const layout = layoutOf(size);
  const people = peopleOf(layout, (seed) => tokens.newAccessToken(seed).token);
  const directory = join(CACHE, `${size}-${version}`);
  if (!existsSync(directory)) {
    for (const name of readdirSync(CACHE))
      if (name.startsWith(`${size}-`)) rmSync(join(CACHE, name), { recursive: true });
    const draft = `${directory}.draft`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(empty, draft, { recursive: true });
    const started = performance.now();
    const db = await Sqlite.open(databaseIn(draft), "maker");
    const onStep = (step: string): void =>
      say(`  ${size.toLocaleString("en")} requests: ${step} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    await fill(db, { layout, people: [people.heavy, ...people.spread], hashOf: tokens.hashSecret, onStep });
    await db.close();
    renameSync(draft, directory);
  }
  return { layout, directory, ...people };
};

/** Changes with the schema, the reference data and the generator. */
const versionOf = async (directory: string): Promise<string> => {
  const db = await Sqlite.open(databaseIn(directory), "maker");
  const schema = await db.all("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
  const digests = await db.all("SELECT digest FROM catalogue_document ORDER BY kind");
  await db.close();
  const sources = ["fill.ts", "layout.ts"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
  return fingerprintOf(JSON.stringify(schema), JSON.stringify(digests), ...sources);
};

/** A copy a server may write to; the file system shares the blocks where it can. */
export const copyOf = (data: PreparedData, name: string): string => {
  const copy = join(CACHE, `run-${name}`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(data.directory, copy, { recursive: true, filter: (path) => !/\.sqlite(-wal|-shm|\.lock)?$/.test(path) });
  copyFileSync(databaseIn(data.directory), databaseIn(copy), constants.COPYFILE_FICLONE);
  return copy;
};

export const removeCopies = (names: readonly string[]): void => {
  for (const name of names) rmSync(join(CACHE, `run-${name}`), { recursive: true, force: true });
};
