/** `accord audit verify`: every link of the audit chain, against the heads that were exported from it (F82, P-5). */
import { headsFile, readHeads } from "../kernel/audit/audit-heads.js";
import { tellAuditCheck } from "../kernel/db/index.js";
import { type Command, CommandError, optional } from "./command.js";

export const auditVerify: Command = {
  name: "audit verify",
  summary: "Check every entry of the audit record; exit code 1 and the first bad one when it is not whole",
  usage: "[--heads <file>]   (default: audit-heads.jsonl in DATA_DIR, which the server adds to once a day)",
  options: { heads: { type: "string" } },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, config, options }) => {
    const file = optional(options, "heads") ?? headsFile(config.dataDir);
    const heads = await readHeads(file).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(`${file} cannot be read (${error.code ?? "unknown"})`);
    });
    const check = await db.verifyAudit(heads);
    const problem = tellAuditCheck(check);
    const { head, firstBad } = check;
    const seen = `${head.seq} entries up to ${head.hash}, ${heads.length} exported heads`;
    return {
      data: { ok: problem === null, checkedUpTo: head.seq, head: head.hash, heads: heads.length, firstBad },
      lines: problem === null ? [`The audit record is whole: ${seen}.`] : [problem],
      exitCode: problem === null ? 0 : 1,
    };
  },
};
