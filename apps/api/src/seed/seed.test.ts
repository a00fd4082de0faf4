import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Account,
  accountKindFromClaims,
  checkDraftAnswers,
  judgeEntitlement,
  type SupportPlan,
} from "@accord/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../kernel/db/index.js";
import { ledgerStore, planStore } from "../modules/agreements/module.js";
import { catalogueStore } from "../modules/catalogue/module.js";
import { draftStore } from "../modules/drafts/module.js";
import { problemForms } from "../modules/help/module.js";
import { accountStore, claimsOf, loadPersonas, personaPartnerTenants } from "../modules/identity/module.js";
import { MODULES } from "../modules/modules.js";
import { readDemoWorld, referenceArticles } from "../modules/packs/module.js";
import { cardStore } from "../modules/purchases/module.js";
import { requestStore } from "../modules/requests/module.js";
import { seed } from "./seed.js";

const AS_OF = Date.parse("2026-11-23T08:30:00Z");
const DAY = 86_400_000;
const log = { info: () => {}, warn: () => {}, error: () => {} };
const folders: string[] = [];

const freshDatabase = async (): Promise<Database> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-seed-"));
  folders.push(folder);
  const keys = { pepper: new Uint8Array(32).fill(1), encryptionKey: new Uint8Array(32).fill(2) };
  const db = await openDatabase({
    url: `sqlite:${join(folder, "a.sqlite")}`,
    ...keys,
    entitlementZone: "UTC",
    log,
    modules: MODULES.storage,
  });
  await db.migrate();
  return db;
};

const seededAt = async (now: number, entitlementZone = "UTC"): Promise<Database> => {
  const db = await freshDatabase();
  await seed(db, "demo", { now, entitlementZone });
  return db;
};

/** The account a persona gets when it signs in. */
const accountOf = async (db: Database, personaId: string): Promise<Account> => {
  const persona = loadPersonas().find(({ id }) => id === personaId);
  if (persona === undefined) throw new Error(`no persona ${personaId}`);
  const tenants = new Set(personaPartnerTenants());
  const { key } = accountKindFromClaims({ iss: "https://issuer.example", sub: "x", ...claimsOf(persona) }, tenants);
  const account = await db.read.of(accountStore).byIdentity(key.issuer, key.subject);
  if (account === null) throw new Error(`no account ${personaId}`);
  return account;
};

const requestsSeenBy = async (db: Database, account: Account) => {
  const viewer = { id: account.id, provenEmail: account.isEmailProven ? account.email : null };
  return (await db.read.of(requestStore).pageForAccount(viewer, {}, { first: 100, after: null })).rows;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the demo world at its own instant", () => {
  let db: Database;
  beforeAll(async () => {
    db = await seededAt(AS_OF);
  });
  afterAll(() => db.close());

  test("every invariant holds", async () => {
    expect(await db.verify(AS_OF)).toEqual([]);
  });

  test("R90, F48: requests wait and were answered as their timelines say", async () => {
    const requests = await requestsSeenBy(db, await accountOf(db, "u-ana"));
    const details = await db.read.of(requestStore).byIds(requests.map((request) => request.id));
    const waiting = details.find((request) => request.status === "WAITING_FOR_CUSTOMER");
    expect(waiting).toMatchObject({ waitingSince: waiting?.updatedAt });
    expect(waiting?.firstRespondedAt).toBeLessThanOrEqual(waiting?.waitingSince ?? 0);
    expect(await db.read.of(requestStore).pausesOf([waiting?.id ?? ""])).toMatchObject([{ until: null }]);
    expect(details.find((request) => request.status === "NEW")?.firstRespondedAt).toBeNull();
  });

  test("a second run changes nothing", async () => {
    expect(await seed(db, "demo", { now: AS_OF, entitlementZone: "UTC" })).toEqual({
      catalogue: "unchanged",
      demo: "present",
    });
  });

  test("R33, R60: the catalogue holds all products, versions and topics", async () => {
    const catalogue = await db.read.of(catalogueStore).load();
    expect(catalogue.products).toHaveLength(83);
    expect(catalogue.versions).toHaveLength(381);
    const families = new Set(catalogue.topics.map((topic) => topic.family));
    expect(catalogue.products.filter((product) => !families.has(product.family))).toEqual([]);
  });

  test("R51, R55, R71: the portal's articles stand in both languages", async () => {
    const articles = referenceArticles();
    const portal = articles.filter((article) => article.kind === "PORTAL");
    expect(portal.map((article) => article.id)).toEqual(
      expect.arrayContaining(["portal-missing-agreement", "portal-no-purchase-with-work-account", "portal-n-1-rule"]),
    );
    expect(portal.length).toBeGreaterThanOrEqual(9);
    expect(portal.filter((article) => !article.titleRo || !article.bodyRo)).toEqual([]);
  });

  test.each(readDemoWorld().agreements.map((agreement) => [agreement.id, agreement] as const))(
    "R11: %s has the incidents the data says",
    async (_id, agreement) => {
      const [holder] = agreement.registeredBy;
      if (holder === undefined) return;
      const account = await accountOf(db, holder);
      const plans = await db.read.of(planStore).ofAccount(account.id);
      const remaining = agreement.unitsTotal === null ? null : agreement.unitsTotal - agreement.unitsUsed;
      const facts = {
        startsOn: agreement.start,
        endsOn: agreement.end,
        incidentsTotal: agreement.unitsTotal,
        incidentsRemaining: remaining,
      };
      expect(
        plans.map(({ startsOn, endsOn, incidentsTotal, incidentsRemaining }) => ({
          startsOn,
          endsOn,
          incidentsTotal,
          incidentsRemaining,
        })),
      ).toContainEqual(facts);
    },
  );

  test.each(
    readDemoWorld()
      .requests.filter((each) => each.firstResponseDue !== undefined)
      .map((each) => [each.number, each] as const),
  )("S2: the first answer to %s is due when the data says", async (number, data) => {
    const request = await db.read.of(requestStore).byNumber(String(number));
    expect(new Date(request?.firstResponseDueAt ?? 0).toISOString()).toBe(
      new Date(data.firstResponseDue ?? "").toISOString(),
    );
  });

  test("R88, R94: people see the requests the data expects, and not those it hides", async () => {
    const sight = [
      ["u-mihai", ["r-04", "r-05"], ["r-10"]],
      ["u-ana", ["r-02", "r-04", "r-10", "r-11"], ["r-05"]],
      ["u-radu", ["r-02", "r-03", "r-08"], ["r-11"]],
    ] as const;
    const numbers = new Map(readDemoWorld().requests.map((each) => [each.id, each.number]));
    for (const [persona, sees, hidden] of sight) {
      const seen = (await requestsSeenBy(db, await accountOf(db, persona))).map((request) => request.number);
      expect(seen).toEqual(expect.arrayContaining(sees.map((id) => numbers.get(id))));
      for (const id of hidden) expect(seen).not.toContain(numbers.get(id));
    }
  });

  test("a cancelled request gave its incident back, a reopened one is in progress", async () => {
    const cancelled = await db.read.of(requestStore).byNumber("2611100010000277");
    expect(cancelled).toMatchObject({ status: "CLOSED", closedReason: "CANCELLED" });
    const ledger = await db.read.of(ledgerStore).ofPlan(cancelled?.planId ?? "", { first: 100, after: null });
    expect(ledger.rows.map((row) => row.kind)).toEqual(["REFUND", "CONSUME", "CONSUME", "ADJUST", "GRANT"]);
    expect(await db.read.of(requestStore).byNumber("2611020010000260")).toMatchObject({
      status: "IN_PROGRESS",
      closedAt: null,
    });
  });

  test("F25: every card of the data is saved with its owner, the first usable one is offered first", async () => {
    for (const card of readDemoWorld().cards) {
      const owner = await accountOf(db, card.owner);
      const saved = (await db.read.of(cardStore).ofAccount(owner.id, "sandbox")).find(
        ({ cardRef }) => cardRef === card.token,
      );
      const [expYear, expMonth] = card.expires.split("-").map(Number);
      const { brand, last4, state } = card;
      expect(saved).toMatchObject({ brand, last4, expYear, expMonth, isDefault: state === "valid" });
    }
  });

  test("R90: every event of the data stands in its timeline but for mails and payments, which are kept elsewhere", async () => {
    for (const data of readDemoWorld().requests.filter(({ number }) => number !== null)) {
      const request = await db.read.of(requestStore).byNumber(String(data.number));
      const { rows } = await db.read.of(requestStore).timeline(request?.id ?? "", { first: 100, after: null });
      const told = data.timeline.filter(({ kind }) => kind !== "email" && kind !== "purchase");
      expect([...rows].map(({ at }) => at).sort()).toEqual(told.map(({ at }) => Date.parse(at)).sort());
    }
  });

  test("F32, F34: Mihai's draft waits at step 2, what is asked about its problem answered", async () => {
    const [draft] = await db.read.of(draftStore).ofAccount((await accountOf(db, "u-mihai")).id);
    const form = problemForms().find(({ slug }) => slug === draft?.content.answers[0]?.formSlug) ?? null;
    expect(form).not.toBeNull();
    expect(checkDraftAnswers(form, draft?.content.answers ?? [])).toEqual([]);
    expect(draft?.content).toMatchObject({
      productVersionId: "windows-server-2025",
      planId: null,
      completedSteps: ["PROBLEM"],
    });
  });

  test("partner accounts come from partner tenants, staff have roles, Lena has no profile", async () => {
    expect(await accountOf(db, "u-radu")).toMatchObject({ kind: "PARTNER", roles: [] });
    expect(await accountOf(db, "u-admin")).toMatchObject({ kind: "WORK", roles: ["ADMINISTRATOR"] });
    expect((await accountOf(db, "u-lena")).profile).toBeNull();
  });
});

describe.each([
  ["a year later", AS_OF + 400 * DAY, "UTC"],
  ["early in the morning", Date.parse("2027-03-01T00:00:10Z"), "UTC"],
  ["late in the evening, west", Date.parse("2027-07-10T03:00:00Z"), "America/Los_Angeles"],
  ["far in the east", Date.parse("2027-02-28T22:00:00Z"), "Pacific/Kiritimati"],
])("the demo world seeded %s", (_name, now, zone) => {
  test("invariants hold, nothing lies in the future, and what ended today still ends today", async () => {
    const db = await seededAt(now, zone);
    try {
      expect(await db.verify(now)).toEqual([]);
      const rows = await requestsSeenBy(db, await accountOf(db, "u-sam"));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.updatedAt).toBeLessThanOrEqual(now);
      const [lastDay] = await db.read.of(planStore).ofAccount((await accountOf(db, "u-mihai")).id);
      expect(lastDay?.endsAt).toBeGreaterThan(now);
      expect(lastDay?.endsAt ?? 0).toBeLessThanOrEqual(now + DAY);
    } finally {
      await db.close();
    }
  });
});

test("R46: the cloud programme does not cover the products of Microsoft 365", async () => {
  const db = await seededAt(AS_OF);
  const plans = await db.read.of(planStore).ofAccount((await accountOf(db, "u-radu")).id);
  const catalogue = await db.read.of(catalogueStore).load();
  await db.close();
  const product = catalogue.products.find(({ id }) => id === "exchange-online");
  const version = catalogue.versions.find(({ productId }) => productId === "exchange-online");
  const cloud = plans.find((plan: SupportPlan) => plan.programme.id === "signature-cloud-support");
  if (product === undefined || version === undefined || cloud === undefined)
    throw new Error("the seed lacks the example");
  const judged = judgeEntitlement(cloud, { product, version, at: AS_OF, lifecycleZone: "America/Los_Angeles" });
  expect(judged.unavailableBecause.map(({ code }) => code)).toContain("PRODUCT_NOT_COVERED");
});
