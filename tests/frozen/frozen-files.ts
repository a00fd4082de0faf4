/** What is kept of the frozen commit, and where: both databases as text, keys, names, questions and answers. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Engine = "sqlite" | "postgres";

/** The commit that made it. */
export const COMMIT = "72fcad9";
/** Where the portal stood: links in stored text lead here. */
export const ORIGIN = "http://localhost:24199";
/** Generous where the clock stands still, and otherwise as they come. */
export const LIMITS = JSON.stringify({
  costBucket: 10_000_000,
  anonymousPerMinute: 100_000,
  failedSignInsPerAddress: 100_000,
  createRequestPerHour: 1000,
  mailsPerRecipientPerHour: 1000,
});

/** Ids, session cookies and tokens by the names the questions use. */
export interface Names {
  /** At which the world stands still. */
  readonly instant: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
  /** A command that was carried out under its key, and what it answered. */
  readonly replay: (Pick<Question, "as" | "document" | "variables"> & { readonly data: unknown }) | null;
  /** Of the agreement that Dora holds, as it was issued. */
  readonly pair: { readonly accessId: string; readonly agreementId: string };
  /** Where Dora's answer by mail comes in. */
  readonly replyTo: string;
  readonly receipts: readonly { readonly purchaseId: string; readonly statement: string; readonly signature: string }[];
}

export interface Question {
  readonly name: string;
  /** A name of `cookies` or `tokens`; null: nobody. */
  readonly as: string | null;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Recorded extends Question {
  readonly answer: unknown;
}

const FOLDER = fileURLToPath(new URL(`./${COMMIT}/`, import.meta.url));

export const readFrozen = (path: string): string => readFileSync(join(FOLDER, path), "utf8");

export const writeFrozen = (path: string, text: string): void => {
  mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
};

export const readNames = (engine: Engine): Names => JSON.parse(readFrozen(`${engine}.names.json`)) as Names;

interface AnswerLine extends Omit<Recorded, "document"> {
  /** Its line in documents.txt, counted from 0. */
  readonly document: number;
}

/** One question with its answer a line. */
export const readAnswers = (engine: Engine): Recorded[] => {
  const documents = readFrozen("documents.txt").split("\n");
  return readFrozen(`${engine}.answers.jsonl`)
    .trimEnd()
    .split("\n")
    .map((line) => {
      const recorded = JSON.parse(line) as AnswerLine;
      return { ...recorded, document: documents[recorded.document] ?? "" };
    });
};

export const writeAnswers = (engine: Engine, answers: readonly Recorded[]): void => {
  const documents = [...new Set(answers.map(({ document }) => document))];
  const lines = answers.map((one) => JSON.stringify({ ...one, document: documents.indexOf(one.document) }));
  writeFrozen("documents.txt", `${documents.join("\n")}\n`);
  writeFrozen(`${engine}.answers.jsonl`, `${lines.join("\n")}\n`);
};

/** Files of DATA_DIR by their path, base64. */
interface TestKeys {
  readonly note: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Puts keys, audit heads and the sandbox bank's memory below `dataDir`. */
export const unpackDataDir = (engine: Engine, dataDir: string): void => {
  const { files } = JSON.parse(readFrozen(`${engine}.test-keys.json`)) as TestKeys;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dataDir, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, path), Buffer.from(content, "base64"), { mode: 0o600 });
  }
};

export const packDataDir = (engine: Engine, dataDir: string, paths: readonly string[]): void => {
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(dataDir, path)).toString("base64")]));
  const note = "TEST KEYS of the frozen database: made for it alone, they open nothing else.";
  writeFrozen(`${engine}.test-keys.json`, `${JSON.stringify({ note, files }, null, 1)}\n`);
};
