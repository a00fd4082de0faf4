/** `accord move --to postgres://…`: from the SQLite file of this installation to PostgreSQL. */
import { openTarget, TargetOccupied } from "../backup/fill-target.js";
import { moveDatabase } from "../backup/move-database.js";
import { ConfigError } from "../kernel/config-error.js";
import { openDatabase, sqliteFile } from "../kernel/db/index.js";
import { openFilling } from "../kernel/db/open-filling.js";
import { loadKeys } from "../kernel/keys/keys.js";
import { settleKeys } from "../kernel/keys/settle-keys.js";
import { lockServer } from "../kernel/server-lock.js";
import { MODULES } from "../modules/modules.js";
import { type Command, type CommandContext, CommandError, type Outcome, required, UsageError } from "./command.js";
import { databaseOptions } from "./database-options.js";

export const move: Command = {
  name: "move",
  summary:
    "Move everything from the SQLite file to an empty PostgreSQL database; nothing starts on the file afterwards",
  usage: "--to postgres://user@host/database   (its password in PGPASSWORD; the server stopped)",
  options: { to: { type: "string" } },
  positionals: [0, 0],
  database: "none",
  run: async (context) => {
    const url = required(context.options, "to");
    if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError("--to takes postgres://…");
    const file = sqliteFile(context.config.databaseUrl);
    if (file === null) throw new UsageError("DATABASE_URL names PostgreSQL already");
    const lock = lockServer(file);
    try {
      return await moveTo(url, file, context);
    } finally {
      context.progress("");
      lock.release();
    }
  },
};

const moveTo = async (url: string, file: string, { config, clock, progress }: CommandContext): Promise<Outcome> => {
  const place = withoutPassword(url);
  const closure = await (await openFilling(config.databaseUrl, MODULES.storage)).closure();
  // One that moved there, and was killed before the other end was open, moves once more.
  const isAgain = closure?.kind === "MOVED" && closure.place === place;
  const target = await openTarget(url, MODULES.storage).catch((error: unknown) => {
    if (!(error instanceof TargetOccupied)) throw error;
    if (isAgain) throw new ConfigError(`everything has moved to ${place} already: set DATABASE_URL to it`);
    throw new CommandError(`${place} is not empty, it holds ${error.message}; nothing was changed`);
  });
  const ring = loadKeys(config.keysDir, config.givenKeys);
  const source = await openDatabase({ ...databaseOptions(config, ring.keys), isBeingFilled: isAgain });
  try {
    await source.refuseUnfit();
    if (!isAgain) await settleKeys(source, ring);
    const database = { ...databaseOptions(config, ring.keys), url };
    const rest = { file, place, database, at: clock.now(), filled: MODULES.filled, progress };
    const rows = await moveDatabase(target, { source, ...rest });
    return {
      data: { to: place, rows },
      lines: [
        `${rows} rows moved to ${place}: set DATABASE_URL to it. Files and keys stay where they are.`,
        `Nothing starts on ${file} any more; keep it until you have a backup of the other.`,
      ],
    };
  } finally {
    await source.close();
  }
};

const withoutPassword = (text: string): string => {
  const url = new URL(text);
  url.password = "";
  return url.href;
};
