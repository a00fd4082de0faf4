/** `accord subject export <account id>`: everything kept of one person, in one archive. */
import { resolve } from "node:path";
import { ArchiveExists } from "../kernel/archive/write-archive.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import { MODULES } from "../modules/modules.js";
import { exportSubject } from "../subject/export-subject.js";
import { type Command, CommandError } from "./command.js";
import { findAccount } from "./find.js";

export const subjectExport: Command = {
  name: "subject export",
  summary: "Write everything kept of one person into one archive; exit code 1 when files are lost",
  usage: "<account id or e-mail> <file>",
  options: {},
  positionals: [2, 2],
  database: "migrated",
  run: async ({ db, clock, config, positionals }) => {
    const [named = "", file = ""] = positionals;
    const account = await findAccount(db.read, named);
    const path = resolve(file);
    const at = clock.now();
    const { tables } = MODULES.storage;
    const made = await exportSubject(path, { db, tables, blobUrl: config.blobUrl, account, at }).catch(
      (error: unknown) => {
        if (error instanceof ArchiveExists) throw new CommandError(`${path} is there already; nothing was written`);
        const { code, syscall } = error as NodeJS.ErrnoException;
        if (syscall === undefined) throw error;
        throw new CommandError(`${path} cannot be written (${code}); nothing is left of it`);
      },
    );
    const entry = { actorId: null, action: "subject.export", objectId: account.id, details: {}, at } as const;
    await db.transaction("subject.export", (tx) => tx.of(auditStore).append(entry));
    const { rows, files, lost } = made;
    return {
      data: { account: account.id, file: path, rows, files, lost },
      lines: [`${path}: ${rows} rows and ${files} files of ${account.id}.`],
      notes: lost.map((sha256) => `the file ${sha256} is not there`),
      exitCode: lost.length === 0 ? 0 : 1,
    };
  },
};
