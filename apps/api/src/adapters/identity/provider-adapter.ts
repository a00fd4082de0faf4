/** Stores the embedded provider's models (sessions, grants, codes, people) in the application's database. */
import { createHash } from "node:crypto";
import type { Adapter, ModelPayload } from "oidc-provider";
import type { Clock } from "../../clock.js";

/** What the provider needs of storage. Identifiers arrive hashed: a read of the table hands out no code and no session. */
export interface ProviderStore {
  upsert(model: string, id: string, record: { payload: ModelPayload; grantId: string | null; uid: string | null; userCode: string | null; expiresAt: number | null }): Promise<void>;
  find(model: string, id: string, now: number): Promise<ModelPayload | null>;
  findByUid(model: string, uid: string, now: number): Promise<ModelPayload | null>;
  findByUserCode(model: string, userCode: string, now: number): Promise<ModelPayload | null>;
  consume(model: string, id: string, at: number): Promise<void>;
  destroy(model: string, id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

/** A factory of adapters, one for each model name. */
export const createProviderAdapter = (store: ProviderStore, clock: Clock) => (model: string): Adapter => {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    upsert: (id, payload, expiresIn) =>
      store.upsert(model, digest(id), {
        payload,
        grantId: text(payload.grantId), uid: text(payload.uid), userCode: text(payload.userCode),
        expiresAt: expiresIn === undefined ? null : clock.now() + expiresIn * 1000,
      }),
    find: async (id) => (await store.find(model, digest(id), clock.now())) ?? undefined,
    findByUid: async (uid) => (await store.findByUid(model, uid, clock.now())) ?? undefined,
    findByUserCode: async (userCode) => (await store.findByUserCode(model, userCode, clock.now())) ?? undefined,
    consume: (id) => store.consume(model, digest(id), clock.now()),
    destroy: (id) => store.destroy(model, digest(id)),
    revokeByGrantId: (grantId) => store.revokeByGrantId(grantId),
  };
};

const digest = (id: string): string => createHash("sha256").update(id).digest("base64url");
