/** The search of the help over 20,000 articles beside the shipped ones: by what people who are stuck type, in both languages; how long the first index takes, and whether others are answered meanwhile. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API, accordEnvironment } from "./accord.js";
import { databaseIn } from "./data/prepare.js";
import { questionOf } from "./documents.js";
import type { LoadRequest } from "./harness/load-generator.js";
import { type LoadProcess, residentMebibytes, type ServerProcess, startServer } from "./harness/processes.js";
import { type Measured, measure } from "./harness/rounds.js";
import { type Row, Sqlite, type Value } from "./servers/sqlite.js";

export const MANY_ARTICLES = 20_000;

export interface SearchResult {
  readonly articles: number;
  readonly search: Measured;
  /** Milliseconds until the first search was answered: it waits for the index. */
  readonly firstAnswer: number;
  /** Milliseconds that somebody else waited for an answer at most, while the index was made. */
  readonly longestWait: number;
  /** MiB before the first search, and after it. */
  readonly memory: readonly [before: number, after: number];
}

interface Bench {
  readonly load: LoadProcess;
  readonly freePort: () => Promise<number>;
  readonly plan: Omit<Parameters<typeof measure>[2], "connections">;
  readonly say: (line: string) => void;
}

interface Symptom {
  readonly query: string;
  readonly language: string;
}

const requests = (): LoadRequest[] => {
  const file = join(API, "src/modules/help/search/symptoms.json");
  const symptoms = JSON.parse(readFileSync(file, "utf8")) as readonly Symptom[];
  return symptoms.map(({ query, language }) => ({
    path: "/graphql",
    headers: { "accept-language": language },
    body: JSON.stringify({ query: questionOf("Search"), operationName: "Search", variables: { text: query } }),
  }));
};

const paragraphsOf = (text: unknown): string[] => String(text ?? "").split("\n\n");

/** Half of one article and half of another, with a code of its own: the words and lengths of real ones, and a vocabulary that grows. */
const mixedOf = (one: Row, other: Row, number: number): Row => {
  const code = `0x${(0x80070000 + number * 7).toString(16)}`;
  const mix = (column: string): string => {
    const [own, others] = [paragraphsOf(one[column]), paragraphsOf(other[column])];
    return [
      ...own.slice(0, Math.ceil(own.length / 2)),
      `${code}.`,
      ...others.slice(Math.floor(others.length / 2)),
    ].join("\n\n");
  };
  return {
    ...one,
    id: `${one.id}-${number}`,
    title: `${one.title} (${code})`,
    title_ro: `${one.title_ro} (${code})`,
    body: mix("body"),
    body_ro: mix("body_ro"),
  };
};

/** Fills the database up to `count` articles; answers how many were shipped. */
const multiply = async (file: string, count: number): Promise<number> => {
  const db = await Sqlite.open(file, "maker");
  const shipped = await db.all("SELECT * FROM article ORDER BY id");
  const columns = Object.keys(shipped[0] ?? {});
  const insert = `INSERT INTO article (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  await db.script("BEGIN");
  for (let number = 0; number < count - shipped.length; number += 1) {
    const [one, other] = [shipped[number % shipped.length], shipped[(number * 31 + 7) % shipped.length]];
    if (one === undefined || other === undefined) throw new Error("no articles");
    const mixed = mixedOf(one, other, number);
    await db.run(insert, ...columns.map((column): Value => mixed[column] ?? null));
  }
  await db.script("COMMIT");
  await db.close();
  return shipped.length;
};

const start = async (dataDir: string, port: number): Promise<ServerProcess> =>
  startServer({
    name: "accord",
    port,
    args: [join(API, "dist/main.js")],
    env: {
      ...accordEnvironment(dataDir, port),
      LOG_LEVEL: "warn",
    },
    readyPath: "/readyz",
  });

/** Searches once, and asks whether the server lives, again and again, until that is answered. */
const firstSearch = async (port: number): Promise<{ readonly firstAnswer: number; readonly longestWait: number }> => {
  const [request] = requests();
  const started = performance.now();
  let isAnswered = false;
  const answered = (async (): Promise<number> => {
    for (;;) {
      const headers = { "content-type": "application/json", ...request?.headers };
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers,
        body: request?.body ?? "",
      });
      await answer.arrayBuffer();
      // A person is told to try again when it takes long; the index goes on.
      if (answer.ok) break;
    }
    isAnswered = true;
    return performance.now() - started;
  })();
  let longestWait = 0;
  while (!isAnswered) {
    const asked = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/livez`)).arrayBuffer();
    longestWait = Math.max(longestWait, performance.now() - asked);
    await new Promise((done) => setTimeout(done, 5));
  }
  return { firstAnswer: await answered, longestWait };
};

/** Both sizes in one run, in turn. */
export const measureSearch = async ({ load, freePort, plan, say }: Bench): Promise<SearchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-search-"));
  const [few, many] = [join(folder, "few"), join(folder, "many")];
  await (await start(few, await freePort())).stop();
  cpSync(few, many, { recursive: true });
  say(`search: making ${MANY_ARTICLES.toLocaleString("en")} articles of the shipped ones`);
  const shipped = await multiply(databaseIn(many), MANY_ARTICLES);
  const running: { server: ServerProcess; first: Omit<SearchResult, "search" | "articles"> }[] = [];
  for (const directory of [few, many]) {
    const server = await start(directory, await freePort());
    const before = residentMebibytes(server.pid);
    const first = await firstSearch(server.port);
    running.push({ server, first: { ...first, memory: [before, residentMebibytes(server.pid)] } });
    say(
      `search: first answer after ${first.firstAnswer.toFixed(0)} ms, others waited ${first.longestWait.toFixed(0)} ms at most`,
    );
  }
  const contenders = running.map(({ server }) => ({ server, requests: requests() }));
  const measured = await measure(load, contenders, { ...plan, connections: 1 });
  for (const { server } of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return running.flatMap(({ first }, index) => {
    const search = measured[index];
    return search === undefined ? [] : [{ articles: index === 0 ? shipped : MANY_ARTICLES, search, ...first }];
  });
};
