/** What the embedded identity provider keeps (its adapter contract: find, upsert, consume, destroy, revokeByGrantId). */

import type { EpochMs } from "@accord/domain";
import { LessThanOrEqual } from "typeorm";
import type { RowOf } from "../../../kernel/db/columns.js";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, replaceBy } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { oidcModelTable } from "./oidc-model.table.js";

export type OidcModel = RowOf<typeof oidcModelTable>;

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
  deleteAll(): Promise<number>;
}

/** `consumed_at` is left alone: a record saved again stays consumed. */
const RECORD = omit(oidcModelTable, ["consumedAt"]);
const SAVED_AGAIN = replaceBy(RECORD, ["model", "id"]);

export const createOidcModelReads = (context: StoreContext): OidcModelReads => ({
  find: async (model, id) => (await context.manager()).findOneBy(oidcModelTable, { model, id }),
  findByUid: async (model, uid) => (await context.manager()).findOneBy(oidcModelTable, { model, uid }),
  findByUserCode: async (model, userCode) => (await context.manager()).findOneBy(oidcModelTable, { model, userCode }),
});

export const createOidcModelWrites = (context: WriteContext): OidcModelWrites => ({
  ...createOidcModelReads(context),
  upsert: async (record) => {
    await insertRow(context.sql, RECORD, record, SAVED_AGAIN);
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
  deleteAll: () => context.sql.run(`DELETE FROM oidc_model`),
  deleteExpired: async (now) =>
    (await (await context.manager()).delete(oidcModelTable, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});

export const oidcModelStore: StoreKey<OidcModelReads, OidcModelWrites> = {
  reads: createOidcModelReads,
  writes: createOidcModelWrites,
};
