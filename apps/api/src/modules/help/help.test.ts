/** The help on both databases: search, ratings, articles as data, and what solved a problem (R5, R55, F62, F64). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { articlesOf, referenceArticles } from "../packs/module.js";
import { installArticles } from "./install-articles.js";

const HOUR = 3_600_000;
const SEARCH = `query ($text: String, $family: ID, $audience: String, $version: ID, $first: Int) {
  searchArticles(text: $text, family: $family, audience: $audience, productVersionId: $version, first: $first) {
    totalCount articles { id: slug title kind family { id: slug name } } families { id: slug articleCount } audiences elsewhere { kind family { id: slug } } } }`;
const SAVE = `mutation ($input: SaveArticleInput!) { saveArticle(input: $input) { article { id: slug revision updatedOn editedAt retiredAt } userErrors { code path message } } }`;
const RETIRE = `mutation ($id: ID!, $revision: Int!) { retireArticle(input: { articleId: $id, revision: $revision }) { article { retiredAt } userErrors { code } } }`;
const SOLVED = `mutation ($input: MarkSolvedInput!) { markSolved(input: $input) { deletedDraftId userErrors { code } } }`;
const RATE = `mutation ($id: ID!, $isHelpful: Boolean!) { updateArticleRating(input: { articleId: $id, isHelpful: $isHelpful }) { article { myVote votes { helpful notHelpful } } userErrors { code } } }`;

const printer = {
  articleId: "printer-prints-zebras",
  kind: "PORTAL",
  problems: [],
  tags: ["zebra"],
  title: "The printer prints zebras",
  titleRo: "Imprimanta tipărește zebre",
  body: "Clean the **drum**.",
  bodyRo: "Curățați **tamburul**.",
  audience: ["customers"],
  related: ["portal-severity"],
};
const codesOf = (errors: readonly { readonly code: string; readonly path: readonly string[] | null }[]): string[] =>
  errors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

describeOnBothDatabases("help", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });

  it("R5, F62: everybody finds articles about products, with nobody signed in", async () => {
    const { data, errors } = await api.anonymous(SEARCH, { text: "quorum lost", first: 3 });
    expect(errors).toEqual([]);
    expect(data.searchArticles.articles[0]).toMatchObject({
      id: "cluster-quorum-lost",
      kind: "PRODUCT",
      family: { id: "windows-server" },
    });
    expect(data.searchArticles.articles.length).toBeLessThanOrEqual(3);
  });

  it("F62: the version chosen so far brings its articles to the front", async () => {
    const ask = async (version: string) =>
      (await api.anonymous(SEARCH, { text: "update fails", version })).data.searchArticles.articles[0].family.id;
    const [server, client] = [await ask("windows-server-2025"), await ask("windows-11-24h2-enterprise")];
    expect([server, client]).toEqual(["windows-server", "windows-client"]);
  });

  it("F62: without words all of them, narrowed by family and audience", async () => {
    const all = (await api.anonymous(SEARCH, { first: 100 })).data.searchArticles;
    expect(all.totalCount).toBeGreaterThanOrEqual(82);
    const family = all.families.find((one: { id: string }) => one.id === "sql-server");
    const narrowed = (await api.anonymous(SEARCH, { family: "sql-server", first: 100 })).data.searchArticles;
    expect(narrowed.totalCount).toBe(family.articleCount);
    const [audience] = all.audiences;
    const forSome = (await api.anonymous(SEARCH, { audience, first: 100 })).data.searchArticles;
    expect(forSome.totalCount).toBeGreaterThan(0);
    expect(forSome.totalCount).toBeLessThan(all.totalCount);
  });

  it("F62: a title is had in the language of somebody else, too, and in the answer's where none is named", async () => {
    const document =
      "query ($id: ID!, $language: LanguageCode) { article(id: $id) { title(language: $language) own: title } }";
    const ask = async (language: string | null, header: string) =>
      (await api.anonymous(document, { id: "cluster-quorum-lost", language }, { "accept-language": header })).data
        .article;
    const [en, ro] = [await ask(null, "en"), await ask(null, "ro")];
    expect(en.title).not.toBe(ro.title);
    expect(await ask("RO", "en")).toEqual({ title: ro.title, own: en.title });
    expect(await ask("EN", "ro")).toEqual({ title: en.title, own: ro.title });
  });

  it("R55: the categories of a family are told with their problems, in the language of the answer", async () => {
    const document =
      '{ searchArticles(text: "") { families { id: slug categories { id: slug name problems { id: slug name } } } } }';
    const ask = async (language: string) =>
      (await api.anonymous(document, {}, { "accept-language": language })).data.searchArticles.families.find(
        (one: { id: string }) => one.id === "windows-server",
      );
    const [en, ro] = [await ask("en"), await ask("ro")];
    const clustering = (family: typeof en) =>
      family.categories.find((one: { id: string }) => one.id === "failover-clustering");
    expect(clustering(en).problems.map((one: { id: string }) => one.id)).toContain("quorum-lost");
    expect(clustering(en).name).not.toBe(clustering(ro).name);
  });

  it("R5: where nothing is found, there is somewhere else to go", async () => {
    const { searchArticles } = (await api.anonymous(SEARCH, { text: "qqqqzzzz", version: "sql-server-2022" })).data;
    expect(searchArticles).toMatchObject({
      totalCount: 0,
      articles: [],
      elsewhere: [
        { kind: "FAMILY", family: { id: "sql-server" } },
        { kind: "ALL_ARTICLES", family: null },
        { kind: "NEW_REQUEST", family: null },
      ],
    });
  });

  it("R55: the portal's pages are still the list they were", async () => {
    const { articles } = (await api.anonymous("{ articles { nodes { id: slug kind } } }")).data;
    expect(articles.nodes.length).toBeGreaterThanOrEqual(9);
    expect(new Set(articles.nodes.map((one: { kind: string }) => one.kind))).toEqual(new Set(["PORTAL"]));
  });

  it("F62: one vote of an account, the last one holds; only staff see the counts", async () => {
    const [one, two] = [await api.person(), await api.person()];
    const rate = async (person: Person, isHelpful: boolean) =>
      (await person.ask(RATE, { id: "gpo-not-applied", isHelpful })).data.updateArticleRating.article;
    expect(await rate(one, true)).toEqual({ myVote: true, votes: null });
    await rate(one, true);
    await rate(two, true);
    expect(await rate(two, false)).toEqual({ myVote: false, votes: null });
    const document = '{ article(id: "gpo-not-applied") { myVote votes { helpful notHelpful } } }';
    expect((await admin.ask(document)).data.article).toEqual({ myVote: null, votes: { helpful: 1, notHelpful: 1 } });
    expect((await api.anonymous(document)).data.article).toEqual({ myVote: null, votes: null });
    const found = async (person: Person, fields: string) =>
      (await person.ask(`{ searchArticles(text: "group policy", first: 20) { articles { id: slug ${fields} } } }`)).data
        .searchArticles.articles as readonly { readonly id: string; readonly myVote?: boolean | null }[];
    const own = await found(one, "myVote");
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter(({ myVote }) => myVote !== null)).toEqual([{ id: "gpo-not-applied", myVote: true }]);
    const counted = await found(admin, "votes { helpful notHelpful }");
    expect(counted).toContainEqual({ id: "gpo-not-applied", votes: { helpful: 1, notHelpful: 1 } });
    expect(counted).toContainEqual({ id: own.at(-1)?.id, votes: { helpful: 0, notHelpful: 0 } });
    expect(errorCodes(await one.ask(RATE, { id: "nothing", isHelpful: true }))).toEqual(["NOT_FOUND"]);
  });

  it("R55: an administrator writes an article; it is found at once, in both languages, and the audit record knows", async () => {
    const { article, userErrors } = (await admin.ask(SAVE, { input: printer })).data.saveArticle;
    expect(userErrors).toEqual([]);
    expect(article).toMatchObject({ id: printer.articleId, revision: 1, updatedOn: "2026-11-23", retiredAt: null });
    const ask = async (text: string, language: string) =>
      (await api.anonymous(SEARCH, { text }, { "accept-language": language })).data.searchArticles.articles[0];
    expect(await ask("zebra printer", "en")).toMatchObject({ title: printer.title });
    expect(await ask("zebre imprimanta", "ro")).toMatchObject({ title: printer.titleRo });
    const audit = await api.db.read.of(auditStore).page({ action: "article.save" }, { first: 1, after: null });
    expect(audit.rows[0]).toMatchObject({ objectId: printer.articleId, details: { revision: 1 } });
  });

  it("R55: of two saves of one revision the second is told CHANGED_MEANWHILE, and the first stays", async () => {
    const save = async (title: string) =>
      (await admin.ask(SAVE, { input: { ...printer, revision: 1, title } })).data.saveArticle;
    const answers = await Promise.all(["Zebras, first", "Zebras, second"].map(save));
    expect(answers.map(({ userErrors }) => codesOf(userErrors).join()).sort()).toEqual([
      "",
      "CHANGED_MEANWHILE revision",
    ]);
    const again = (await admin.ask(SAVE, { input: printer })).data.saveArticle;
    expect(codesOf(again.userErrors)).toEqual(["CHANGED_MEANWHILE revision"]);
    expect(errorCodes(await admin.ask(SAVE, { input: { ...printer, articleId: "no-such", revision: 4 } }))).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("R55: HTML is refused with its line, both languages are required, references lead somewhere", async () => {
    const input = {
      ...printer,
      articleId: "another",
      body: "one\n\n<script>alert(1)</script>",
      bodyRo: "",
      related: ["nothing"],
      kind: "PRODUCT",
      family: "nothing",
    };
    const { userErrors } = (await admin.ask(SAVE, { input })).data.saveArticle;
    expect(codesOf(userErrors)).toEqual([
      "ARTICLE_HAS_HTML body",
      "INPUT_REQUIRED bodyRo",
      "INPUT_INVALID family",
      "INPUT_INVALID related.0",
    ]);
    expect(userErrors[0].message).toContain("Line 3");
    expect(errorCodes(await api.anonymous('{ article(id: "another") { id: slug } }'))).toEqual(["NOT_FOUND"]);
  });

  it("R55, F62: the problems of an article are stored and read back, and bring it to the front of what is chosen", async () => {
    const problems = [
      { categoryId: "active-directory", problemId: "account-lockouts" },
      { categoryId: "failover-clustering", problemId: "quorum-lost" },
    ];
    const input = {
      ...printer,
      articleId: "lemurs-at-the-door",
      kind: "PRODUCT",
      family: "windows-server",
      problems,
      tags: ["lemur"],
      title: "Lemurs at the door",
      titleRo: "Lemuri la ușă",
    };
    expect((await admin.ask(SAVE, { input })).data.saveArticle.userErrors).toEqual([]);
    const read = '{ managedArticle(id: "lemurs-at-the-door") { family problems { categoryId problemId } } }';
    expect((await admin.ask(read)).data.managedArticle).toEqual({ family: "windows-server", problems });
    const chosen = `query ($category: ID, $problem: ID) {
      searchArticles(text: "account", productVersionId: "windows-server-2025", categoryId: $category, problemId: $problem, first: 100) { articles { id: slug } } }`;
    const placeOf = async (category: string | null, problem: string | null) =>
      (await api.anonymous(chosen, { category, problem })).data.searchArticles.articles.findIndex(
        (one: { id: string }) => one.id === "lemurs-at-the-door",
      );
    // Its words say nothing of accounts: the name of its problem does.
    const [without, withIt] = [await placeOf(null, null), await placeOf("active-directory", "account-lockouts")];
    expect(without).toBeGreaterThanOrEqual(0);
    expect(withIt).toBeLessThanOrEqual(without);
    expect(withIt).toBeLessThan(2);
  });

  it("R55: a problem that its family does not have is refused at its place", async () => {
    const input = {
      ...printer,
      articleId: "zebras-nowhere",
      kind: "PRODUCT",
      family: "windows-server",
      problems: [
        { categoryId: "failover-clustering", problemId: "quorum-lost" },
        { categoryId: "failover-clustering", problemId: "nothing" },
      ],
    };
    const { userErrors } = (await admin.ask(SAVE, { input })).data.saveArticle;
    expect(codesOf(userErrors)).toEqual(["INPUT_INVALID problems.1"]);
    // Another family has problems of other names.
    const moved = { ...input, family: "sql-server", problems: input.problems.slice(0, 1) };
    expect(codesOf((await admin.ask(SAVE, { input: moved })).data.saveArticle.userErrors)).toEqual([
      "INPUT_INVALID problems.0",
    ]);
  });

  it("R55: what was retired is shown nowhere and found nowhere; saved, it is there again", async () => {
    const retired = (await admin.ask(RETIRE, { id: printer.articleId, revision: 2 })).data.retireArticle;
    expect(retired.userErrors).toEqual([]);
    expect(errorCodes(await api.anonymous(`{ article(id: "${printer.articleId}") { id: slug } }`))).toEqual([
      "NOT_FOUND",
    ]);
    expect((await api.anonymous(SEARCH, { text: "zebra" })).data.searchArticles.totalCount).toBe(0);
    expect((await admin.ask(RETIRE, { id: printer.articleId, revision: 2 })).data.retireArticle.userErrors).toEqual([
      { code: "CHANGED_MEANWHILE" },
    ]);
    const { managedArticle } = (
      await admin.ask(`{ managedArticle(id: "${printer.articleId}") { revision retiredAt } }`)
    ).data;
    expect(managedArticle).toMatchObject({ revision: 3, retiredAt: expect.any(String) });
    await admin.ask(SAVE, { input: { ...printer, revision: 3 } });
    expect((await api.anonymous(SEARCH, { text: "zebra" })).data.searchArticles.totalCount).toBe(1);
  });

  it("R55: shipped corrections come to articles nobody edited, and leave edited and retired ones alone", async () => {
    const read = async (id: string) =>
      (await admin.ask(`{ managedArticle(id: "${id}") { title revision retiredAt } }`)).data.managedArticle;
    const [untouched, edited, gone] = referenceArticles().slice(10, 13);
    if (untouched === undefined || edited === undefined || gone === undefined) throw new Error("too few articles");
    const { id: articleId, updatedOn: _, ...content } = edited;
    const input = { ...content, articleId, revision: 1, title: "Our own words" };
    expect((await admin.ask(SAVE, { input })).data.saveArticle.userErrors).toEqual([]);
    await admin.ask(RETIRE, { id: gone.id, revision: 1 });
    const corrected = [untouched, edited, gone].map((article) => ({ ...article, title: "Corrected" }));
    const added = { ...untouched, id: "shipped-since", title: "Shipped since" };
    expect(await installArticles(api.db, [...corrected, added], api.clock.now())).toBe(true);
    expect(await read(untouched.id)).toMatchObject({ title: "Corrected", revision: 2 });
    expect(await read(edited.id)).toMatchObject({ title: "Our own words", revision: 2 });
    expect(await read(gone.id)).toMatchObject({ title: gone.title, retiredAt: expect.any(String) });
    expect(await read("shipped-since")).toMatchObject({ revision: 1 });
    expect(await installArticles(api.db, [...corrected, added], api.clock.now())).toBe(false);
  });

  it("F64: what solved a problem takes the draft away at no cost, and pressed twice it is one", async () => {
    const person = await api.person();
    const { draft } = (await person.ask(`mutation { saveDraft(input: { content: { title: "t" } }) { draft { id } } }`))
      .data.saveDraft;
    const input = { articleId: "cluster-quorum-lost", draftId: draft.id, idempotencyKey: "once" };
    const answers = [await person.ask(SOLVED, { input }), await person.ask(SOLVED, { input })];
    for (const { data } of answers) expect(data.markSolved).toEqual({ deletedDraftId: draft.id, userErrors: [] });
    const other = { articleId: "portal-severity", idempotencyKey: "once" };
    expect((await person.ask(SOLVED, { input: other })).errors[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect((await person.ask("{ myDrafts { id } }")).data.myDrafts).toEqual([]);
    const rows = (
      await admin.ask("{ selfHelpOutcomes { articleId claims solved waiting cameBack article { id: slug } } }")
    ).data.selfHelpOutcomes;
    expect(rows).toEqual([
      {
        articleId: "cluster-quorum-lost",
        claims: 1,
        solved: 0,
        waiting: 1,
        cameBack: 0,
        article: { id: "cluster-quorum-lost" },
      },
    ]);
  });

  it("F64: somebody else's draft is not there, and nothing is counted", async () => {
    const [owner, other] = [await api.person(), await api.person()];
    const { draft } = (await owner.ask(`mutation { saveDraft(input: { content: {} }) { draft { id } } }`)).data
      .saveDraft;
    const input = { articleId: "dfsr-backlog", draftId: draft.id };
    expect(errorCodes(await other.ask(SOLVED, { input }))).toEqual(["NOT_FOUND"]);
    expect((await owner.ask("{ myDrafts { id } }")).data.myDrafts).toHaveLength(1);
    for (const wrong of [{}, { articleId: "a", treeSlug: "b" }])
      expect(errorCodes(await other.ask(SOLVED, { input: wrong }))).toEqual(["BAD_USER_INPUT"]);
    expect(errorCodes(await other.ask(SOLVED, { input: { treeSlug: "nothing" } }))).toEqual(["NOT_FOUND"]);
    const rows = (await admin.ask("{ selfHelpOutcomes { articleId } }")).data.selfHelpOutcomes;
    expect(rows).toEqual([{ articleId: "cluster-quorum-lost" }]);
  });

  it("F64: it counts as solved once no request on the same problem followed for 72 hours", async () => {
    const [happy, back] = [await api.person(), await api.person()];
    const chosen = { productVersionId: "windows-server-2025", categoryId: "active-directory" };
    const problem = { ...chosen, problemId: "account-lockouts" };
    for (const person of [happy, back])
      await person.ask(SOLVED, { input: { articleId: "ad-account-lockout-source", ...problem } });
    const { planId } = await makeAgreement(api, [back], { incidents: null });
    api.clock.advance(HOUR);
    await openRequest(back, planId, problem);
    api.clock.advance(72 * HOUR);
    const rows = (await admin.ask("{ selfHelpOutcomes(days: 30) { articleId claims solved waiting cameBack } }")).data
      .selfHelpOutcomes;
    expect(rows).toContainEqual({
      articleId: "ad-account-lockout-source",
      claims: 2,
      solved: 1,
      waiting: 0,
      cameBack: 1,
    });
  });

  it("F64: a dialogue is counted as an article is", async () => {
    const { loadTrees } = await import("./trees/load-trees.js");
    const [tree] = loadTrees();
    const person = await api.person();
    expect((await person.ask(SOLVED, { input: { treeSlug: tree?.slug } })).data.markSolved.userErrors).toEqual([]);
    const rows = (await admin.ask("{ selfHelpOutcomes { treeSlug claims } }")).data.selfHelpOutcomes;
    expect(rows).toContainEqual({ treeSlug: tree?.slug, claims: 1 });
  });
});

it("R55: a shipped article with a script in it stops the seed, with file and line", () => {
  const file = JSON.stringify(
    [
      {
        slug: "bad",
        kind: "portal",
        family: null,
        tags: [],
        title: "t",
        body: "fine",
        problems: [],
        audience: ["Benefits"],
        related: [],
        updatedOn: "2026-11-01",
        ro: { title: "t", body: "bun\n<script>alert(1)</script>" },
      },
    ],
    null,
    1,
  );
  const line = file.split("\n").findIndex((text) => text.includes("<script>")) + 1;
  expect(() => articlesOf(file)).toThrow(`seeds/articles.json:${line}: line 2 of the text`);
});
