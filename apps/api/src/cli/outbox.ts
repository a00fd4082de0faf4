/** `accord outbox release`: what a restored backup held back goes out, or never does. */
import { outboxWorkStore } from "../kernel/jobs/outbox-work.store.js";
import type { Command } from "./command.js";

export const outboxRelease: Command = {
  name: "outbox release",
  summary: "Let messages go that are held since a restore; with --drop give them up",
  usage: "[--drop]",
  options: { drop: { type: "boolean" } },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, options }) => {
    const isDropped = options.drop === true;
    const end = { at: clock.now(), isDropped };
    const released = await db.transaction("release the outbox", (tx) => tx.of(outboxWorkStore).release(end));
    const done = isDropped ? "given up; /admin/mail shows them" : "let go: the server sends them now";
    return {
      data: { released, dropped: isDropped },
      lines: [released === 0 ? "No message is held." : `${released} messages ${done}.`],
    };
  },
};
