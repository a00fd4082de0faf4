/** Invitations to requests (G5): only a SHA-256 of the token is kept, and a sealed copy until the mail with it is sent. */
import type { EpochMs, Invitation } from "@accord/domain";
import { asList, type Columns, first, isInList, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

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
  /** The mail with it is on its way: the token is kept no longer. */
  forgetToken(id: string): Promise<void>;
  /** Tokens of links that have ended are kept no longer; returns how many. */
  forgetEndedTokens(now: EpochMs): Promise<number>;
}

const INVITATION: Columns<Invitation> = {
  id: "id",
  requestId: "request_id",
  contactId: "contact_id",
  inviterId: "inviter_id",
  createdAt: "created_at",
  sentAt: "sent_at",
  expiresAt: "expires_at",
  endedAt: "ended_at",
  usedAt: "used_at",
  usedBy: "used_by",
};
const OPEN = "ended_at IS NULL AND used_at IS NULL";

export const createInvitationReads = ({ sql, cipher }: StoreContext): InvitationReads => ({
  byId: async (id) => (await select(sql, INVITATION, "FROM invitation WHERE id = ?", [id]))[0] ?? null,
  byTokenHash: async (tokenHash) =>
    (await select(sql, INVITATION, "FROM invitation WHERE token_hash = ?", [tokenHash]))[0] ?? null,
  ofRequests: (requestIds) =>
    select(sql, INVITATION, `FROM invitation WHERE ${isInList(sql.dialect, "request_id")} ORDER BY id`, [
      asList(requestIds),
    ]),
  mailedToContact: (contactId) =>
    select(sql, INVITATION, "FROM invitation WHERE contact_id = ? AND inviter_id IS NULL ORDER BY id", [contactId]),
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
      const sealed = one.tokenToMail === null ? null : cipher.sealText(one.tokenToMail, one.id);
      await sql.run(
        `INSERT INTO invitation (id, request_id, contact_id, inviter_id, token_hash, sealed_token, created_at, sent_at, expires_at)
         VALUES ${placeholders(1, 9)}`,
        [
          one.id,
          one.requestId,
          one.contactId,
          one.inviterId,
          one.tokenHash,
          sealed,
          one.createdAt,
          sealed === null ? null : one.createdAt,
          one.expiresAt,
        ],
      );
    },
    use: async (id, accountId, at) =>
      (await sql.run(
        `UPDATE invitation SET used_at = ?, used_by = ?, sealed_token = NULL WHERE id = ? AND ${OPEN} AND expires_at > ?`,
        [at, accountId, id, at],
      )) === 1,
    endOfContact,
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
