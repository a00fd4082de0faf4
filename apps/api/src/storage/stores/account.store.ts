/** Accounts by (issuer, subject) (R49–R54; reliability.md 5.7): an address is a display attribute, never a key. */
import type { Account, AccountKind, EpochMs, Profile, StaffRole } from "@accord/domain";

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

export interface AccountReads {
  byId(id: string): Promise<Account | null>;
  /** In no order; ids that do not exist are left out. */
  byIds(ids: readonly string[]): Promise<Account[]>;
  byIdentity(issuer: string, subject: string): Promise<Account | null>;
  list(filter: AccountFilter): Promise<Account[]>;
}

export interface AccountWrites extends AccountReads {
  /** Makes the account at its first sign-in; refreshes kind, name and address at later ones. Profile and roles stay. */
  upsertFromIdentity(facts: IdentityFacts, at: EpochMs): Promise<{ account: Account; isNew: boolean }>;
  /** False when the account does not exist. */
  saveProfile(accountId: string, profile: Profile, at: EpochMs): Promise<boolean>;
  /** Replaces the roles; false when the account does not exist. */
  setRoles(accountId: string, roles: readonly StaffRole[], at: EpochMs): Promise<boolean>;
}
