/** Who signs in: personal, work or partner account (R49). Staff is a role, not a kind (docs/glossary.md). */
import type { EpochMs, TimeZoneName } from "../shared/calendar.js";

export const ACCOUNT_KINDS = ["PERSONAL", "WORK", "PARTNER"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const STAFF_ROLES = ["ENGINEER", "LEAD", "ADMINISTRATOR", "AUDITOR"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const LANGUAGES = ["en", "ro"] as const;
export type Language = (typeof LANGUAGES)[number];

export const CONTACT_METHODS = ["EMAIL", "PHONE"] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

/** Where the name comes from: told apart by the issuer, guessed from one string, or corrected by the person. */
export const NAME_SOURCES = ["STATED", "GUESSED", "OWN"] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

export interface Account {
  /** `acc_…` */
  readonly id: string;
  readonly kind: AccountKind;
  /** A guest of a directory: a work account of its own, whatever its home is. */
  readonly isGuest: boolean;
  readonly givenName: string;
  readonly familyName: string;
  /** The address the identity provider shows; never a key. */
  readonly email: string;
  /** True only when the provider asserts the address as owner-verified, or a one-time link proved it. */
  readonly isEmailProven: boolean;
  readonly nameSource: NameSource;
  /** The address the provider shows by now, while the proven one before it still holds; null: none. */
  readonly claimedEmail: string | null;
  readonly roles: readonly StaffRole[];
  readonly profile: Profile | null;
  readonly createdAt: EpochMs;
}

/** One-time profile: the defaults of later forms (R52-R54). */
export interface Profile {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly timeZone: TimeZoneName;
  readonly language: Language;
  /** E.164-like, or null. */
  readonly phone: string | null;
  readonly preferredContactMethod: ContactMethod;
}
