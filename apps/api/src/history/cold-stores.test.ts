/** Accounts, sessions, tokens, drafts, counters and the rest (R49–R54, F32, A-5, A-8, A-10) on both engines. */
import { EMPTY_DRAFT, type Profile } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../tests/support/databases.js";
import { CATALOGUE, DAY, makeAccount, makePlan, NOW } from "../../../../tests/support/storage-world.js";
import { type Database, newId } from "../kernel/db/index.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import { rateCounterStore } from "../kernel/limits/rate-counter.store.js";
import { planStore } from "../modules/agreements/module.js";
import { catalogueStore } from "../modules/catalogue/module.js";
import { draftStore, handoverStore } from "../modules/drafts/module.js";
import {
  accountStore,
  type IdentityFacts,
  oidcModelStore,
  sessionStore,
  tokenStore,
} from "../modules/identity/module.js";

const FACTS: IdentityFacts = {
  issuer: "https://login.example/t1",
  subject: "s1",
  kind: "WORK",
  isGuest: false,
  email: "Ana.Ionescu@Carpatia.example",
  isEmailProven: false,
  givenName: "Ana",
  familyName: "Ionescu",
  isNameStated: true,
};
const PROFILE: Profile = {
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "ro",
  phone: null,
  preferredContactMethod: "EMAIL",
};

describeOnBothDatabases("cold stores", (databases) => {
  let database: Database;
  let ana: string;

  beforeAll(async () => {
    database = await databases.open();
    ana = await makeAccount(database, "owner");
  });

  it("A-10: an account is its issuer and subject; the same address from elsewhere is another account", async () => {
    const sign = (facts: Partial<IdentityFacts>, at = NOW) =>
      database.transaction("test.sign-in", (tx) => tx.of(accountStore).upsertFromIdentity({ ...FACTS, ...facts }, at));
    const { account, before } = await sign({});
    expect(before).toBeNull();
    expect(account).toMatchObject({
      kind: "WORK",
      email: FACTS.email,
      isEmailProven: false,
      roles: [],
      profile: null,
      createdAt: NOW,
    });
    expect((await sign({ issuer: "https://login.example/t2" })).account.id).not.toBe(account.id);
    expect((await sign({ subject: "s2" })).account.id).not.toBe(account.id);
    const again = await sign({ email: "ana@new.example", isEmailProven: true, kind: "PARTNER" }, NOW + 1);
    expect(again).toMatchObject({
      before: { id: account.id, email: FACTS.email },
      account: { id: account.id, email: "ana@new.example", isEmailProven: true, kind: "PARTNER" },
    });
    expect((await database.read.of(accountStore).list({ email: "ANA.IONESCU@carpatia.example" })).length).toBe(2);
    expect(await database.read.of(accountStore).byIdentity("https://login.example/t1", "nobody")).toBeNull();
  });

  it("R52: the profile and the roles stay when the person signs in again", async () => {
    const { account } = await database.transaction("test.sign-in", (tx) =>
      tx.of(accountStore).upsertFromIdentity({ ...FACTS, subject: "s9" }, NOW),
    );
    expect(
      await database.transaction("test.profile", (tx) => tx.of(accountStore).saveProfile(account.id, PROFILE, NOW)),
    ).toBe(true);
    expect(
      await database.transaction("test.profile", (tx) => tx.of(accountStore).saveProfile("acc_none", PROFILE, NOW)),
    ).toBe(false);
    expect(
      await database.transaction("test.roles", (tx) =>
        tx.of(accountStore).setRoles(account.id, ["LEAD", "ENGINEER", "LEAD"], NOW),
      ),
    ).toBe(true);
    expect(await database.transaction("test.roles", (tx) => tx.of(accountStore).setRoles("acc_none", [], NOW))).toBe(
      false,
    );
    await database.transaction("test.sign-in", (tx) =>
      tx.of(accountStore).upsertFromIdentity({ ...FACTS, subject: "s9" }, NOW),
    );
    expect(await database.read.of(accountStore).byId(account.id)).toMatchObject({
      profile: PROFILE,
      roles: ["ENGINEER", "LEAD"],
    });
    expect((await database.read.of(accountStore).list({ role: "LEAD", kind: "WORK" })).map((one) => one.id)).toEqual([
      account.id,
    ]);
    expect(
      (await database.read.of(accountStore).byIds([account.id, ana, "acc_none"])).map((one) => one.id).sort(),
    ).toEqual([account.id, ana].sort());
    await expect(
      database.transaction("test.roles", (tx) => tx.of(accountStore).setRoles(account.id, ["KING" as "LEAD"], NOW)),
    ).rejects.toMatchObject({ kind: "CHECK" });
    expect((await database.read.of(accountStore).byId(account.id))?.roles).toEqual(["ENGINEER", "LEAD"]);
  });

  it("A-8, A-11: a session is found by the hash of its token with its account, touched, and gone once deleted", async () => {
    const session = {
      id: newId("ses", NOW),
      accountId: ana,
      authenticatedAt: NOW,
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: NOW + DAY,
    };
    const secrets = { tokenHash: "hash-1", idToken: "jwt", device: null, network: null };
    await database.transaction("test.session", (tx) => tx.of(sessionStore).create({ ...session, ...secrets }));
    expect(await database.read.of(sessionStore).idTokenOf(session.id)).toBe("jwt");
    expect(await database.read.of(sessionStore).byTokenHash("hash-1")).toMatchObject({ session, account: { id: ana } });
    await database.transaction("test.touch", (tx) => tx.of(sessionStore).touch(session.id, NOW + 60));
    await database.transaction("test.touch", (tx) => tx.of(sessionStore).touch(session.id, NOW + 30));
    expect((await database.read.of(sessionStore).byTokenHash("hash-1"))?.session.lastSeenAt).toBe(NOW + 60);
    expect(await database.transaction("test.sign-out", (tx) => tx.of(sessionStore).delete(session.id))).toBe(true);
    expect(await database.transaction("test.sign-out", (tx) => tx.of(sessionStore).delete(session.id))).toBe(false);
    expect(await database.read.of(sessionStore).byTokenHash("hash-1")).toBeNull();
  });

  it("A-8: a token carries its scopes and is revoked once", async () => {
    const token = {
      id: newId("tok", NOW),
      accountId: ana,
      name: "ci",
      scopes: ["requests:read", "requests:write"] as const,
      dailyIncidents: null,
      createdAt: NOW,
      expiresAt: NOW + DAY,
      lastUsedAt: null,
      revokedAt: null,
    };
    await database.transaction("test.token", (tx) => tx.of(tokenStore).create({ ...token, tokenHash: "hash-t" }));
    expect(await database.read.of(tokenStore).byHash("hash-t")).toMatchObject({ token, account: { id: ana } });
    await database.transaction("test.touch", (tx) => tx.of(tokenStore).touch(token.id, NOW + 5));
    expect(await database.transaction("test.revoke", (tx) => tx.of(tokenStore).revoke(token.id, NOW + 9))).toBe(true);
    expect(await database.transaction("test.revoke", (tx) => tx.of(tokenStore).revoke(token.id, NOW + 9))).toBe(false);
    expect(await database.read.of(tokenStore).list(ana)).toEqual([
      { ...token, lastUsedAt: NOW + 5, revokedAt: NOW + 9 },
    ]);
  });

  it("F32: a draft is saved at the revision one saw, by its account only, and ends", async () => {
    const draft = {
      id: newId("drf", NOW),
      accountId: ana,
      content: { ...EMPTY_DRAFT, title: "ș ț" },
      revision: 1,
      createdAt: NOW,
      updatedAt: NOW,
      expiresAt: NOW + DAY,
    };
    const save = (changes: object, expected: number | null) =>
      database.transaction("test.draft", (tx) => tx.of(draftStore).save({ ...draft, ...changes }, expected));
    expect(await save({}, null)).toBe(true);
    expect(await save({ revision: 2, content: { ...EMPTY_DRAFT, title: "b" }, updatedAt: NOW + 1 }, 1)).toBe(true);
    expect(await save({ revision: 2, content: { ...EMPTY_DRAFT, title: "c" } }, 1)).toBe(false);
    expect(await save({ revision: 3, accountId: "acc_other" }, 2)).toBe(false);
    expect(await database.read.of(draftStore).byId(draft.id)).toEqual({
      ...draft,
      revision: 2,
      content: { ...EMPTY_DRAFT, title: "b" },
      updatedAt: NOW + 1,
    });
    expect((await database.read.of(draftStore).ofAccount(ana)).map((one) => one.id)).toEqual([draft.id]);
    expect(await database.transaction("test.delete", (tx) => tx.of(draftStore).delete(draft.id, "acc_other"))).toBe(
      false,
    );
    expect(await database.transaction("test.sweep", (tx) => tx.of(draftStore).deleteExpired(NOW + DAY))).toBe(1);
    expect(await database.read.of(draftStore).byId(draft.id)).toBeNull();
  });

  it("F32: a handover is taken once, and not after its end", async () => {
    const handover = {
      handleHash: "h1",
      draftId: "drf_1",
      fromAccountId: ana,
      content: EMPTY_DRAFT,
      expiresAt: NOW + 10,
    };
    await database.transaction("test.handover", (tx) => tx.of(handoverStore).create(handover));
    const takes = await Promise.all(
      [1, 2, 3].map(() => database.transaction("test.take", (tx) => tx.of(handoverStore).take("h1", NOW))),
    );
    expect(takes.filter((taken) => taken !== null)).toEqual([handover]);
    await database.transaction("test.handover", (tx) => tx.of(handoverStore).create(handover));
    expect(await database.transaction("test.take", (tx) => tx.of(handoverStore).take("h1", NOW + 10))).toBeNull();
  });

  it("A-5: 100 parallel tries on a limit of 5 are allowed 5 times, until the window ends", async () => {
    const attempt = (now: number) =>
      database.transaction("test.rate", (tx) => tx.of(rateCounterStore).consume("pair:acc_1", 1, 5, 900_000, now));
    const answers = await Promise.all(Array.from({ length: 100 }, () => attempt(NOW)));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(5);
    expect(await attempt(NOW + 899_999)).toEqual({ allowed: false, remaining: 0, retryAfterMs: 1 });
    expect(await database.read.of(rateCounterStore).peek("pair:acc_1", 5, NOW)).toEqual({
      allowed: false,
      remaining: 0,
      retryAfterMs: 900_000,
    });
    expect(await attempt(NOW + 900_000)).toEqual({ allowed: true, remaining: 4, retryAfterMs: 0 });
    expect(await database.read.of(rateCounterStore).peek("pair:acc_2", 5, NOW)).toEqual({
      allowed: true,
      remaining: 5,
      retryAfterMs: 0,
    });
    expect(
      await database.transaction("test.sweep", (tx) => tx.of(rateCounterStore).deleteExpired(NOW + 1_800_000)),
    ).toBe(1);
  });

  it("A-5: points that do not fit are not counted, be they the first of their window or not", async () => {
    const take = (points: number) =>
      database.transaction("test.points", (tx) =>
        tx.of(rateCounterStore).consume("points:acc_1", points, 5, 60_000, NOW),
      );
    expect(await take(6)).toEqual({ allowed: false, remaining: 5, retryAfterMs: 60_000 });
    expect(await take(4)).toEqual({ allowed: true, remaining: 1, retryAfterMs: 0 });
    expect(await take(2)).toEqual({ allowed: false, remaining: 1, retryAfterMs: 60_000 });
    expect(await take(1)).toEqual({ allowed: true, remaining: 0, retryAfterMs: 0 });
  });

  it("the catalogue is replaced only when it differs, and plans carry its programmes at once", async () => {
    const replace = (catalogue: typeof CATALOGUE) =>
      database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(catalogue));
    expect((await database.read.of(catalogueStore).load()).dataVersion).toBe("");
    expect(await replace(CATALOGUE)).toBe(true);
    const { dataVersion } = await database.read.of(catalogueStore).load();
    expect(await replace(CATALOGUE)).toBe(false);
    const planId = await makePlan(database, [ana]);
    expect((await database.read.of(planStore).byId(planId))?.programme.name).toBe("standard");
    const renamed = {
      ...CATALOGUE,
      programmes: CATALOGUE.programmes.map((one) => ({ ...one, name: `${one.name} 2` })),
    };
    await expect(
      database.transaction("test.catalogue", async (tx) => {
        await tx.of(catalogueStore).replace(renamed);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect((await database.read.of(planStore).byId(planId))?.programme.name).toBe("standard");
    expect(await replace(renamed)).toBe(true);
    expect((await database.read.of(catalogueStore).load()).dataVersion).not.toBe(dataVersion);
    expect((await database.read.of(planStore).byId(planId))?.programme.name).toBe("standard 2");
  });

  it("the outbox keeps one message a dedupe key", async () => {
    const add = (dedupeKey: string) =>
      database.transaction("test.outbox", (tx) =>
        tx.of(outboxStore).add({ dedupeKey, kind: "k", payload: { a: 1 }, at: NOW }),
      );
    expect([await add("d1"), await add("d1"), await add("d2")]).toEqual([true, false, true]);
    const page = await database.read.of(outboxStore).list({ first: 1, after: null }, "k");
    expect(page).toMatchObject({ hasNextPage: true, rows: [{ dedupeKey: "d2", payload: { a: 1 }, sentAt: null }] });
    expect(
      (await database.read.of(outboxStore).list({ first: 5, after: page.endCursor }, "k")).rows.map(
        (row) => row.dedupeKey,
      ),
    ).toEqual(["d1"]);
  });

  it("the provider's records are found by id, uid and user code, stay consumed, and go with their grant", async () => {
    const record = {
      model: "AuthorizationCode",
      id: "c1",
      payload: { a: 1 },
      grantId: "g1",
      userCode: "uc",
      uid: "u1",
      expiresAt: NOW + 10,
    };
    await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).upsert(record));
    await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).consume("AuthorizationCode", "c1", NOW));
    await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).upsert({ ...record, payload: { a: 2 } }));
    const found = { ...record, payload: { a: 2 }, consumedAt: NOW };
    expect(await database.read.of(oidcModelStore).find("AuthorizationCode", "c1")).toEqual(found);
    expect(await database.read.of(oidcModelStore).findByUid("AuthorizationCode", "u1")).toEqual(found);
    expect(await database.read.of(oidcModelStore).findByUserCode("AuthorizationCode", "uc")).toEqual(found);
    expect(await database.read.of(oidcModelStore).find("Session", "c1")).toBeNull();
    await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).revokeByGrantId("AuthorizationCode", "g1"));
    expect(await database.read.of(oidcModelStore).find("AuthorizationCode", "c1")).toBeNull();
    await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).upsert(record));
    expect(await database.transaction("test.oidc", (tx) => tx.of(oidcModelStore).deleteExpired(NOW + 10))).toBe(1);
  });
});
