/** What the embedded identity provider keeps (its adapter contract: find, upsert, consume, destroy, revokeByGrantId). */
import type { EpochMs } from "@accord/domain";
import { LessThanOrEqual } from "typeorm";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { oidcModelTable } from "./oidc-model.table.js";

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

export const createOidcModelReads = (context: StoreContext): OidcModelReads => ({
  find: async (model, id) => (await context.manager()).findOneBy(oidcModelTable, { model, id }),
  findByUid: async (model, uid) => (await context.manager()).findOneBy(oidcModelTable, { model, uid }),
  findByUserCode: async (model, userCode) => (await context.manager()).findOneBy(oidcModelTable, { model, userCode }),
});

export const createOidcModelWrites = (context: WriteContext): OidcModelWrites => ({
  ...createOidcModelReads(context),
  upsert: async ({ model, id, payload, grantId, userCode, uid, expiresAt }) => {
    // `consumed_at` is left alone: a record saved again stays consumed.
    await context.sql.run(
      `INSERT INTO oidc_model (model, id, payload, grant_id, user_code, uid, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
       user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`,
      [model, id, JSON.stringify(payload), grantId, userCode, uid, expiresAt],
    );
  },
  consume: async (model, id, at) => {
    await (await context.manager()).update(oidcModelTable, { model, id }, { consumedAt: at });
  },
  destroy: async (model, id) => {
    await (await context.manager()).delete(oidcModelTable, { model, id });
  },
  revokeByGrantId: async (model, grantId) => {
    await (await context.manager()).delete(oidcModelTable, { model, grantId });
  },
  deleteExpired: async (now) =>
    (await (await context.manager()).delete(oidcModelTable, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});

export const oidcModelStore: StoreKey<OidcModelReads, OidcModelWrites> = {
  reads: createOidcModelReads,
  writes: createOidcModelWrites,
};
