/** Whether the audit record is whole, against the heads this server exported; walked at most once in ten seconds (P-5). */
import type { EpochMs } from "@accord/domain";
import type { AuditCheck, Database } from "../../../kernel/db/index.js";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import type { AuditStateType } from "../types/audit.type.js";

const FRESH_MS = 10_000;

interface Walk {
  readonly at: EpochMs;
  readonly check: Promise<AuditCheck>;
}
const walks = new WeakMap<Database, Walk>();

export const auditStateOf = async (
  context: Pick<RequestContext, "db" | "clock" | "exportedHeads">,
): Promise<AuditStateType> => {
  const { db, clock } = context;
  const heads = await context.exportedHeads();
  const now = clock.now();
  const known = walks.get(db);
  const walk = known !== undefined && now - known.at < FRESH_MS ? known : { at: now, check: db.verifyAudit(heads) };
  walks.set(db, walk);
  const { head, firstBad } = await walk.check.catch((error: unknown) => {
    walks.delete(db);
    throw error;
  });
  return {
    isIntact: firstBad === null,
    checkedUpTo: head.seq,
    headHash: head.hash,
    checkedAt: walk.at,
    firstBad,
    exportedHead: heads.at(-1) ?? null,
  };
};
