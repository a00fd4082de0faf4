/** Accounts by (issuer, subject) (R49–R54): an address is a display attribute, never a key. */

import {
  type Account,
  type AccountKind,
  comparableEmail,
  type EpochMs,
  foldedUnlessPlain,
  followClaim,
  type PersonName,
  type Profile,
  type StaffRole,
} from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { omit, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertRow, selectRows, updateRows } from "../../../kernel/db/rows.js";
import { rowsById } from "../../../kernel/db/rows-by-id.js";
import { asList, first, isInList, type Sql, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { accountTable } from "./account.table.js";
import { accountIdentityTable } from "./account-identity.table.js";
import { accountRoleTable } from "./account-role.table.js";
import { ACCOUNT, personFoundBy, toAccount } from "./account-row.js";

/** What an identity provider said at a sign-in. */
export interface IdentityFacts {
  readonly issuer: string;
  readonly subject: string;
  readonly kind: AccountKind;
  readonly isGuest: boolean;
  readonly email: string;
  readonly isEmailProven: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly isNameStated: boolean;
}

export interface AccountFilter {
  /** Compared without regard to case. */
  readonly email?: string;
  readonly kind?: AccountKind;
  readonly role?: StaffRole;
  /** At most this many, by id; default 100. */
  readonly first?: number;
  readonly after?: string | null;
}

export interface AccountPageFilter {
  readonly text?: string | null;
  readonly kind?: AccountKind | null;
  readonly role?: StaffRole | null;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface AccountReads {
  byId(id: string): Promise<Account | null>;
  /** In no order; ids that do not exist are left out. */
  byIds(ids: readonly string[]): Promise<Account[]>;
  byIdentity(issuer: string, subject: string): Promise<Account | null>;
  list(filter: AccountFilter): Promise<Account[]>;
  /** By id, newest first; `text` is a part of name or address. */
  page(filter: AccountPageFilter, page: PageRequest): Promise<Page<Account>>;
  count(filter: AccountPageFilter): Promise<number>;
  /** What the account signs in as. */
  identitiesOf(accountId: string): Promise<Identity[]>;
}

export interface AccountWrites extends AccountReads {
  /**
   * Makes the account at its first sign-in; refreshes kind, name and address at later ones. Profile, roles, a name the person
   * corrected and a proof of this very address stay; an address that is not proven does not replace one that is.
   * `before` is null for a new account.
   */
  upsertFromIdentity(facts: IdentityFacts, at: EpochMs): Promise<{ account: Account; before: Account | null }>;
  /** Replaces a name that was guessed, for good; false when the account does not exist. */
  saveOwnName(accountId: string, name: PersonName, at: EpochMs): Promise<boolean>;
  /** False when the account does not exist. */
  saveProfile(accountId: string, profile: Profile, at: EpochMs): Promise<boolean>;
  /** How many accounts have the role, which nobody else gives or takes until the unit ends. */
  countWithRoleForChange(role: StaffRole): Promise<number>;
  /** Replaces the roles; false when the account does not exist. */
  setRoles(accountId: string, roles: readonly StaffRole[], at: EpochMs): Promise<boolean>;
}

const foldedName = ({ givenName, familyName }: PersonName): string | null =>
  foldedUnlessPlain(`${givenName} ${familyName}`);

/** Any number, the same in every process: who holds it may give and take roles (PostgreSQL). */
const ROLES_LOCK = 7_305_614_022;

const IDENTITY = pick(accountIdentityTable, ["issuer", "subject"]);
/** What its owner fills in; the rest is of the identity provider. */
const PROFILE = ["country", "timeZone", "language", "phone", "preferredContactMethod"] as const;
const OWN_PROFILE = pick(accountTable, [...PROFILE, "updatedAt"]);
const SIGNED_IN = omit(accountTable, [...PROFILE, "id", "createdAt"]);
const NEW_ACCOUNT = omit(accountTable, PROFILE);

const BY_IDENTITY = `FROM account_identity i JOIN account a ON a.id = i.account_id WHERE i.issuer = ? AND i.subject = ?`;

const accounts = async (sql: Sql, rest: string, params: readonly SqlValue[]): Promise<Account[]> =>
  (await selectRows(sql, ACCOUNT, rest, params)).map(toAccount);

export const createAccountReads = ({ sql }: StoreContext): AccountReads => ({
  byId: async (id) => (await accounts(sql, "FROM account a WHERE a.id = ?", [id]))[0] ?? null,
  byIds: (ids) => accounts(sql, `FROM account a WHERE ${isInList(sql.dialect, "a.id")}`, [asList(ids)]),
  byIdentity: async (issuer, subject) => (await accounts(sql, BY_IDENTITY, [issuer, subject]))[0] ?? null,
  list: async ({ email, kind, role, first: limit = 100, after = null }) => {
    const wanted: string[] = ["a.id > ?"];
    const params: SqlValue[] = [after ?? ""];
    if (email !== undefined) {
      wanted.push("a.email_folded = ?");
      params.push(comparableEmail(email));
    }
    if (kind !== undefined) {
      wanted.push("a.kind = ?");
      params.push(kind);
    }
    if (role !== undefined) {
      wanted.push("EXISTS (SELECT 1 FROM account_role w WHERE w.account_id = a.id AND w.role = ?)");
      params.push(role);
    }
    return accounts(sql, `FROM account a WHERE ${wanted.join(" AND ")} ORDER BY a.id LIMIT ?`, [...params, limit]);
  },
  page: async (filter, page) => {
    const [text, params] = pageConditions(filter);
    const walk = walkBy("a.id", "DESC", page);
    const rest = `FROM account a WHERE ${walk.where} ${text} ORDER BY a.id ${walk.direction} LIMIT ?`;
    return pageOf(await accounts(sql, rest, [...walk.params, ...params, page.first + 1]), page.first);
  },
  count: async (filter) => {
    const [text, params] = pageConditions(filter);
    const row = await first<{ found: number }>(
      sql,
      `SELECT count(*) AS found FROM account a WHERE 1 = 1 ${text}`,
      params,
    );
    return Number(row?.found ?? 0);
  },
  identitiesOf: (accountId) =>
    selectRows(sql, IDENTITY, "FROM account_identity WHERE account_id = ? ORDER BY issuer, subject", [accountId]),
});

const pageConditions = ({ text, kind, role }: AccountPageFilter): [text: string, params: SqlValue[]] => {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  if (text) {
    const found = personFoundBy(text);
    parts.push(`AND (${found.text} OR a.id = ?)`);
    params.push(...found.params, text.trim());
  }
  if (kind) {
    parts.push("AND a.kind = ?");
    params.push(kind);
  }
  if (role) {
    parts.push("AND EXISTS (SELECT 1 FROM account_role w WHERE w.account_id = a.id AND w.role = ?)");
    params.push(role);
  }
  return [parts.join(" "), params];
};

/** Whether a link mailed to this address was used by the account: that proof outlives a sign-in without one. */
const hasConfirmed = async (sql: Sql, accountId: string, email: string): Promise<boolean> => {
  const text = `SELECT 1 AS found FROM address_confirmation WHERE account_id = ? AND email = ? AND used_at IS NOT NULL`;
  return (await first(sql, text, [accountId, comparableEmail(email)])) !== null;
};

export const createAccountWrites = (context: WriteContext): AccountWrites => {
  const { sql } = context;
  const reads = createAccountReads(context);
  const reread = async (id: string): Promise<Account> => {
    const account = await reads.byId(id);
    if (account === null) throw new Error(`the account ${id} is gone within its own unit`);
    return account;
  };
  return {
    ...reads,
    upsertFromIdentity: async (facts, at) => {
      const known = await reads.byIdentity(facts.issuer, facts.subject);
      const isProven = facts.isEmailProven || (known !== null && (await hasConfirmed(sql, known.id, facts.email)));
      const address = followClaim(known, { email: facts.email, isProven });
      const isOwn = known?.nameSource === "OWN" && !facts.isNameStated;
      const name: PersonName = isOwn ? known : facts;
      const shown: RowIn<typeof SIGNED_IN> = {
        kind: facts.kind,
        isGuest: facts.isGuest,
        givenName: name.givenName,
        familyName: name.familyName,
        nameFolded: foldedName(name),
        nameSource: facts.isNameStated ? null : isOwn ? "OWN" : "GUESSED",
        email: address.email,
        emailFolded: comparableEmail(address.email),
        isEmailProven: address.isEmailProven,
        claimedEmail: address.claimedEmail,
        updatedAt: at,
      };
      if (known !== null) {
        await updateRows(sql, SIGNED_IN, shown, "id = ?", [known.id]);
        return { account: await reread(known.id), before: known };
      }
      const id = newId("acc", at);
      await insertRow(sql, NEW_ACCOUNT, { ...shown, id, createdAt: at });
      await insertRow(sql, accountIdentityTable, { issuer: facts.issuer, subject: facts.subject, accountId: id });
      return { account: await reread(id), before: null };
    },
    saveOwnName: async (accountId, name, at) =>
      (await sql.run(
        `UPDATE account SET given_name = ?, family_name = ?, name_folded = ?, name_source = 'OWN', updated_at = ? WHERE id = ?`,
        [name.givenName, name.familyName, foldedName(name), at, accountId],
      )) === 1,
    saveProfile: async (accountId, profile, at) =>
      (await updateRows(sql, OWN_PROFILE, { ...profile, updatedAt: at }, "id = ?", [accountId])) === 1,
    countWithRoleForChange: async (role) => {
      if (sql.dialect === "postgres") await sql.all(`SELECT pg_advisory_xact_lock(CAST(? AS bigint))`, [ROLES_LOCK]);
      const row = await first<{ found: number }>(sql, `SELECT count(*) AS found FROM account_role WHERE role = ?`, [
        role,
      ]);
      return Number(row?.found ?? 0);
    },
    setRoles: async (accountId, roles, at) => {
      if ((await sql.run(`UPDATE account SET updated_at = ? WHERE id = ?`, [at, accountId])) === 0) return false;
      await sql.run(`DELETE FROM account_role WHERE account_id = ?`, [accountId]);
      for (const role of new Set(roles)) await insertRow(sql, accountRoleTable, { accountId, role });
      return true;
    },
  };
};

export const accountStore: StoreKey<AccountReads, AccountWrites> = {
  reads: createAccountReads,
  writes: createAccountWrites,
};

export const accountChangeStore = rowsById(pick(accountTable, ["id", "updatedAt"]));
