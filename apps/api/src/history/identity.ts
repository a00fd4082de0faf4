/** Names that were guessed, addresses claimed since, and stored addresses in their one form. By hand; frozen: a later change is a later migration. */
import { comparableEmail } from "@accord/domain";
import type { QueryRunner } from "typeorm";

/** The column stands on a line of its own, as in the first migration. */
export const IDENTITY: readonly string[] = [`"name_source" text`, `"claimed_email" text`].map(
  (column) => `ALTER TABLE "account" ADD COLUMN\n    ${column}`,
);

/** Where an address is compared: its table, the key of a row, the column that is compared. */
const ADDRESSES: readonly (readonly [table: string, key: string, column: string])[] = [
  ["account", "id", "email_folded"],
  ["account", "id", "email"],
  ["request_contact", "id", "email"],
  ["agreement_recipient", "plan_id", "email_folded"],
  ["address_confirmation", "id", "email"],
];
/** A request names an address once: where both forms stand, both stay. */
const IS_FREE = `NOT EXISTS (SELECT 1 FROM "request_contact" b WHERE b."request_id" = "request_contact"."request_id"
  AND b."email" = $1 AND b."removed_at" IS NULL AND b."id" <> "request_contact"."id")`;

interface Row {
  readonly id: string;
  readonly email: string;
}

/** Brings addresses with letters beyond ASCII to the form in which they are compared; `hasLetters` is the engine's word for those. */
export const normaliseAddresses = async (
  runner: QueryRunner,
  hasLetters: (column: string) => string,
): Promise<void> => {
  for (const [table, key, column] of ADDRESSES) {
    const text = `SELECT "${key}" AS "id", "${column}" AS "email" FROM "${table}" WHERE ${hasLetters(`"${column}"`)}`;
    for (const { id, email } of (await runner.query(text)) as Row[]) {
      const guard = table === "request_contact" ? ` AND ${IS_FREE}` : "";
      // In the order of their first appearance: SQLite binds by that, PostgreSQL by number.
      await runner.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "${key}" = $2${guard}`, [
        comparableEmail(email),
        id,
      ]);
    }
  }
};
