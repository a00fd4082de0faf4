/** A passphrase from where nobody else reads it: a file, the terminal without an echo, or the standard input; never an argument. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { PASSPHRASE_LEAST } from "../backup/sealed-keys.js";
import { ConfigError } from "../kernel/config-error.js";
import { type AskSecret, CommandError } from "./command.js";

/** Where a passphrase may come from. */
export interface PassphraseSource {
  readonly passphraseFile: string | null;
  readonly askSecret: AskSecret;
}

/** The passphrase of a backup; asked twice where it is `isNew`. Throws where there is none that will do. */
export const readPassphrase = async (
  { passphraseFile, askSecret }: PassphraseSource,
  isNew: boolean,
): Promise<string> => {
  const passphrase = passphraseFile === null ? await askSecret("Passphrase for the keys: ") : readFrom(passphraseFile);
  if (passphrase.length < PASSPHRASE_LEAST)
    throw new CommandError(`the passphrase needs ${PASSPHRASE_LEAST} characters or more`);
  if (isNew && passphraseFile === null && (await askSecret("Once more: ")) !== passphrase)
    throw new CommandError("the two passphrases differ; nothing was written");
  return passphrase;
};

const readFrom = (file: string): string => {
  try {
    return firstLine(readFileSync(file, "utf8"));
  } catch (error) {
    throw new ConfigError(
      `ACCORD_BACKUP_PASSPHRASE_FILE ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
};

const firstLine = (content: string): string => content.split(/\r?\n/)[0] ?? "";

let piped: string | null = null;

/** From the terminal, or from what is piped in: its first line answers every question. */
export const askHere: AskSecret = async (question) => {
  if (!process.stdin.isTTY) {
    piped ??= firstLine(await text(process.stdin));
    return piped;
  }
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
};
