/** `accord subject erase|hold <account id>`: a person's data go, or must stay. */

import { auditStore } from "../kernel/audit/audit.store.js";
import { sqliteFile } from "../kernel/db/index.js";
import { MODULES } from "../modules/modules.js";
import { erasureStore, legalHoldStore } from "../modules/privacy/module.js";
import { eraseSubject } from "../subject/erase-subject.js";
import { erasuresFile } from "../subject/erasures-made.js";
import { type Command, CommandError, optional, UsageError } from "./command.js";
import { findAccount } from "./find.js";

export const subjectErase: Command = {
  name: "subject erase",
  summary: "Erase a person; killed on the way, the same command goes on with it",
  usage: "<account id> --confirm <account id>   (what goes and what stays: docs/privacy.md)",
  options: { confirm: { type: "string" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, config, positionals, options, progress }) => {
    const [accountId = ""] = positionals;
    if (!accountId.startsWith("acc_")) throw new UsageError("name the account by its id: accord account list");
    const account = await findAccount(db.read, accountId);
    const before = await db.read.of(erasureStore).of(accountId);
    if (before === null && optional(options, "confirm") !== accountId)
      throw new UsageError(
        `this cannot be undone; to erase ${account.email} say --confirm ${accountId}, after accord subject export if they want their data`,
      );
    const at = clock.now();
    const refusal = await eraseSubject(accountId, null, {
      ...{ db, at, progress, erased: MODULES.erased, tables: MODULES.storage.tables },
      ...{ blobUrl: config.blobUrl, erasuresFile: erasuresFile(config.dataDir) },
    });
    if (refusal === "LAST_ADMINISTRATOR")
      throw new CommandError(`${account.email} is the last administrator: give somebody else the role first`);
    if (refusal === "LEGAL_HOLD")
      throw new CommandError(`a legal hold is on ${accountId}: accord subject hold ${accountId} --lift ends it`);
    return {
      data: { account: accountId, erasedAt: before?.begunAt ?? at },
      lines: [`${accountId} is erased; the id stays as a pseudonym of nobody.`],
      notes: [
        "Backups of before hold them still: a restore here erases them again, elsewhere it wants erasures.jsonl beside the data.",
        ...(sqliteFile(config.databaseUrl) === null
          ? ["PostgreSQL's own WAL archives, replicas and dumps are yours to clear."]
          : []),
      ],
    };
  },
};

export const subjectHold: Command = {
  name: "subject hold",
  summary: "Say that a person's data must stay, with a reason; --lift ends it",
  usage: "<account id or e-mail> --reason <text> | --lift",
  options: { reason: { type: "string" }, lift: { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const { id, email } = await findAccount(db.read, positionals[0] ?? "");
    const at = clock.now();
    const reason = optional(options, "reason");
    const isLifted = options.lift === true;
    if (isLifted === (reason !== null)) throw new UsageError("say --reason <text>, or --lift");
    const isChanged = await db.transaction("subject.hold", async (tx) => {
      const holds = tx.of(legalHoldStore);
      const done =
        reason === null ? await holds.lift(id) : await holds.set({ accountId: id, reason, setBy: null, setAt: at });
      const action = reason === null ? "subject.liftHold" : "subject.hold";
      const details = reason === null ? {} : { reason };
      if (done) await tx.of(auditStore).append({ actorId: null, action, objectId: id, details, at });
      return done;
    });
    if (!isChanged) throw new CommandError(isLifted ? `no hold is on ${email}` : `a hold is on ${email} already`);
    return {
      data: { account: id, isHeld: !isLifted },
      lines: [
        isLifted ? `The hold on ${email} is lifted.` : `${email} is held: nobody erases them until it is lifted.`,
      ],
    };
  },
};
