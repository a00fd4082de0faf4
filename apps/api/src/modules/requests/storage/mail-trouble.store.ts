/** Contacts whose address does not take our mail (E24). */
import type { EpochMs } from "@accord/domain";
import { asList, first, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

/** `REFUSED`: the mail server said no at once; `BOUNCED`: the mail came back later. */
export type MailTroubleReason = "REFUSED" | "BOUNCED";

export interface MailTrouble {
  readonly contactId: string;
  readonly requestId: string;
  readonly reason: MailTroubleReason;
  readonly at: EpochMs;
}

export interface MailTroubleReads {
  /** The request of a contact in force; null when there is no such contact any more. */
  requestOf(contactId: string): Promise<string | null>;
  /** Of contacts in force, oldest first. */
  ofRequests(requestIds: readonly string[]): Promise<MailTrouble[]>;
}

export interface MailTroubleWrites extends MailTroubleReads {
  /** False when the contact's trouble is known already. */
  add(trouble: MailTrouble): Promise<boolean>;
}

export const createMailTroubleReads = ({ sql }: StoreContext): MailTroubleReads => ({
  requestOf: async (contactId) => {
    const text = `SELECT request_id AS "requestId" FROM request_contact WHERE id = ? AND removed_at IS NULL`;
    return (await first<{ requestId: string }>(sql, text, [contactId]))?.requestId ?? null;
  },
  ofRequests: async (requestIds) => {
    const text = `SELECT t.contact_id AS "contactId", t.request_id AS "requestId", t.reason AS reason, t.at AS at
      FROM mail_trouble t JOIN request_contact c ON c.id = t.contact_id AND c.removed_at IS NULL
      WHERE ${isInList(sql.dialect, "t.request_id")} ORDER BY t.at, t.contact_id`;
    return sql.all<MailTrouble>(text, [asList(requestIds)]);
  },
});

export const createMailTroubleWrites = (context: WriteContext): MailTroubleWrites => ({
  ...createMailTroubleReads(context),
  add: async ({ contactId, requestId, reason, at }) =>
    (await context.sql.run(
      `INSERT INTO mail_trouble (contact_id, request_id, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [contactId, requestId, reason, at],
    )) === 1,
});

export const mailTroubleStore: StoreKey<MailTroubleReads, MailTroubleWrites> = {
  reads: createMailTroubleReads,
  writes: createMailTroubleWrites,
};
