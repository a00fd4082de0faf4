/** Packs read, judged, loaded, put in force by the clock and told by whom they change the outcome for, on both databases (F57-F59, S14). */
import { PACK_KINDS, type PackKind } from "@accord/domain";
import { beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { codesOf, makeAgreement, openRequest, requestInput } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { catalogueStore } from "../catalogue/module.js";
import { packSeed } from "./reference/seed-files.js";
import { packStore } from "./storage/pack.store.js";

const DAY = 86_400_000;
const PREVIEW = `mutation ($input: CreatePackPreviewInput!, $after: String) { createPackPreview(input: $input) { userErrors { code message }
  preview { digest effectiveOn isUnchanged problems { line path message } changes { totalCount nodes { op path before after } }
  plans(first: 2, after: $after) { totalCount nodes { id: planId lostCount gainedCount lost { id: slug } } pageInfo { endCursor hasNextPage } }
  drafts { totalCount nodes { id: draftId before after } } } } }`;
const LOAD = `mutation ($input: UpdatePackInput!) { updatePack(input: $input) { userErrors { code message }
  pack { kind version state effectiveOn loadedBy { id: accountId } } } }`;
const PACKS = "{ packs { nodes { kind version state effectiveOn digest } } }";
const EXPORT = "query ($kind: PackKind!) { packExport(kind: $kind) { text fileName mediaType } }";

// biome-ignore lint/suspicious/noExplicitAny: a file is damaged at will.
const fileWith = (kind: PackKind, change: (file: any) => void): string => {
  const file = JSON.parse(packSeed(kind));
  change(file);
  return JSON.stringify(file, null, 1);
};
// biome-ignore lint/suspicious/noExplicitAny: a file is damaged at will.
const versionIn = (products: any[], slug: string) =>
  products.flatMap(({ versions }) => versions).find((version) => version.slug === slug);

/** A problem of another family than the usual one. */
const aboutSql = () => {
  const [category] = JSON.parse(packSeed("TOPICS")).find(
    (one: { family: string }) => one.family === "sql-server",
  ).categories;
  return { productVersionId: "sql-server-2022", categoryId: category.slug, problemId: category.problems[0].slug };
};

describeOnBothDatabases("packs", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeEach(async () => {
    api = await createTestApi({ db: await databases.open(), seed: "demo", limits: { createRequestPerHour: 1000 } });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });
  const preview = async (kind: PackKind, text: string, more: object = {}, after: string | null = null) =>
    (await admin.ask(PREVIEW, { input: { kind, text, ...more }, after })).data.createPackPreview.preview;
  const load = async (kind: PackKind, text: string, digest: string, more: object = {}) =>
    (await admin.ask(LOAD, { input: { kind, text, digest, ...more } })).data.updatePack;
  const packs = async () => (await admin.ask(PACKS)).data.packs.nodes;
  const stateOf = async (kind: PackKind) =>
    (await packs()).filter((one: { kind: string }) => one.kind === kind).map((one: { state: string }) => one.state);

  it("R99, F57: a question about no product holds up no pack of products", async () => {
    const person = await api.person();
    const asked = await person.ask(
      "mutation ($input: CreateGeneralQuestionInput!) { createGeneralQuestion(input: $input) { userErrors { code } } }",
      { input: { idempotencyKey: "a", topicId: "other", title: "A question", description: "About the portal." } },
    );
    expect(codesOf(asked.data.createGeneralQuestion)).toEqual([]);
    expect((await preview("PRODUCTS", packSeed("PRODUCTS"))).problems).toEqual([]);
  });

  it("F57: what is exported and loaded again changes nothing, for every kind", async () => {
    const before = await packs();
    for (const kind of PACK_KINDS) {
      const { text } = (await admin.ask(EXPORT, { kind })).data.packExport;
      const seen = await preview(kind, text);
      expect([kind, seen.problems, seen.isUnchanged, seen.changes.totalCount]).toEqual([kind, [], true, 0]);
      expect(await load(kind, text, seen.digest)).toMatchObject({ pack: { kind, version: 1 }, userErrors: [] });
    }
    expect(await packs()).toEqual(before);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F58: a lifecycle day moved: exactly the plans and drafts whose decision changes, as judged before and after", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const { planId: spent } = await makeAgreement(api, [person], { incidents: 1 });
    await openRequest(person, spent);
    const { idempotencyKey: _key, ...content } = requestInput(person, planId);
    const save = "mutation ($content: DraftContentInput!) { saveDraft(input: { content: $content }) { draft { id } } }";
    const saved = (await person.ask(save, { content: { productId: "windows-server", ...content } })).data.saveDraft;
    const text = fileWith("PRODUCTS", (products) => {
      versionIn(products, "windows-server-2025").mainstreamEnd = "2026-11-01";
    });
    const available = async (id: string) =>
      (
        await person.ask('{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } }')
      ).data.availablePlans
        .map((one: { plan: { id: string } }) => one.plan.id)
        .includes(id);
    expect([await available(planId), await available(spent)]).toEqual([true, false]);
    const seen = await preview("PRODUCTS", text);
    expect(seen.changes.nodes).toEqual([
      {
        op: "CHANGED",
        path: "windows-server.versions.windows-server-2025.mainstreamEnd",
        before: '"2029-11-13"',
        after: '"2026-11-01"',
      },
    ]);
    const listed = [...seen.plans.nodes];
    for (let page = seen.plans; page.pageInfo.hasNextPage; ) {
      page = (await preview("PRODUCTS", text, {}, page.pageInfo.endCursor)).plans;
      listed.push(...page.nodes);
    }
    const ids = listed.map((one: { id: string }) => one.id);
    expect(new Set(ids).size).toBe(seen.plans.totalCount);
    expect([ids.includes(planId), ids.includes(spent)]).toEqual([true, false]);
    expect(listed.find((one: { id: string }) => one.id === planId)).toMatchObject({
      lostCount: 1,
      gainedCount: 0,
      lost: [{ id: "windows-server-2025" }],
    });
    expect(seen.drafts.nodes.map((one: { id: string }) => one.id)).toContain(saved.draft.id);
    const changed = seen.drafts.nodes.find((one: { id: string }) => one.id === saved.draft.id);
    expect([changed.before, changed.after.length]).toEqual([[], 1]);
    expect((await load("PRODUCTS", text, seen.digest)).userErrors).toEqual([]);
    expect(await available(planId)).toBe(false);
    expect(codesOf((await openRequest(person, planId)) as never)).toEqual(["PLAN_UNAVAILABLE"]);
  });

  it("F57, F58: a pack of a later day holds from that day on, and a request names what it was judged by", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const text = fileWith("PRODUCTS", (products) => {
      versionIn(products, "windows-server-2025").mainstreamEnd = "2026-11-01";
    });
    const seen = await preview("PRODUCTS", text, { effectiveOn: "2026-12-01" });
    expect(seen.effectiveOn).toBe("2026-12-01");
    const loaded = await load("PRODUCTS", text, seen.digest, { effectiveOn: "2026-12-01" });
    expect(loaded.pack).toMatchObject({ version: 2, state: "PLANNED", loadedBy: { id: admin.account.id } });
    const early = await openRequest(person, planId);
    expect(early.userErrors).toEqual([]);
    api.clock.advance(8 * DAY);
    // The first look after midnight sees that the day has come; the next one sees what it brings.
    await person.ask("{ viewer { account { id } } }");
    await expect.poll(() => stateOf("PRODUCTS")).toEqual(["IN_FORCE", "PAST"]);
    const times = '{ node(id: "ver_windows-server-2025") { createdAt updatedAt } }';
    const since = new Date(api.clock.now()).toISOString();
    expect((await person.ask(times)).data.node).toEqual({ createdAt: since, updatedAt: since });
    expect((await openRequest(person, planId)).userErrors).toMatchObject([{ code: "PLAN_UNAVAILABLE" }]);
    const { planId: other } = await makeAgreement(api, [person], { startsOn: "2026-11-30" });
    const late = await openRequest(person, other, aboutSql());
    expect(late.userErrors).toEqual([]);
    const [was, is] = await Promise.all(
      [early, late].map((one) => api.db.read.of(packStore).setOfRequest(one.confirmation.requestId)),
    );
    const digests = new Map(
      (await packs()).map((one: { kind: string; version: number; digest: string }) => [
        `${one.kind} ${one.version}`,
        one.digest,
      ]),
    );
    expect([was?.PRODUCTS, is?.PRODUCTS]).toEqual([digests.get("PRODUCTS 1"), digests.get("PRODUCTS 2")]);
    expect(was?.PROGRAMMES).toBe(is?.PROGRAMMES);
    const taken = (await api.db.read.of(auditStore).page({ area: "pack" }, { first: 5, after: null })).rows;
    expect(taken.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["pack.takeEffect", null],
      ["pack.load", admin.account.id],
    ]);
  });

  it("F58: what was not looked at is not loaded: another file, another day, another pack since", async () => {
    const text = fileWith("TAXES", ({ taxes }) => {
      taxes[0].rateBasisPoints = 1950;
    });
    const { digest } = await preview("TAXES", text);
    const refused = { pack: null, userErrors: [expect.objectContaining({ code: "PACK_NOT_VALID" })] };
    expect(await load("TAXES", `${text}\n`, digest)).toEqual(refused);
    expect(await load("TAXES", text, digest, { effectiveOn: "2027-01-01" })).toEqual(refused);
    expect(await load("TAXES", text, "")).toEqual(refused);
    const tenants = '{ "tenants": [] }';
    expect(
      (await load("PARTNER_TENANTS", tenants, (await preview("PARTNER_TENANTS", tenants)).digest)).userErrors,
    ).toEqual([]);
    expect(await load("TAXES", text, digest)).toEqual(refused);
    expect(await stateOf("TAXES")).toEqual(["IN_FORCE"]);
    expect((await load("TAXES", text, (await preview("TAXES", text)).digest)).userErrors).toEqual([]);
    expect(
      (await api.db.read.of(catalogueStore).load()).countries.find(({ code }) => code === "AT")?.tax?.basisPoints,
    ).toBe(1950);
  });

  it("F57, F59: a pack that would orphan what runs is refused as a whole, and the old one stays", async () => {
    const person = await api.person({ profile: { country: "PT" } });
    const { planId } = await makeAgreement(api, [person]);
    expect((await openRequest(person, planId, aboutSql())).userErrors).toEqual([]);
    const messages = async (kind: PackKind, change: Parameters<typeof fileWith>[1]) =>
      (await preview(kind, fileWith(kind, change))).problems.map((one: { message: string }) => one.message).join("\n");
    expect(
      await messages(
        "PROGRAMMES",
        (file) =>
          void file.splice(
            file.findIndex((one: { slug: string }) => one.slug === "visual-studio-enterprise"),
            1,
          ),
      ),
    ).toMatch(/visual-studio-enterprise is missing here and still in use: \d+ plans/);
    const withoutServer = await messages("PRODUCTS", (file) => {
      for (const product of file)
        product.versions = product.versions.filter((one: { slug: string }) => one.slug !== "sql-server-2022");
    });
    expect(withoutServer).toMatch(/sql-server-2022 is missing here and still in use: \d+ requests?\./);
    expect(await messages("PORTALS", (file) => void file.pop())).toContain("is missing here and still in use");
    expect(
      await messages("REGIONS", (file) => {
        file.countries = file.countries.filter((one: { code: string }) => one.code !== "PT");
      }),
    ).toContain("PT is missing here and still in use: 1 profile");
    expect(await stateOf("PROGRAMMES")).toEqual(["IN_FORCE"]);
  });

  it("F57: a pack whose day comes when it would orphan by then is held back", async () => {
    const text = fileWith("PROGRAMMES", (file) => {
      file.push({ ...file[0], slug: "soon-gone", name: "Soon gone", nameRo: "Dispare curând" });
    });
    await load("PROGRAMMES", text, (await preview("PROGRAMMES", text)).digest);
    const without = packSeed("PROGRAMMES");
    const later = { effectiveOn: "2026-12-01" };
    await load("PROGRAMMES", without, (await preview("PROGRAMMES", without, later)).digest, later);
    await makeAgreement(api, [], { programmeId: "soon-gone" });
    api.clock.advance(9 * DAY);
    await admin.ask(PACKS);
    await expect.poll(() => stateOf("PROGRAMMES")).toEqual(["HELD_BACK", "IN_FORCE", "PAST"]);
  });

  it("A-1: a customer and an engineer neither see nor load packs; an auditor sees and loads none", async () => {
    const input = { kind: "TAXES", text: "{}" };
    for (const person of [await api.person(), await api.person({ roles: ["ENGINEER", "LEAD"] })]) {
      expect(errorCodes(await person.ask(PACKS))).toEqual(["FORBIDDEN"]);
      expect(errorCodes(await person.ask(PREVIEW, { input }))).toEqual(["FORBIDDEN"]);
    }
    const auditor = await api.person({ roles: ["AUDITOR"] });
    expect((await auditor.ask(PACKS)).data.packs.nodes.length).toBeGreaterThan(7);
    expect(errorCodes(await auditor.ask(LOAD, { input: { ...input, digest: "x" } }))).toEqual(["FORBIDDEN"]);
  });
});
