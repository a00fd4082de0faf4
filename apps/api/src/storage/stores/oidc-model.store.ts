/** What the embedded identity provider keeps (its adapter contract: find, upsert, consume, destroy, revokeByGrantId). */
import type { EpochMs } from "@accord/domain";

export interface OidcModel {
  /** e.g. `Session`, `AuthorizationCode`. */
  readonly model: string;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly grantId: string | null;
  readonly userCode: string | null;
  readonly uid: string | null;
  /** Null: never. */
  readonly expiresAt: EpochMs | null;
  readonly consumedAt: EpochMs | null;
}

export interface OidcModelReads {
  find(model: string, id: string): Promise<OidcModel | null>;
  findByUid(model: string, uid: string): Promise<OidcModel | null>;
  findByUserCode(model: string, userCode: string): Promise<OidcModel | null>;
}

export interface OidcModelWrites extends OidcModelReads {
  upsert(record: Omit<OidcModel, "consumedAt">): Promise<void>;
  consume(model: string, id: string, at: EpochMs): Promise<void>;
  destroy(model: string, id: string): Promise<void>;
  revokeByGrantId(model: string, grantId: string): Promise<void>;
  deleteExpired(now: EpochMs): Promise<number>;
}
