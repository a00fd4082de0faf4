/** What the embedded provider keeps of a person, and an address that is none any more (F83). */
import type { EpochMs } from "@accord/domain";
import { type StoreKey, writesOnly } from "../../../kernel/db/storage-part.js";

interface Writes {
  forget(accountId: string, at: EpochMs): Promise<void>;
}

export const subjectIdentityStore: StoreKey<object, Writes> = writesOnly(({ sql }) => ({
  forget: async (accountId, at) => {
    const identities = await sql.all<{ subject: string }>(
      `SELECT DISTINCT subject FROM account_identity WHERE account_id = ?`,
      [accountId],
    );
    // Another account of the same person at the provider keeps its records until it signs in again: they know no account of ours.
    for (const { subject } of identities)
      await sql.run(`DELETE FROM oidc_model WHERE payload LIKE ? OR id = ?`, [`%${JSON.stringify(subject)}%`, subject]);
    await sql.run(`UPDATE account SET is_email_proven = 0, updated_at = ? WHERE id = ?`, [at, accountId]);
  },
}));
