/** People with tokens and agreements with a known balance, written through the product's own stores before a server starts. */

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ID_PAIR_BYTES, issueIdPair, normaliseIdPair } from "@accord/domain";
import { createClock } from "../../apps/api/src/kernel/clock.js";
import { type Database, openDatabase } from "../../apps/api/src/kernel/db/index.js";
import { loadKeys } from "../../apps/api/src/kernel/keys/keys.js";
import { settleKeys } from "../../apps/api/src/kernel/keys/settle-keys.js";
import { DEFAULT_LIMITS } from "../../apps/api/src/kernel/limits/limits.js";
import { makeAgreement } from "../../apps/api/src/modules/administration/module.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { catalogueStore } from "../../apps/api/src/modules/catalogue/module.js";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
import { MODULES } from "../../apps/api/src/modules/modules.js";
import { seed } from "../../apps/api/src/seed/seed.js";
import type { Environment } from "./processes.js";

/** A programme that covers every version in mainstream support and admits personal and work accounts. */
const PROGRAMME = "visual-studio-enterprise";

export interface Holder {
  readonly accountId: string;
  readonly token: string;
  readonly email: string;
}

export interface World {
  /** What a server or a command needs to work on this world. */
  readonly env: Environment;
  readonly holders: readonly Holder[];
  /** Each registered by every holder. */
  readonly planIds: readonly string[];
  /** Looks at the database beside whatever runs on it. */
  look<T>(work: (db: Database) => Promise<T>): Promise<T>;
  remove(): void;
}

export interface WorldOptions {
  /** Default: a SQLite file of its own. */
  readonly databaseUrl?: string;
  readonly holders: number;
  /** Incidents of each agreement. */
  readonly agreements: readonly number[];
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

export const createWorld = async ({ databaseUrl, holders, agreements }: WorldOptions): Promise<World> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-reliability-"));
  const env = {
    DATA_DIR: folder,
    NODE_ENV: "test",
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const ring = loadKeys(join(folder, "keys"));
  const { keys } = ring;
  const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = await openDatabase({
      url: databaseUrl ?? `sqlite:${join(folder, "accord.sqlite")}`,
      pepper: keys.pairPepper,
      encryptionKey: keys.encryptionKey,
      entitlementZone: "UTC",
      log: silent,
      modules: MODULES.storage,
    });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const made = await look(async (db) => {
    const clock = createClock(null);
    const now = clock.now();
    await db.migrate();
    await settleKeys(db, ring);
    await seed(db, "reference", { now, entitlementZone: "UTC" });
    const people: Holder[] = [];
    for (let number = 0; number < holders; number += 1) people.push(await addHolder(db, number));
    const planIds: string[] = [];
    for (const incidents of agreements) planIds.push(await addAgreement(db, incidents, people, now));
    return { holders: people, planIds };
  });
  return { env, ...made, look, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const addHolder = async (db: Database, number: number): Promise<Holder> => {
  const clock = createClock(null);
  const email = `holder${number}@reliability.example`;
  const account = await db.transaction("add holder", async (tx) => {
    const identity = {
      issuer: "https://identity.example",
      subject: `holder${number}`,
      kind: "WORK",
      isGuest: false,
      email,
      isEmailProven: true,
      givenName: "Ana",
      familyName: `Pop${number}`,
      isNameStated: true,
    } as const;
    const { account: added } = await tx.of(accountStore).upsertFromIdentity(identity, clock.now());
    const profile = {
      country: "RO",
      timeZone: "Europe/Bucharest",
      language: "en",
      phone: null,
      preferredContactMethod: "EMAIL",
    } as const;
    await tx.of(accountStore).saveProfile(added.id, profile, clock.now());
    return added;
  });
  const scopes = ["agreements:read", "agreements:write", "requests:read", "requests:write"] as const;
  const { token } = await createToken(
    { db, clock, limits: DEFAULT_LIMITS },
    { accountId: account.id, name: "test", scopes, expiresAt: null },
  );
  return { accountId: account.id, token, email };
};

const addAgreement = async (
  db: Database,
  incidents: number,
  holders: readonly Holder[],
  at: number,
): Promise<string> => {
  const programme = (await db.read.of(catalogueStore).load()).programmes.find(({ id }) => id === PROGRAMME);
  const { accessId, agreementId } = issueIdPair(randomBytes(ID_PAIR_BYTES));
  const pair = normaliseIdPair(accessId, agreementId);
  if (programme === undefined || pair === null) throw new Error("no programme or no pair");
  return db.transaction("add agreement", async (tx) => {
    const startsOn = new Date(at - 86_400_000).toISOString().slice(0, 10);
    const agreement = { programme, startsOn, timeZone: "UTC", incidents, pair, recipient: null, pending: null };
    const plan = await makeAgreement(tx, agreement, { actorId: null, at });
    if (plan === null) throw new Error("the pair exists");
    for (const holder of holders) await tx.of(planStore).register(plan.id, holder.accountId, at);
    return plan.id;
  });
};
