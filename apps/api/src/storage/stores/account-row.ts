/** An account as SQL tells it, for every statement that joins one. */
import type { Account, AccountKind, ContactMethod, EpochMs, Language, StaffRole } from "@accord/domain";

export interface AccountSqlRow {
  readonly id: string;
  readonly kind: AccountKind;
  readonly isGuest: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly isEmailProven: number;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly language: Language | null;
  readonly phone: string | null;
  readonly preferredContactMethod: ContactMethod | null;
  readonly createdAt: EpochMs;
  readonly roles: string | null;
}

/** Of the table alias `a`. */
export const ACCOUNT_COLUMNS = `a.id, a.kind, a.is_guest AS "isGuest", a.given_name AS "givenName", a.family_name AS "familyName",
  a.email, a.is_email_proven AS "isEmailProven", a.country, a.time_zone AS "timeZone", a.language, a.phone,
  a.preferred_contact_method AS "preferredContactMethod", a.created_at AS "createdAt",
  (SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id) AS roles`;

export const toAccount = (row: AccountSqlRow): Account => ({
  id: row.id,
  kind: row.kind,
  isGuest: row.isGuest === 1,
  givenName: row.givenName,
  familyName: row.familyName,
  email: row.email,
  isEmailProven: row.isEmailProven === 1,
  roles: row.roles === null ? [] : (row.roles.split(",").sort() as StaffRole[]),
  profile:
    row.country === null || row.timeZone === null || row.language === null || row.preferredContactMethod === null
      ? null
      : {
          country: row.country,
          timeZone: row.timeZone,
          language: row.language,
          phone: row.phone,
          preferredContactMethod: row.preferredContactMethod,
        },
  createdAt: row.createdAt,
});
