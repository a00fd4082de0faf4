/** An account as SQL tells it, for every statement that joins one. */
import { type Account, comparableEmail, type StaffRole } from "@accord/domain";
import { combine, compute, omit, type RowIn } from "../../../kernel/db/row-shape.js";
import { type Condition, foldedText, holdsEvery, isLike } from "../../../kernel/db/search-sql.js";
import { accountTable } from "./account.table.js";

/** Of the table alias `a`. */
export const ACCOUNT = combine(
  omit(accountTable, ["nameFolded", "emailFolded", "updatedAt"], "a"),
  compute<{ readonly roles: string | null }>({
    roles: "(SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id)",
  }),
);

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

export const toAccount = ({
  roles,
  nameSource,
  country,
  timeZone,
  language,
  phone,
  preferredContactMethod,
  ...row
}: RowIn<typeof ACCOUNT>): Account => ({
  ...row,
  nameSource: nameSource ?? "STATED",
  roles: roles === null ? [] : (roles.split(",").sort() as StaffRole[]),
  profile:
    country === null || timeZone === null || language === null || preferredContactMethod === null
      ? null
      : { country, timeZone, language, phone, preferredContactMethod },
});
