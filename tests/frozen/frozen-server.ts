/** The frozen database under the server of today: migrated by it, asked at the instant at which the world stood still. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newPostgresUrl } from "../support/databases.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import {
  type Engine,
  LIMITS,
  type Names,
  ORIGIN,
  type Question,
  readFrozen,
  readNames,
  unpackDataDir,
} from "./frozen-files.js";
import { loadPostgres } from "./postgres-text.js";
import { loadSqlite } from "./sqlite-text.js";

export interface FrozenServer {
  readonly server: TestServer;
  readonly names: Names;
  readonly dataDir: string;
  ask(question: Pick<Question, "as" | "document" | "variables">): Promise<unknown>;
  stop(): Promise<void>;
}

export const startFrozen = async (
  engine: Engine,
  env: Readonly<Record<string, string>> = {},
): Promise<FrozenServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), "accord-frozen-"));
  const names = readNames(engine);
  unpackDataDir(engine, dataDir);
  const databaseUrl = await loadDatabase(engine, dataDir);
  const server = await startTestServer({
    now: names.instant,
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      ACCORD_DEMO: "on",
      PUBLIC_ORIGIN: ORIGIN,
      ACCORD_LIMITS: LIMITS,
      ...env,
    },
  });
  return {
    server,
    names,
    dataDir,
    ask: (question) => askFrozen(server, names, question),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const loadDatabase = async (engine: Engine, dataDir: string): Promise<string> => {
  if (engine === "postgres") {
    const url = await newPostgresUrl();
    await loadPostgres(readFrozen("postgres.sql"), url);
    return url;
  }
  const file = join(dataDir, "accord.sqlite");
  await loadSqlite(readFrozen("sqlite.sql"), file);
  return `sqlite:${file}`;
};

/** Headers of somebody by name. */
export const headersOf = (names: Names, as: string | null): Readonly<Record<string, string>> => {
  if (as === null) return {};
  const cookie = names.cookies[as];
  const token = names.tokens[as];
  if (cookie === undefined && token === undefined) throw new Error(`nobody is called ${as}`);
  return cookie === undefined ? { authorization: `Bearer ${token}` } : { cookie, origin: ORIGIN };
};

/** The answer without what differs each time: the cost and the number of the request. */
const askFrozen = async (
  server: TestServer,
  names: Names,
  { as, document, variables }: Pick<Question, "as" | "document" | "variables">,
): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${server.config.port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en", ...headersOf(names, as) },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly GraphqlError[] };
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(({ path, extensions: { code } }) => ({ code, path })) }),
  };
};

interface GraphqlError {
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}
