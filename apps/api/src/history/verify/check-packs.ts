/** V11: every pack is the file that was loaded, and every request names packs that are known: past decisions stay reproducible (F58). */
import { createHash } from "node:crypto";
import type { Breach } from "../../kernel/db/breach.js";
import type { Sql } from "../../kernel/db/sql.js";

const PACKS = `SELECT kind, version, digest, content FROM pack ORDER BY kind, version`;
const NAMELESS = `SELECT r.id FROM support_request r LEFT JOIN pack_set s ON s.id = r.pack_set_id
  WHERE r.pack_set_id IS NOT NULL AND s.id IS NULL ORDER BY r.id LIMIT 20`;

const breach = (message: string): Breach => ({ check: "V11", message });

export const checkPacks = async (sql: Sql): Promise<Breach[]> => {
  const packs = await sql.all<{ kind: string; version: number; digest: string; content: string }>(PACKS);
  const requests = await sql.all<{ id: string }>(NAMELESS);
  return [
    ...packs
      .filter(({ content, digest }) => createHash("sha256").update(content).digest("hex") !== digest)
      .map(({ kind, version }) => breach(`version ${version} of ${kind} is not the file that was loaded`)),
    ...requests.map(({ id }) => breach(`request ${id} names packs nobody knows`)),
  ];
};
