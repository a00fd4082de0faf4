/** What the kernel keeps of a person that no column tells: counters, answers to others, details of the record, messages (F83). */
import type { EpochMs } from "@accord/domain";
import { asList, isInList, type SqlValue } from "./db/sql.js";
import { type StoreKey, writesOnly } from "./db/storage-part.js";
import type { Subject } from "./db/subject.js";
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

export const kernelSubjectStore: StoreKey<object, Writes> = writesOnly(({ sql }) => ({
  forget: async ({ accountId, strings }) => {
    const about = `SELECT seq FROM audit WHERE object_id = ?`;
    await sql.run(`DELETE FROM audit_detail WHERE seq IN (${about})`, [accountId]);
    await sql.run(`DELETE FROM rate_counter WHERE key LIKE ?`, [`%${accountId}%`]);
    // Answers that others got under a key, and that name the person.
    for (const text of strings) {
      const within = JSON.stringify(text.toLowerCase()).slice(1, -1);
      const params: SqlValue[] = [within];
      const where =
        sql.dialect === "sqlite" ? "instr(lower(reply), ?) > 0" : "position(CAST(? AS text) in lower(reply)) > 0";
      await sql.run(`DELETE FROM idempotency WHERE ${where}`, params);
    }
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
