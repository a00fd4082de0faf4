/**
 * Erases a person (F83, decision 55): the rows in one transaction, then their files, then what is left of both in the files of the
 * database. Killed anywhere it is gone on with by the same call: the journal says how far it came.
 */
import type { EpochMs } from "@accord/domain";
import { auditStore } from "../kernel/audit/audit.store.js";
import { personOf } from "../kernel/db/columns.js";
import type { Database, WriteStores } from "../kernel/db/index.js";
import { personRowStore } from "../kernel/db/person-rows.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import type { Erased } from "../kernel/db/subject.js";
import { updateStaffRoles } from "../modules/administration/module.js";
import { clearContents, openFileRoom } from "../modules/files/module.js";
import { accountStore } from "../modules/identity/module.js";
import { erasureStore, legalHoldStore } from "../modules/privacy/module.js";
import { subjectRequestStore } from "../modules/requests/module.js";
import { writeErasure } from "./erasures-made.js";
import { subjectOf } from "./subject-of.js";

export interface EraseParts {
  readonly db: Database;
  readonly tables: StoragePart["tables"];
  /** What modules do that no column says. */
  readonly erased: readonly Erased[];
  readonly blobUrl: string;
  /** Where erasures are written down for restores. */
  readonly erasuresFile: string;
  readonly at: EpochMs;
  /** Hears how far it is. */
  readonly progress: (text: string) => void;
}

/** Why it may not be. */
export type ErasureRefusal = "LEGAL_HOLD" | "LAST_ADMINISTRATOR";

/** A word index is no declared table. */
const SEARCH_INDEX = "request_search";

/** Erases the account, or goes on with it; null: done. A refusal is on record, and changes nothing else. */
export const eraseSubject = async (
  accountId: string,
  actorId: string | null,
  parts: EraseParts,
): Promise<ErasureRefusal | null> => {
  const { db, at, progress } = parts;
  progress("rows");
  const refusal = await db.transaction("subject.erase", async (tx): Promise<ErasureRefusal | null> => {
    if (!(await tx.of(erasureStore).begin(accountId, at))) return null;
    const refused = await refusalOf(tx, accountId, { actorId, at });
    if (refused !== null) return tx.abort(refused);
    await eraseRows(tx, accountId, parts);
    return null;
  });
  if (refusal === null) await finishErasure([accountId], parts);
  else {
    const entry = { actorId, action: "subject.refuseErasure", objectId: accountId, at } as const;
    await db.transaction("subject.refuseErasure", (tx) =>
      tx.of(auditStore).append({ ...entry, details: { code: refusal } }),
    );
  }
  return refusal;
};

/** The roles of staff go too, each on record. */
const refusalOf = async (
  tx: WriteStores,
  accountId: string,
  act: { readonly actorId: string | null; readonly at: EpochMs },
): Promise<ErasureRefusal | null> => {
  if ((await tx.of(legalHoldStore).of(accountId)) !== null) return "LEGAL_HOLD";
  const done = await updateStaffRoles(tx, accountId, () => [], act);
  return done?.ok === false ? "LAST_ADMINISTRATOR" : null;
};

type RowParts = Pick<EraseParts, "tables" | "erased" | "at">;

/** Everything that stands in rows, and which files are to go after them. */
const eraseRows = async (tx: WriteStores, accountId: string, { tables, erased, at }: RowParts): Promise<void> => {
  const account = await tx.of(accountStore).byId(accountId);
  if (account === null) throw new Error(`no account ${accountId}`);
  const called = await tx.of(subjectRequestStore).strings(subjectOf(account));
  const digests = new Set<string>();
  let rows = 0;
  for await (const table of tx.of(personRowStore).rows(tables, subjectOf(account))) {
    rows += table.rows.length;
    for (const { sha256, name } of table.rows) {
      if (typeof sha256 !== "string") continue;
      digests.add(sha256);
      // Its name stands in the entry that it came with.
      if (typeof name === "string") called.push(name);
    }
  }
  const subject = subjectOf(account, called);
  for (const erase of erased) await erase(tx, subject, at);
  await tx.of(personRowStore).erase(tables, subject);
  await tx.of(erasureStore).keepFiles(accountId, [...digests]);
  const details = { rows, files: digests.size };
  await tx.of(auditStore).append({ actorId: null, action: "subject.erase", objectId: accountId, details, at });
};

/** What comes after the rows: it may be done again. */
export const finishErasure = async (accountIds: readonly string[], parts: EraseParts): Promise<void> => {
  const { db, tables, blobUrl, erasuresFile, at, progress } = parts;
  const room = await openFileRoom(blobUrl);
  for (const accountId of accountIds) {
    const { begunAt = at, files = null } = (await db.read.of(erasureStore).of(accountId)) ?? {};
    await writeErasure(erasuresFile, { accountId, at: begunAt });
    progress("files");
    await clearContents({ db, room }, files ?? []);
    await db.transaction("subject.files", (tx) => tx.of(erasureStore).keepFiles(accountId, null));
  }
  progress("what is left in the database");
  const held = tables.filter((table) => personOf(table) !== "NOBODY").map(({ options }) => options.name);
  await db.compact([...held, SEARCH_INDEX]);
  await db.transaction("subject.end", async (tx) => {
    for (const accountId of accountIds) await tx.of(erasureStore).end(accountId, at);
  });
};

/** In what was restored: whoever was erased since the backup is erased again. Answers who was, for `finishErasure`. */
export const eraseAgain = async (
  tx: WriteStores,
  accountIds: readonly string[],
  parts: RowParts,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const accountId of accountIds) {
    if ((await tx.of(accountStore).byId(accountId)) === null) continue;
    if (!(await tx.of(erasureStore).begin(accountId, parts.at))) continue;
    await eraseRows(tx, accountId, parts);
    found.push(accountId);
  }
  return found;
};
