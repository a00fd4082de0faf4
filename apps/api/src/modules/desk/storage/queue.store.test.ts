/** The queue and its search on both databases: the same rows, the same order, nothing told to who may not know it (F41, F52). */
import { EVERYTHING_OPEN, type QueueFilter } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { requestStore } from "../../requests/module.js";
import { type QueueQuestion, queueStore } from "./queue.store.js";

describeOnBothDatabases("the queue", (databases) => {
  let api: TestApi;
  let customer: Person;
  let planId: string;
  let engineer: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    customer = await api.person();
    engineer = await api.person({ roles: ["ENGINEER"] });
    ({ planId } = await makeAgreement(api, [customer], { incidents: null, programmeId: "visual-studio-enterprise" }));
  });
  const open = async (title: string, more: object = {}): Promise<string> =>
    (await openRequest(customer, planId, { title, ...more })).confirmation.requestId;
  const ask = async (more: Partial<Omit<QueueQuestion, "filter">> & { filter?: Partial<QueueFilter> } = {}) => {
    const { filter, ...rest } = more;
    const question: QueueQuestion = {
      viewer: { id: engineer.account.id, teamIds: [], isWorker: true, isLead: false },
      filter: { ...EVERYTHING_OPEN, ...filter },
      statuses: null,
      productVersionIds: null,
      search: null,
      now: api.clock.now(),
      ...rest,
    };
    const { rows } = await api.db.read.of(queueStore).page(question, { first: 100, after: null });
    expect(await api.db.read.of(queueStore).count(question)).toBe(rows.length);
    return rows.map(({ id }) => id);
  };

  it("F41: finds by beginnings of words, without case and diacritics, the same on both databases", async () => {
    const corpus = {
      romanian: await open("Poșta electronică nu pornește după ACTUALIZARE", {
        description: "Mesaj: eroare 0x8004010F",
      }),
      comma: await open("Stația ţine minte o ţintă", { description: "ş vechi, ș nou" }),
      german: await open("Straße und Größe: Übergröße", {
        description: "e-mail.server@example.test, C:\\\\Windows\\System32",
      }),
      greek: await open("Ένα πρόβλημα Ωmega", { description: "日本語 テスト" }),
    };
    const find = (search: string) => ask({ search });
    expect(await find("posta")).toEqual([corpus.romanian]);
    expect(await find("POȘTA actual")).toEqual([corpus.romanian]);
    expect(await find("0x80040")).toEqual([corpus.romanian]);
    expect(await find("statia tinta")).toEqual([corpus.comma]);
    expect(await find("ubergr")).toEqual([corpus.german]);
    expect(await find("strasse")).toEqual([corpus.german]);
    expect(await find("80040")).toEqual([corpus.romanian]);
    expect(await find("本語")).toEqual([corpus.greek]);
    expect(await find("straße")).toEqual([corpus.german]);
    expect(await find("system32 server")).toEqual([corpus.german]);
    expect(await find("e-mail")).toEqual([corpus.german]);
    expect(await find("προβλημα")).toEqual([corpus.greek]);
    expect(await find("日本")).toEqual([corpus.greek]);
    expect(await find("ta")).toEqual([]);
    const { number = "" } = (await api.db.read.of(requestStore).byId(corpus.comma)) ?? {};
    expect(await find(number)).toEqual([corpus.comma]);
  });

  it("I-12, F41: signs of either query language are words to look for, or nothing", async () => {
    const id = await open("Quoted search");
    for (const hostile of [
      `"quoted" OR`,
      "quoted' & !x",
      `quoted:* | (search`,
      "quoted NEAR(search)",
      "quo\\ted",
      "-quoted^2",
    ])
      expect(Array.isArray(await ask({ search: hostile }))).toBe(true);
    expect(await ask({ search: `"Quoted"*` })).toEqual([id]);
    expect(await ask({ search: "quoted' & search" })).toEqual([id]);
    expect(await ask({ search: "!!! ---" })).toEqual([]);
  });

  it("F41, F52: what is unanswered comes first, by its deadline; pages neither shift nor repeat", async () => {
    await open("Later one", { severity: "MINIMAL" });
    await open("Sooner one", { severity: "CRITICAL", support24x7: true });
    const answered = await open("Answered one", { severity: "CRITICAL", support24x7: true });
    await api.db.transaction("answer", (tx) =>
      tx.of(requestStore).update(answered, { firstRespondedAt: api.clock.now() }),
    );
    const all = await ask();
    const rows = await api.db.read.of(requestStore).byIds(all);
    const places = all.map((id) => {
      const row = rows.find((one) => one.id === id);
      return [row?.firstRespondedAt === null ? 0 : 1, row?.firstResponseDueAt ?? 0, id] as const;
    });
    expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
    expect(all.at(-1)).toBe(answered);
    const question = {
      viewer: { id: engineer.account.id, teamIds: [], isWorker: true, isLead: false },
      filter: EVERYTHING_OPEN,
      statuses: null,
      productVersionIds: null,
      search: null,
      now: api.clock.now(),
    };
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await api.db.read.of(queueStore).page(question, { first: 2, after });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.endCursor;
      if (!page.hasNextPage) break;
    }
    expect(paged).toEqual(all);
  });

  it("F52: filters by owner, status, severity, product and how near the deadline is", async () => {
    const id = await open("Filtered one", { severity: "CRITICAL", support24x7: true });
    const is = async (more: Parameters<typeof ask>[0]) => (await ask(more)).includes(id);
    expect(await is({ filter: { owner: "UNASSIGNED" } })).toBe(true);
    expect(await is({ filter: { owner: "MINE" } })).toBe(false);
    expect(await is({ filter: { severities: ["MINIMAL"] } })).toBe(false);
    expect(await is({ productVersionIds: ["windows-server-2025"] })).toBe(true);
    expect(await is({ productVersionIds: [] })).toBe(false);
    const due = (await api.db.read.of(requestStore).byId(id))?.firstResponseDueAt ?? 0;
    const states = async (now: number) => {
      const told = [];
      for (const state of ["PENDING", "NEAR_BREACH", "BREACHED", "MET", "MISSED"] as const)
        if (await is({ now, filter: { firstResponse: [state] } })) told.push(state);
      return told;
    };
    expect(await states(due - 31 * 60_000)).toEqual(["PENDING"]);
    expect(await states(due - 30 * 60_000)).toEqual(["NEAR_BREACH"]);
    expect(await states(due)).toEqual(["NEAR_BREACH"]);
    expect(await states(due + 1)).toEqual(["BREACHED"]);
    await api.db.transaction("answer late", (tx) => tx.of(requestStore).update(id, { firstRespondedAt: due + 1 }));
    expect(await states(due + 2)).toEqual(["MISSED"]);
    expect(await is({ statuses: ["NEW"], filter: { statuses: ["NEW"] } })).toBe(true);
    expect(await is({ statuses: ["CLOSED"], filter: { statuses: ["CLOSED"] } })).toBe(false);
  });

  it("A-3, A-4: neither a search nor a filter on facts tells of another team's request", async () => {
    const id = await open("Hidden pineapple");
    await api.db.transaction("route", (tx) => tx.of(requestStore).update(id, { teamId: "elsewhere" }));
    const viewer = { id: engineer.account.id, teamIds: ["here"], isWorker: true, isLead: false };
    expect(await ask({ viewer })).toContain(id);
    expect(await ask({ viewer, search: "pineapple" })).toEqual([]);
    expect(await ask({ viewer, statuses: ["NEW"], filter: { statuses: ["NEW"] } })).not.toContain(id);
    expect(await ask({ viewer, filter: { turn: "SUPPORT" } })).not.toContain(id);
    expect(await ask({ viewer: { ...viewer, teamIds: ["elsewhere"] }, search: "pineapple" })).toEqual([id]);
    expect(await ask({ viewer: { ...viewer, isLead: true }, search: "pineapple" })).toEqual([id]);
    await api.db.transaction("take", (tx) => tx.of(requestStore).update(id, { engineerId: customer.account.id }));
    expect(await ask({ viewer: { ...viewer, teamIds: ["elsewhere"] }, search: "pineapple" })).toEqual([]);
    expect(await ask({ viewer: { ...viewer, id: customer.account.id }, search: "pineapple" })).toEqual([id]);
  });
});
