/** Which packs hold now, by their digests. */
import { createHash } from "node:crypto";
import type { EpochMs, PackKind } from "@accord/domain";
import type { Sql } from "../../../kernel/db/sql.js";

export type PackDigests = Readonly<Partial<Record<PackKind, string>>>;

export const IN_FORCE = `SELECT f.kind, f.version, f.since, p.digest FROM pack_in_force f JOIN pack p ON p.kind = f.kind AND p.version = f.version`;

/** What holds now: its id, and since when each kind of it. */
export const packsThatHold = async (
  sql: Sql,
): Promise<{
  readonly packSetId: string | null;
  readonly inForceSince: Readonly<Partial<Record<PackKind, EpochMs>>>;
}> => {
  const rows = await sql.all<{ kind: PackKind; digest: string; since: number | string }>(IN_FORCE);
  return {
    packSetId: packSetId(Object.fromEntries(rows.map(({ kind, digest }) => [kind, digest]))),
    // PostgreSQL tells a bigint as text.
    inForceSince: Object.fromEntries(rows.map(({ kind, since }) => [kind, Number(since)])),
  };
};

/** The id of packs that hold together; null where there are none. */
export const packSetId = (digests: PackDigests): string | null => {
  const lines = Object.entries(digests)
    .map(([kind, digest]) => `${kind}:${digest}`)
    .sort();
  return lines.length === 0 ? null : createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 24);
};
