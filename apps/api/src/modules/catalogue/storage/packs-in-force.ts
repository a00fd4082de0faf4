/** Which packs hold now, by their digests. */
import { createHash } from "node:crypto";
import type { PackKind } from "@accord/domain";
import type { Sql } from "../../../kernel/db/sql.js";

export type PackDigests = Readonly<Partial<Record<PackKind, string>>>;

export const IN_FORCE = `SELECT f.kind, f.version, p.digest FROM pack_in_force f JOIN pack p ON p.kind = f.kind AND p.version = f.version`;

/** The digests of what holds now. */
export const digestsInForce = async (sql: Sql): Promise<PackDigests> =>
  Object.fromEntries(
    (await sql.all<{ kind: PackKind; digest: string }>(IN_FORCE)).map(({ kind, digest }) => [kind, digest]),
  );

/** The id of packs that hold together; null where there are none. */
export const packSetId = (digests: PackDigests): string | null => {
  const lines = Object.entries(digests)
    .map(([kind, digest]) => `${kind}:${digest}`)
    .sort();
  return lines.length === 0 ? null : createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 24);
};
