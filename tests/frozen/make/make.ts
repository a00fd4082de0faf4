/** Makes the frozen database of both engines with the code that is checked out, and writes it beside (see ../README.md). */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { newPostgresUrl } from "../../support/databases.js";
import { startMailSink } from "../../support/mail-sink.js";
import { startTestServer } from "../../support/test-server.js";
import {
  COMMIT,
  type Engine,
  LIMITS,
  ORIGIN,
  packDataDir,
  type Recorded,
  writeAnswers,
  writeFrozen,
} from "../frozen-files.js";
import { startFrozen } from "../frozen-server.js";
import { dumpPostgres } from "../postgres-text.js";
import { dumpSqlite } from "../sqlite-text.js";
import { questionsFor } from "./questions.js";
import { tellTheStory } from "./story.js";

const KEPT = ["cookie-key", "encryption-key", "pair-pepper", "provider-jwks.json", "receipt-key.pem"];
const INBOUND = { INBOUND_SMTP_PORT: "24198", INBOUND_DOMAIN: "reply.support.example" };
const BEGINS = "2026-11-23T08:30:00Z";

const make = async (engine: Engine): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), "accord-frozen-"));
  const databaseUrl = engine === "postgres" ? await newPostgresUrl() : `sqlite:${join(dataDir, "accord.sqlite")}`;
  const sink = await startMailSink();
  const { port } = new URL(ORIGIN);
  const server = await startTestServer({
    seed: "demo",
    now: BEGINS,
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: port,
      ACCORD_LIMITS: LIMITS,
      SMTP_URL: sink.url,
      ...INBOUND,
    },
  });
  const names = await tellTheStory(server, sink);
  await server.stop();
  await sink.leave();
  const text =
    engine === "postgres" ? await dumpPostgres(databaseUrl) : await dumpSqlite(join(dataDir, "accord.sqlite"));
  writeFrozen(`${engine}.sql`, text);
  writeFrozen(`${engine}.names.json`, `${JSON.stringify(names, null, 1)}\n`);
  packDataDir(engine, dataDir, [
    ...KEPT.map((name) => `keys/${name}`),
    "audit-heads.jsonl",
    "sandbox/bank.json",
    ...blobsIn(dataDir),
  ]);
  rmSync(dataDir, { recursive: true, force: true });
};

/** The files that were sent, by their path below `dataDir`. */
const blobsIn = (dataDir: string): string[] =>
  readdirSync(join(dataDir, "blobs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)));

/** Asked of the text read back, as every later run will. */
const record = async (engine: Engine): Promise<void> => {
  const sink = await startMailSink();
  const frozen = await startFrozen(engine, { SMTP_URL: sink.url });
  const answers: Recorded[] = [];
  for (const question of await questionsFor(frozen)) answers.push({ ...question, answer: await frozen.ask(question) });
  writeAnswers(engine, answers);
  await frozen.stop();
  await sink.leave();
  process.stdout.write(`${engine}: ${answers.length} answers\n`);
};

export const makeFrozen = async (): Promise<void> => {
  for (const engine of ["sqlite", "postgres"] as const) {
    await make(engine);
    await record(engine);
  }
  const schema = fileURLToPath(new URL("../../../packages/schema/schema.graphql", import.meta.url));
  copyFileSync(schema, fileURLToPath(new URL(`../${COMMIT}/schema.graphql`, import.meta.url)));
};
