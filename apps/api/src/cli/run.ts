/** The command line: finds the command, opens what it needs, shows its answer. Exit codes: 0 done, 1 not done, 2 usage, 70 database, 78 configuration. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { EXIT_BOOT, EXIT_CONFIG, readConfig } from "../config.js";
import { createClock } from "../kernel/clock.js";
import { ConfigError } from "../kernel/config-error.js";
import { type Database, MigrationFailed, openDatabase, UnavailableError } from "../kernel/db/index.js";
import { type KeyRing, loadKeys } from "../kernel/keys/keys.js";
import { settleKeys } from "../kernel/keys/settle-keys.js";
import { type AskSecret, type Command, CommandError, type OptionValues, type Outcome, UsageError } from "./command.js";
import { COMMANDS } from "./commands.js";
import { databaseOptions } from "./database-options.js";
import { askHere } from "./passphrase.js";
import { createProgress } from "./progress.js";

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

/** Where a command line stands: replaced by tests. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  err(line: string): void;
  random(bytes: number): Uint8Array;
  /** Left out: nobody looks on. */
  progress?(text: string): void;
  /** Left out: nobody answers. */
  askSecret?: AskSecret;
}

const REAL: Surroundings = {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  random: randomBytes,
  progress: createProgress(),
  askSecret: askHere,
};

/** Runs one command; resolves to the exit code and never throws. */
export const runCommandLine = async (args: readonly string[], surroundings: Surroundings = REAL): Promise<number> => {
  const isJson = args.includes("--json");
  try {
    const asked = readArguments(args);
    if (asked.kind === "help") {
      for (const line of asked.lines) surroundings.out(line);
      return asked.isAsked ? 0 : EXIT_USAGE;
    }
    const { exitCode = 0, ...outcome } = await runCommand(asked, surroundings);
    show(outcome, isJson, surroundings);
    return exitCode;
  } catch (error) {
    const { exitCode, message } = explain(error);
    if (isJson) surroundings.out(JSON.stringify({ error: message, exitCode }));
    surroundings.err(`accord: ${message}`);
    return exitCode;
  }
};

interface Invocation {
  readonly kind: "command";
  readonly command: Command;
  readonly options: OptionValues;
  readonly positionals: readonly string[];
}
interface Help {
  readonly kind: "help";
  readonly lines: readonly string[];
  /** False: there was nothing to run. */
  readonly isAsked: boolean;
}

const readArguments = (args: readonly string[]): Invocation | Help => {
  const words = args.filter((word) => !word.startsWith("-"));
  const command = COMMANDS.find(({ name }) => name.split(" ").every((word, place) => words[place] === word));
  const isHelp = args.includes("--help") || args.includes("-h");
  if (command === undefined) {
    const group = COMMANDS.filter(({ name }) => name.startsWith(`${words[0]} `));
    const isAsked = isHelp || words[0] === "help";
    if (words.length > 0 && group.length === 0 && !isAsked)
      throw new UsageError(`no command ${words.join(" ")}; see accord --help`);
    return { kind: "help", lines: overview(group.length > 0 ? group : COMMANDS), isAsked };
  }
  if (isHelp)
    return {
      kind: "help",
      lines: [`accord ${command.name} ${command.usage}`.trimEnd(), "", command.summary],
      isAsked: true,
    };
  return { kind: "command", command, ...parse(command, args) };
};

const parse = (
  command: Command,
  args: readonly string[],
): { options: OptionValues; positionals: readonly string[] } => {
  let left = command.name.split(" ").length;
  const rest = args.filter((word) => word.startsWith("-") || left-- <= 0);
  try {
    const options = { ...command.options, json: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({
      args: joinSigned(rest),
      options,
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = command.positionals;
    if (positionals.length < least || positionals.length > most)
      throw new UsageError(`usage: accord ${command.name} ${command.usage}`);
    return { options: values as OptionValues, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message.split(". ")[0]}; usage: accord ${command.name} ${command.usage}`);
  }
};

/** `--incidents -2` means the number, which parseArgs would take for an option. */
const joinSigned = (args: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const word of args) {
    const before = joined.at(-1);
    if (/^-\d+$/.test(word) && before !== undefined && /^--[a-z-]+$/.test(before))
      joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
};

const overview = (commands: readonly Command[]): string[] => {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "accord <command> [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "--json   answer as JSON, on every command",
    "--help   how to call a command",
    "",
    "The environment names the database, as for the server: DATA_DIR, DATABASE_URL (docs/operations.md).",
  ];
};

const runCommand = async (
  { command, options, positionals }: Invocation,
  { env, random, progress = () => {}, askSecret = async () => "" }: Surroundings,
): Promise<Outcome> => {
  const config = readConfig(env);
  const clock = createClock(config.startsAt);
  const context = { config, clock, options, positionals, random, progress, askSecret };
  if (command.database === "none") return command.run({ ...context, db: NOTHING, ring: NOTHING });
  const ring = loadKeys(config.keysDir, config.givenKeys);
  const db = await openDatabase(databaseOptions(config, ring.keys));
  try {
    if (command.database !== "any") await db.refuseUnfit();
    if (command.database === "migrated") await settleKeys(db, ring);
    return await command.run({ ...context, db, ring });
  } finally {
    progress("");
    await db.close();
  }
};

/** A command that asked for no database gets none. */
const NOTHING = new Proxy({} as Database & KeyRing, {
  get: () => {
    throw new Error("this command opens no database");
  },
});

const show = ({ data, lines, notes = [] }: Outcome, isJson: boolean, { out, err }: Surroundings): void => {
  for (const line of isJson ? [JSON.stringify(data)] : lines) out(line);
  for (const note of isJson ? [] : notes) err(note);
};

const explain = (error: unknown): { exitCode: number; message: string } => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { exitCode: EXIT_USAGE, message };
  if (error instanceof ConfigError) return { exitCode: EXIT_CONFIG, message };
  if (error instanceof MigrationFailed) return { exitCode: EXIT_BOOT, message };
  if (error instanceof CommandError || error instanceof UnavailableError) return { exitCode: EXIT_FAILURE, message };
  return { exitCode: EXIT_FAILURE, message: `unexpected: ${message}` };
};
