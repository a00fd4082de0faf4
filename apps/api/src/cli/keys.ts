/** `accord keys lost|rotate`: what cannot be read without keys that are gone, and the way on without them; new keys, the old ones still opening. */
import type { Config } from "../config.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import { sqliteFile } from "../kernel/db/index.js";
import { KEY_NAMES } from "../kernel/keys/given-keys.js";
import { keyCheckStore } from "../kernel/keys/key-check.store.js";
import { dropNewKeys, keepNewKeys, loadKeys, TURNED_KEYS, turnKey } from "../kernel/keys/keys.js";
import { findOtherKeys, LOST_WITH, settleKeys } from "../kernel/keys/settle-keys.js";
import { lockServer } from "../kernel/server-lock.js";
import { type Command, CommandError, optional, UsageError } from "./command.js";

/** What has to be typed: whoever gives data up says of which installation. */
export const installationOf = ({ publicOrigin }: Pick<Config, "publicOrigin">): string =>
  new URL(publicOrigin).hostname;

export const keysLost: Command = {
  name: "keys lost",
  summary: "Tell what cannot be read without the keys that are gone; with --installation go on with new ones",
  usage: "[--installation <host of PUBLIC_ORIGIN>]   (without it nothing is changed)",
  options: { installation: { type: "string" } },
  positionals: [0, 0],
  database: "unsettled",
  run: async ({ db, clock, config, options, ring }) => {
    const lost = await findOtherKeys(db, ring);
    const names = lost.map(({ name }) => name);
    const told = names.map((name) => `${name}: ${LOST_WITH[name] ?? "what was written with it"}`);
    if (lost.length === 0) return { data: { lost: [] }, lines: ["The keys are those this database was filled with."] };
    const typed = optional(options, "installation");
    const name = installationOf(config);
    if (typed !== name) dropNewKeys(ring);
    if (typed === null)
      return {
        data: { lost: names, installation: name },
        lines: [...told, `To go on without them: accord keys lost --installation ${name}`],
        exitCode: 1,
      };
    if (typed !== name) throw new UsageError(`this installation is ${name}; nothing was changed`);
    await db.transaction("give keys up", async (tx) => {
      await tx.of(keyCheckStore).replace(lost);
      const at = clock.now();
      await tx
        .of(auditStore)
        .append({ actorId: null, action: "keys.lost", objectId: name, details: { keys: names }, at });
    });
    keepNewKeys(ring);
    return {
      data: { lost: names, installation: name },
      lines: [...told, "The server starts with the keys that are there now."],
    };
  },
};

export const keysRotate: Command = {
  name: "keys rotate",
  summary: "Make new keys: what is written from now on is under them, what was written before still opens",
  usage: `[${TURNED_KEYS.join("|")}]…   (default: all of these; the server stopped)`,
  options: {},
  positionals: [0, TURNED_KEYS.length],
  database: "migrated",
  run: async ({ db, clock, config, ring, positionals }) => {
    const unknown = positionals.find((name) => TURNED_KEYS.every((one) => one !== name));
    if (unknown !== undefined) throw new UsageError(`${unknown} is not turned; these are: ${TURNED_KEYS.join(", ")}`);
    const names = TURNED_KEYS.filter((name) => positionals.length === 0 || positionals.includes(name));
    const given = names.find((name) => ring.files.some((file) => file.name === name && file.isGiven));
    if (given !== undefined)
      throw new CommandError(
        `${KEY_NAMES[given]} gives ${given}: put the old one into KEYS_DIR as ${given}.1, the new one there; nothing was changed`,
      );
    const file = sqliteFile(config.databaseUrl);
    const lock = file === null ? null : lockServer(file);
    try {
      for (const name of names) turnKey(ring.folder, name);
      await settleKeys(db, loadKeys(config.keysDir, config.givenKeys));
      const at = clock.now();
      const entry = {
        actorId: null,
        action: "keys.rotate",
        objectId: installationOf(config),
        details: { keys: names },
        at,
      } as const;
      await db.transaction("tell that keys were turned", (tx) => tx.of(auditStore).append(entry));
    } finally {
      lock?.release();
    }
    return {
      data: { rotated: names },
      lines: [
        `New: ${names.join(", ")}. The old ones stay in ${ring.folder} with a number behind their name: what they sealed opens with them.`,
        "Make a copy of the folder, give it to every host, and start each server again.",
      ],
    };
  },
};
