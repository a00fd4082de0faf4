/** `accord keys lost`: what cannot be read without keys that are gone, and the way on without them. */
import type { Config } from "../config.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import { keyCheckStore } from "../kernel/keys/key-check.store.js";
import { dropNewKeys, keepNewKeys } from "../kernel/keys/keys.js";
import { findOtherKeys, LOST_WITH } from "../kernel/keys/settle-keys.js";
import { type Command, optional, UsageError } from "./command.js";

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
