/** Stores the embedded provider's models (sessions, grants, codes, people) in the application's database. */
import { createHash } from "node:crypto";
import type { Adapter } from "oidc-provider";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { type OidcModel, oidcModelStore } from "../storage/oidc-model.store.js";

/** A factory of adapters, one for each model name. Identifiers are kept hashed: reading the table hands out no code and no session. */
export const createProviderAdapter =
  (db: Database, clock: Clock) =>
  (model: string): Adapter => {
    const live = (record: OidcModel | null): Record<string, unknown> | undefined => {
      if (record === null || (record.expiresAt !== null && clock.now() >= record.expiresAt)) return undefined;
      return record.consumedAt === null
        ? { ...record.payload }
        : { ...record.payload, consumed: Math.floor(record.consumedAt / 1000) };
    };
    const change = (work: Parameters<typeof db.transaction<unknown>>[1]): Promise<void> =>
      db.transaction(`provider ${model}`, work).then(() => undefined);
    return {
      upsert: (id, payload, seconds) =>
        change((tx) =>
          tx.of(oidcModelStore).upsert({
            model,
            id: digest(id),
            payload,
            grantId: textOrNull(payload.grantId),
            uid: textOrNull(payload.uid),
            userCode: textOrNull(payload.userCode),
            expiresAt: seconds === undefined ? null : clock.now() + seconds * 1000,
          }),
        ),
      find: async (id) => live(await db.read.of(oidcModelStore).find(model, digest(id))),
      findByUid: async (uid) => live(await db.read.of(oidcModelStore).findByUid(model, uid)),
      findByUserCode: async (userCode) => live(await db.read.of(oidcModelStore).findByUserCode(model, userCode)),
      consume: (id) => change((tx) => tx.of(oidcModelStore).consume(model, digest(id), clock.now())),
      destroy: (id) => change((tx) => tx.of(oidcModelStore).destroy(model, digest(id))),
      revokeByGrantId: (grantId) => change((tx) => tx.of(oidcModelStore).revokeByGrantId(model, grantId)),
    };
  };

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

const digest = (id: string): string => createHash("sha256").update(id).digest("base64url");
