/** An account as SQL tells it, for every statement that joins one. */
import {
  type Account,
  type AccountKind,
  type ContactMethod,
  comparableEmail,
  type EpochMs,
  type Language,
  type NameSource,
  type StaffRole,
} from "@accord/domain";
import { type Condition, foldedText, holdsEvery, isLike } from "../../../kernel/db/search-sql.js";
import type { Columns } from "../../../kernel/db/sql.js";

export interface AccountSqlRow {
  readonly id: string;
  readonly kind: AccountKind;
  readonly isGuest: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly isEmailProven: number;
  readonly nameSource: NameSource | null;
  readonly claimedEmail: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly language: Language | null;
  readonly phone: string | null;
  readonly preferredContactMethod: ContactMethod | null;
  readonly createdAt: EpochMs;
  readonly roles: string | null;
}

/** Of the table alias `a`. */
export const ACCOUNT: Columns<AccountSqlRow> = {
  id: "a.id",
  kind: "a.kind",
  isGuest: "a.is_guest",
  givenName: "a.given_name",
  familyName: "a.family_name",
  email: "a.email",
  isEmailProven: "a.is_email_proven",
  nameSource: "a.name_source",
  claimedEmail: "a.claimed_email",
  country: "a.country",
  timeZone: "a.time_zone",
  language: "a.language",
  phone: "a.phone",
  preferredContactMethod: "a.preferred_contact_method",
  createdAt: "a.created_at",
  roles: "(SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id)",
};

const NAME = foldedText("a.name_folded", "a.given_name || ' ' || a.family_name");
const PERSON: readonly string[] = [isLike("a.email_folded"), isLike(NAME)];

/** `a` is found by parts of name and address, or by a whole address in any of its forms. */
export const personFoundBy = (search: string): Condition =>
  orAddress(holdsEvery(search, PERSON), "a.email_folded", search);

/** `found`, or the address that `search` is. */
export const orAddress = (found: Condition | null, column: string, search: string): Condition => ({
  text: found === null ? `${column} = ?` : `(${found.text} OR ${column} = ?)`,
  params: [...(found?.params ?? []), comparableEmail(search)],
});

export const toAccount = (row: AccountSqlRow): Account => ({
  id: row.id,
  kind: row.kind,
  isGuest: row.isGuest === 1,
  givenName: row.givenName,
  familyName: row.familyName,
  email: row.email,
  isEmailProven: row.isEmailProven === 1,
  nameSource: row.nameSource ?? "STATED",
  claimedEmail: row.claimedEmail,
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
