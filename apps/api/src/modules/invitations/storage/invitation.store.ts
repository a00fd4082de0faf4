/** Invitations to requests (G5): only a SHA-256 of the token is kept, and a sealed copy until the mail with it is sent. */

import type { EpochMs, Invitation } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { asList, first, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { invitationTable } from "./invitation.table.js";

export interface NewInvitation extends Pick<Invitation, "id" | "requestId" | "contactId" | "inviterId"> {
  readonly tokenHash: string;
  /** The token, where a mail is to carry it. */
  readonly tokenToMail: string | null;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export interface InvitationReads {
  byId(id: string): Promise<Invitation | null>;
  byTokenHash(tokenHash: string): Promise<Invitation | null>;
  /** All ever made for the contacts of these requests, oldest first. */
  ofRequests(requestIds: readonly string[]): Promise<Invitation[]>;
  /** Those the contact's own confirmation mail carried, latest last. */
  mailedToContact(contactId: string): Promise<Invitation[]>;
  /** The token, while a mail is still to carry it; else null. */
  tokenOf(id: string): Promise<string | null>;
}

export interface InvitationWrites extends InvitationReads {
  /** The contact's older links open nothing from now on. */
  create(invitation: NewInvitation): Promise<void>;
  /** False when it was used or ended meanwhile. */
  use(id: string, accountId: string, at: EpochMs): Promise<boolean>;
  /** The contact's links open nothing any more. */
  endOfContact(contactId: string, at: EpochMs): Promise<void>;
  /** No open link opens anything any more; returns how many there were. */
  endAll(at: EpochMs): Promise<number>;
  /** The mail with it is on its way: the token is kept no longer. */
  forgetToken(id: string): Promise<void>;
  /** Tokens of links that have ended are kept no longer; returns how many. */
  forgetEndedTokens(now: EpochMs): Promise<number>;
}

const INVITATION = omit(invitationTable, ["tokenHash", "sealedToken"]);
const NEW_INVITATION = omit(invitationTable, ["endedAt", "usedAt", "usedBy"]);
const OPEN = "ended_at IS NULL AND used_at IS NULL";

export const createInvitationReads = ({ sql, cipher }: StoreContext): InvitationReads => ({
  byId: (id) => selectFirst(sql, INVITATION, "FROM invitation WHERE id = ?", [id]),
  byTokenHash: (tokenHash) => selectFirst(sql, INVITATION, "FROM invitation WHERE token_hash = ?", [tokenHash]),
  ofRequests: (requestIds) =>
    selectRows(sql, INVITATION, `FROM invitation WHERE ${isInList(sql.dialect, "request_id")} ORDER BY id`, [
      asList(requestIds),
    ]),
  mailedToContact: (contactId) =>
    selectRows(sql, INVITATION, "FROM invitation WHERE contact_id = ? AND inviter_id IS NULL ORDER BY id", [contactId]),
  tokenOf: async (id) => {
    const row = await first<{ sealed: string | null }>(
      sql,
      `SELECT sealed_token AS sealed FROM invitation WHERE id = ?`,
      [id],
    );
    return row === null || row.sealed === null ? null : cipher.openText(row.sealed, id);
  },
});

export const createInvitationWrites = (context: WriteContext): InvitationWrites => {
  const { sql, cipher } = context;
  const endOfContact = async (contactId: string, at: EpochMs): Promise<void> => {
    await sql.run(`UPDATE invitation SET ended_at = ?, sealed_token = NULL WHERE contact_id = ? AND ${OPEN}`, [
      at,
      contactId,
    ]);
  };
  return {
    ...createInvitationReads(context),
    create: async (one) => {
      await endOfContact(one.contactId, one.createdAt);
      const sealedToken = one.tokenToMail === null ? null : cipher.sealText(one.tokenToMail, one.id);
      const sentAt = sealedToken === null ? null : one.createdAt;
      await insertRow(sql, NEW_INVITATION, { ...one, sealedToken, sentAt });
    },
    use: async (id, accountId, at) =>
      (await sql.run(
        `UPDATE invitation SET used_at = ?, used_by = ?, sealed_token = NULL WHERE id = ? AND ${OPEN} AND expires_at > ?`,
        [at, accountId, id, at],
      )) === 1,
    endOfContact,
    endAll: (at) => sql.run(`UPDATE invitation SET ended_at = ?, sealed_token = NULL WHERE ${OPEN}`, [at]),
    forgetEndedTokens: (now) =>
      sql.run(`UPDATE invitation SET sealed_token = NULL WHERE sealed_token IS NOT NULL AND expires_at <= ?`, [now]),
    forgetToken: async (id) => {
      await sql.run(`UPDATE invitation SET sealed_token = NULL WHERE id = ?`, [id]);
    },
  };
};

export const invitationStore: StoreKey<InvitationReads, InvitationWrites> = {
  reads: createInvitationReads,
  writes: createInvitationWrites,
};
