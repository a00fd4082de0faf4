/** Personal access tokens: prefix and 256 bits for the bearer, only a hash here; scopes and an end (reliability.md, 5.7). */
import type { Account, EpochMs } from "@accord/domain";

export interface AccessToken {
  /** `tok_…` */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export interface TokenReads {
  /** Revoked and expired ones are returned too: the caller judges. */
  byHash(tokenHash: string): Promise<{ token: AccessToken; account: Account } | null>;
  list(accountId: string): Promise<AccessToken[]>;
}

export interface TokenWrites extends TokenReads {
  create(token: AccessToken & { readonly tokenHash: string }): Promise<void>;
  touch(id: string, at: EpochMs): Promise<void>;
  /** False when unknown or revoked before. */
  revoke(id: string, at: EpochMs): Promise<boolean>;
}
