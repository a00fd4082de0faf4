/** What the sign-in needs of storage, as whole units of work: each one commits or leaves nothing. */
import type { Account, EpochMs, Identity, RequestDraft } from "@accord/domain";
import type { Scope } from "./access-token.js";
import type { SessionRecord } from "./sessions.js";

export interface TokenRecord {
  readonly id: string;
  readonly accountId: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly expiresAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export interface SignInUnit {
  readonly identity: Identity;
  readonly at: EpochMs;
  /** Session of the browser before: ended in the same unit. */
  readonly endedSessionHash: string | null;
  /** Makes the session of the account that the identity belongs to. */
  startSession(account: Account): SessionRecord;
  /** Hash of the one-use handle of a draft carried over, or null. */
  readonly handoverHash: string | null;
  /** The copy of the draft for the new account. */
  copyDraft(draft: RequestDraft, account: Account): RequestDraft;
}

export interface IdentityStore {
  partnerTenants(): Promise<ReadonlySet<string>>;
  session(tokenHash: string): Promise<SessionRecord | null>;
  touchSession(tokenHash: string, at: EpochMs): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  account(accountId: string): Promise<Account | null>;
  token(hash: string): Promise<TokenRecord | null>;
  touchToken(id: string, at: EpochMs): Promise<void>;
  /** Upserts the account by its key, binds contacts of a proven address, rotates the session, takes a draft over. */
  signIn(unit: SignInUnit): Promise<{ account: Account; draftId: string | null }>;
  /** Keeps a one-use handle for the account's draft; false when the account has no such draft. */
  offerDraft(offer: { handleHash: string; draftId: string; accountId: string; expiresAt: EpochMs; at: EpochMs }): Promise<boolean>;
  /** Counts `points` against the failed sign-ins of an address; 0 points only looks. */
  countFailedSignIn(address: string, points: number, at: EpochMs): Promise<{ allowed: boolean; retryAfterMs: number }>;
}
