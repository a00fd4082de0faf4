/** What a command of the command line is: its words, its options, its work, and how its answer is shown. */
import type { ParseArgsConfig } from "node:util";
import type { Config } from "../config.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/db/index.js";
import type { KeyRing } from "../kernel/keys/keys.js";

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** Asks for a secret; the answer is not shown. */
export type AskSecret = (question: string) => Promise<string>;

/** What a command may use. */
export interface CommandContext {
  readonly config: Config;
  readonly clock: Clock;
  /** Opened and, unless the command says otherwise, without pending migrations. */
  readonly db: Database;
  readonly ring: KeyRing;
  readonly options: OptionValues;
  readonly positionals: readonly string[];
  /** Cryptographic randomness, in bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** Says how far it is, where somebody looks on. */
  readonly progress: (text: string) => void;
  readonly askSecret: AskSecret;
}

/** What a command answers. */
export interface Outcome {
  /** Shown as it is with --json. */
  readonly data: unknown;
  /** Shown without --json. */
  readonly lines: readonly string[];
  /** Said beside them, on stderr: `$(accord …)` takes the lines alone. */
  readonly notes?: readonly string[];
  /** 0 when not given. */
  readonly exitCode?: number;
}

export interface Command {
  /** `agreement issue`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** What follows the name, as in `<plan> --incidents <±n>`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** How many words without a dash it takes: at least and at most. */
  readonly positionals: readonly [number, number];
  /** `none`: no database; `any`: opened, whatever its migrations; `unsettled`: nothing pending, whatever its keys; `migrated`: and with the keys it was filled with. */
  readonly database: "none" | "any" | "unsettled" | "migrated";
  run(context: CommandContext): Promise<Outcome>;
}

/** The command was called in a way it does not understand: exit code 2. */
export class UsageError extends Error {}

/** The command was understood and could not be done: exit code 1. */
export class CommandError extends Error {}

/** A text option that must be there. */
export const required = (options: OptionValues, name: string): string => {
  const value = options[name];
  if (typeof value !== "string" || value.trim() === "") throw new UsageError(`--${name} is needed`);
  return value.trim();
};

/** A text option, or null. */
export const optional = (options: OptionValues, name: string): string | null => {
  const value = options[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

/** Rows as columns of even width, the first row as head. */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};
