/** Links that prove an account's own address (E9, A-10): only a SHA-256 of the token is kept, and a sealed copy until the mail is sent. */

import { type AddressConfirmation, comparableEmail, type EpochMs } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst } from "../../../kernel/db/rows.js";
import { first } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { addressConfirmationTable } from "./address-confirmation.table.js";

export interface NewConfirmation extends Pick<AddressConfirmation, "id" | "accountId" | "email"> {
  readonly tokenHash: string;
  readonly tokenToMail: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export interface AddressConfirmationReads {
  byId(id: string): Promise<AddressConfirmation | null>;
  byTokenHash(tokenHash: string): Promise<AddressConfirmation | null>;
  /** The token, while the mail is still to carry it; else null. */
  tokenOf(id: string): Promise<string | null>;
}

export interface AddressConfirmationWrites extends AddressConfirmationReads {
  /** The account's older links prove nothing from now on. */
  create(confirmation: NewConfirmation): Promise<void>;
  /** The account has proven the address and has it from now on; false when the link was used or ended meanwhile, or proves nothing any more. */
  use(confirmation: AddressConfirmation, at: EpochMs): Promise<boolean>;
  /** The mail with it is on its way: the token is kept no longer. */
  forgetToken(id: string): Promise<void>;
  /** No open link proves anything any more; returns how many there were. */
  endAll(at: EpochMs): Promise<number>;
  /** Tokens of links that have ended are kept no longer; returns how many. */
  forgetEndedTokens(now: EpochMs): Promise<number>;
}

const CONFIRMATION = omit(addressConfirmationTable, ["tokenHash", "sealedToken", "createdAt"]);
const NEW_CONFIRMATION = omit(addressConfirmationTable, ["endedAt", "usedAt"]);
const OPEN = "ended_at IS NULL AND used_at IS NULL";

export const createAddressConfirmationReads = ({ sql, cipher }: StoreContext): AddressConfirmationReads => ({
  byId: (id) => selectFirst(sql, CONFIRMATION, "FROM address_confirmation WHERE id = ?", [id]),
  byTokenHash: (tokenHash) =>
    selectFirst(sql, CONFIRMATION, "FROM address_confirmation WHERE token_hash = ?", [tokenHash]),
  tokenOf: async (id) => {
    const row = await first<{ sealed: string | null }>(
      sql,
      `SELECT sealed_token AS sealed FROM address_confirmation WHERE id = ?`,
      [id],
    );
    return row === null || row.sealed === null ? null : cipher.openText(row.sealed, id);
  },
});

export const createAddressConfirmationWrites = (context: WriteContext): AddressConfirmationWrites => {
  const { sql, cipher } = context;
  return {
    ...createAddressConfirmationReads(context),
    create: async (one) => {
      await sql.run(
        `UPDATE address_confirmation SET ended_at = ?, sealed_token = NULL WHERE account_id = ? AND ${OPEN}`,
        [one.createdAt, one.accountId],
      );
      await insertRow(sql, NEW_CONFIRMATION, { ...one, sealedToken: cipher.sealText(one.tokenToMail, one.id) });
    },
    use: async ({ id, accountId, email }, at) => {
      const proven = await sql.run(
        `UPDATE account SET email = ?, email_folded = ?, is_email_proven = 1, claimed_email = NULL, updated_at = ?
         WHERE id = ? AND (email_folded = ? OR claimed_email = ? OR email = '')
         AND EXISTS (SELECT 1 FROM address_confirmation WHERE id = ? AND ${OPEN} AND expires_at > ?)`,
        [email, comparableEmail(email), at, accountId, email, email, id, at],
      );
      if (proven === 0) return false;
      await sql.run(`UPDATE address_confirmation SET used_at = ?, sealed_token = NULL WHERE id = ?`, [at, id]);
      return true;
    },
    endAll: (at) => sql.run(`UPDATE address_confirmation SET ended_at = ?, sealed_token = NULL WHERE ${OPEN}`, [at]),
    forgetEndedTokens: (now) =>
      sql.run(
        `UPDATE address_confirmation SET sealed_token = NULL WHERE sealed_token IS NOT NULL AND expires_at <= ?`,
        [now],
      ),
    forgetToken: async (id) => {
      await sql.run(`UPDATE address_confirmation SET sealed_token = NULL WHERE id = ?`, [id]);
    },
  };
};

export const addressConfirmationStore: StoreKey<AddressConfirmationReads, AddressConfirmationWrites> = {
  reads: createAddressConfirmationReads,
  writes: createAddressConfirmationWrites,
};
