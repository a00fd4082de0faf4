/** What the kernel keeps of a person that no column tells: counters, answers to others, details of the record, messages (F83). */
import type { EpochMs } from "@accord/domain";
import { pick } from "./db/row-shape.js";
import { selectRows, updateRows } from "./db/rows.js";
import { asList, isInList, type TransactionSql } from "./db/sql.js";
import { type StoreKey, writesOnly } from "./db/storage-part.js";
import { type Subject, strikerOf } from "./db/subject.js";
import { idempotencyTable } from "./graphql/idempotency.table.js";
import { CONFIRMATION_KIND, WAITING } from "./jobs/outbox.store.js";

interface Writes {
  forget(subject: Subject): Promise<void>;
  /** Messages to these contacts of these requests: those that wait never leave, and no address can be told from the others. */
  forgetMessages(recipientIds: readonly string[], requestIds: readonly string[], at: EpochMs): Promise<void>;
}

interface Sent {
  readonly id: string;
  readonly payload: string;
  readonly hash: string | null;
}
const SENT = `SELECT id, payload, recipient_hash AS hash FROM outbox WHERE`;

/** Whether the payload, as it stands in the row, names one of them. */
const namesOne =
  (ids: readonly string[]) =>
  ({ payload }: Sent): boolean =>
    ids.some((id) => payload.includes(`"${id}"`));

const REPLY = pick(idempotencyTable, ["principalId", "operation", "key", "reply"]);
const STRUCK_REPLY = pick(idempotencyTable, ["reply"]);
const AT_ONCE = 500;

/** What others got under a key stays, so that nothing is done twice; the person is struck out of it. No engine folds every letter's case. */
const strikeReplies = async (sql: TransactionSql, subject: Pick<Subject, "accountId" | "strings">): Promise<void> => {
  // As they stand in JSON.
  const strike = strikerOf({ strings: subject.strings.map((text) => JSON.stringify(text).slice(1, -1)) });
  for (let after = ["", "", ""]; ; ) {
    const rest = `FROM idempotency WHERE principal_id <> ? AND reply IS NOT NULL
      AND (principal_id, operation, key) > (?, ?, ?) ORDER BY principal_id, operation, key LIMIT ${AT_ONCE}`;
    const rows = await selectRows(sql, REPLY, rest, [subject.accountId, ...after]);
    for (const { principalId, operation, key, reply } of rows) {
      const struck = strike(reply ?? "");
      if (struck === reply) continue;
      const where = "principal_id = ? AND operation = ? AND key = ?";
      await updateRows(sql, STRUCK_REPLY, { reply: struck }, where, [principalId, operation, key]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = [last.principalId, last.operation, last.key];
  }
};

export const kernelSubjectStore: StoreKey<object, Writes> = writesOnly(({ sql }) => ({
  forget: async ({ accountId, strings }) => {
    const about = `SELECT seq FROM audit WHERE object_id = ?`;
    await sql.run(`DELETE FROM audit_detail WHERE seq IN (${about})`, [accountId]);
    await sql.run(`DELETE FROM rate_counter WHERE key LIKE ?`, [`%${accountId}%`]);
    await strikeReplies(sql, { accountId, strings });
  },
  forgetMessages: async (recipientIds, requestIds, at) => {
    const isTheirs = namesOne(recipientIds);
    const keys = requestIds.map((id) => `${CONFIRMATION_KIND}:${id}`);
    const confirmed = await sql.all<Sent>(`${SENT} ${isInList(sql.dialect, "dedupe_key")}`, [asList(keys)]);
    const waiting = await sql.all<Sent>(`${SENT} ${WAITING}`, []);
    const hashes = [...confirmed, ...waiting].filter(isTheirs).flatMap(({ hash }) => (hash === null ? [] : [hash]));
    const gone = waiting.filter(isTheirs).map(({ id }) => id);
    await sql.run(
      `UPDATE outbox SET sent_at = ?, unsent_because = 'RECIPIENT_GONE' WHERE ${isInList(sql.dialect, "id")}`,
      [at, asList(gone)],
    );
    await sql.run(`UPDATE outbox SET recipient_hash = NULL WHERE ${isInList(sql.dialect, "recipient_hash")}`, [
      asList([...new Set(hashes)]),
    ]);
  },
}));
