/** Contacts whose address does not take our mail (E24). */

import type { RowOf } from "../../../kernel/db/columns.js";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectRows } from "../../../kernel/db/rows.js";
import { asList, first, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { mailTroubleTable } from "./mail-trouble.table.js";

export type MailTrouble = RowOf<typeof mailTroubleTable>;
export type MailTroubleReason = MailTrouble["reason"];

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

const TROUBLE = omit(mailTroubleTable, [], "t");

export const createMailTroubleReads = ({ sql }: StoreContext): MailTroubleReads => ({
  requestOf: async (contactId) => {
    const text = `SELECT request_id AS "requestId" FROM request_contact WHERE id = ? AND removed_at IS NULL`;
    return (await first<{ requestId: string }>(sql, text, [contactId]))?.requestId ?? null;
  },
  ofRequests: async (requestIds) => {
    const rest = `FROM mail_trouble t JOIN request_contact c ON c.id = t.contact_id AND c.removed_at IS NULL
      WHERE ${isInList(sql.dialect, "t.request_id")} ORDER BY t.at, t.contact_id`;
    return selectRows(sql, TROUBLE, rest, [asList(requestIds)]);
  },
});

export const createMailTroubleWrites = (context: WriteContext): MailTroubleWrites => ({
  ...createMailTroubleReads(context),
  add: async (trouble) => (await insertRow(context.sql, mailTroubleTable, trouble, "ON CONFLICT DO NOTHING")) === 1,
});

export const mailTroubleStore: StoreKey<MailTroubleReads, MailTroubleWrites> = {
  reads: createMailTroubleReads,
  writes: createMailTroubleWrites,
};
