/** Imports of agreements on both databases: a report per row, all or nothing, stopped at any moment (E14, F56, F77). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { codesOf, makeAgreement } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { managedPlanStore, planStore } from "../../agreements/module.js";
import { packStore } from "../../packs/module.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import { overviewStore } from "../storage/overview.store.js";
import { beginLoading, dropImport, forgetReports, loadImport, STALE_MS } from "./load-import.js";
import { beginImport, checkImport, endStaleImports } from "./run-import.js";

const STATE = "id state total done accepted existing rejected finishedAt createdBy { email } rejectedUrl";
const BEGIN = `mutation ($text: String!) { createAgreementImport(input: { fileName: "agreements.csv", text: $text }) {
  agreementImport { ${STATE} } userErrors { code message } } }`;
const ONE = `query ($id: ID!) { agreementImport(id: $id) { ${STATE} rows(first: 100) { totalCount nodes {
  line outcome message planId programmeId startsOn endsOn incidents recipient } } } }`;
const step = (name: string) =>
  `mutation ($id: ID!) { ${name}(input: { importId: $id }) { agreementImport { state } userErrors { code message } } }`;
const HEAD = "programme,accessId,agreementId,startsOn,endsOn,incidents,used,recipientName,recipientEmail,language";
const FILE = { fileName: "f", language: "en", actorId: null } as const;
const PROGRAMME = "visual-studio-enterprise";

describeOnBothDatabases("imports of agreements", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    // Asked again and again until an import has ended.
    api = await createTestApi({ db: await databases.open(), limits: { costBucket: 100_000_000 } });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });
  const ground = () => ({ db: api.db, clock: api.clock, timeZone: "UTC", isGuest: false });
  const settled = async (id: string, person = admin) => {
    for (;;) {
      const one = (await person.ask(ONE, { id })).data.agreementImport;
      if (one.state !== "CHECKING" && one.state !== "LOADING") return one;
    }
  };
  const countAll = async () => ({
    plans: await api.db.read.of(managedPlanStore).count({ now: 0 }),
    audit: (await api.db.read.of(auditStore).list(0, 1_000_000)).filter((row) => row.action === "agreementImport.load")
      .length,
  });
  const file = (count: number, name: string) =>
    [
      HEAD,
      ...Array.from({ length: count }, (_, place) => `${PROGRAMME},${name}-${place},${place}7,2026-10-01,,,,,,`),
    ].join("\n");
  const begin = async (text: string) => (await admin.ask(BEGIN, { text })).data.createAgreementImport;

  it("M-4, K7: under a key a file is taken in once, and loaded once", async () => {
    const keyed = async (name: string, type: string, input: object) => {
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { agreementImport { id } userErrors { code } } }`;
      return admin.ask(document, { input: { ...input, idempotencyKey: `of-${name}` } });
    };
    const sent = { fileName: "keyed.csv", text: file(3, "KEYED") };
    const beginKeyed = (input: object) => keyed("createAgreementImport", "CreateAgreementImportInput", input);
    const first = (await beginKeyed(sent)).data.createAgreementImport;
    expect((await beginKeyed(sent)).data.createAgreementImport).toEqual(first);
    expect(errorCodes(await beginKeyed({ ...sent, fileName: "other.csv" }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    const { id: importId } = first.agreementImport;
    await settled(importId);
    const before = await countAll();
    const startKeyed = (input: object) => keyed("startAgreementImport", "StartAgreementImportInput", input);
    expect((await startKeyed({ importId })).data.startAgreementImport.userErrors).toEqual([]);
    await settled(importId);
    expect((await startKeyed({ importId })).data.startAgreementImport).toEqual(first);
    expect(await countAll()).toEqual({ plans: before.plans + 3, audit: before.audit + 1 });
  });

  it("E14, F56: previews a file with a report per row, takes nothing before it is started, then all accepted rows", async () => {
    const known = await makeAgreement(api);
    const rows = [
      `${PROGRAMME},000-1,0000456,2026-10-01,,,1,Ana Pop,Ana@X.example,ro`,
      `${PROGRAMME},${known.accessId},${known.agreementId},2026-10-01,,,,,,`,
      `${PROGRAMME},0001,0000456,2026-10-01,,,,,,`,
      "nothing,1,2,2026-10-01,,,,,,",
      `${PROGRAMME},AB-12,CD 34,2026-01-01,2026-12-31,unlimited,7,,,`,
    ];
    const before = await countAll();
    const begun = await begin(`\uFEFF${[HEAD, ...rows].join("\r\n")}\r\n`);
    expect(begun).toMatchObject({
      agreementImport: { total: 5, createdBy: { email: admin.account.email } },
      userErrors: [],
    });
    const { id } = begun.agreementImport;
    const checked = await settled(id);
    expect(checked).toMatchObject({ state: "CHECKED", done: 5, accepted: 2, existing: 1, rejected: 2 });
    expect(checked.rows.nodes).toMatchObject([
      {
        line: 2,
        outcome: "ACCEPTED",
        startsOn: "2026-10-01",
        endsOn: "2027-10-01",
        incidents: 4,
        recipient: "ana@x.example",
      },
      { line: 3, outcome: "EXISTS", planId: known.planId },
      { line: 4, outcome: "REJECTED", message: "The same pair of IDs stands on line 2 already." },
      { line: 5, outcome: "REJECTED", message: "Column programme: There is no programme nothing." },
      { line: 6, outcome: "ACCEPTED", endsOn: "2026-12-31", incidents: null },
    ]);
    expect(await countAll()).toEqual(before);
    const stored = JSON.stringify(
      await api.db.read.of(agreementImportStore).rows(id, null, { first: 10, after: null }),
    );
    expect(stored).not.toContain("0000456");
    const romanian = await admin.ask(ONE, { id }, { "accept-language": "ro" });
    expect(romanian.text).toContain("Aceeași pereche de ID-uri se află deja pe linia 2.");
    expect((await admin.ask(step("startAgreementImport"), { id })).data.startAgreementImport.userErrors).toEqual([]);
    const loaded = await settled(id);
    expect(loaded).toMatchObject({ state: "LOADED", accepted: 2, rejected: 2 });
    expect(loaded.rows.nodes.map((row: { outcome: string }) => row.outcome)).toEqual([
      "ADDED",
      "EXISTS",
      "REJECTED",
      "REJECTED",
      "ADDED",
    ]);
    expect(await countAll()).toEqual({ plans: before.plans + 2, audit: before.audit + 1 });
    const end =
      "query ($id: ID!) { agreementImport(id: $id) { rows(last: 2) { nodes { line } pageInfo { startCursor } } } }";
    const { rows: ended } = (await admin.ask(end, { id })).data.agreementImport;
    expect(ended.nodes).toEqual([{ line: 5 }, { line: 6 }]);
    const back = `query ($id: ID!) { agreementImport(id: $id) { rows(last: 1, before: "${ended.pageInfo.startCursor}") { nodes { line } } } }`;
    expect((await admin.ask(back, { id })).data.agreementImport.rows.nodes).toEqual([{ line: 4 }]);
    const [first, , , , last] = loaded.rows.nodes;
    expect(await api.db.read.of(planStore).byPair({ accessId: "0001", agreementId: "0000456" })).toMatchObject({
      id: first.planId,
      incidentsTotal: 4,
      incidentsRemaining: 3,
    });
    expect(await api.db.read.of(planStore).pairOf(last.planId)).toEqual({ accessId: "AB12", agreementId: "CD34" });
    expect((await api.db.read.of(managedPlanStore).byId(first.planId))?.recipient).toEqual({
      name: "Ana Pop",
      email: "ana@x.example",
      language: "ro",
    });
    for (const name of ["startAgreementImport", "cancelAgreementImport"])
      expect(codesOf((await admin.ask(step(name), { id })).data[name])).toEqual(["IMPORT_NOT_VALID"]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F56: the same in JSON; the same file again adds nothing", async () => {
    const list = [
      { programme: PROGRAMME, accessId: "JS-1", agreementId: "0077", startsOn: "2026-10-01", incidents: 9 },
    ];
    for (const outcome of ["ADDED", "EXISTS"]) {
      const { agreementImport } = await begin(JSON.stringify(list));
      await settled(agreementImport.id);
      await admin.ask(step("startAgreementImport"), { id: agreementImport.id });
      const done = await settled(agreementImport.id);
      expect(done.rows.nodes).toMatchObject([{ line: 1, outcome }]);
    }
    expect(await api.db.read.of(planStore).byPair({ accessId: "JS1", agreementId: "0077" })).toMatchObject({
      incidentsTotal: 9,
    });
  });

  it.each([
    ["", "The file has no rows."],
    ["programme,accessId\nx,1\n", "The head of the file lacks agreementId, startsOn."],
    [`${HEAD}\n${PROGRAMME},"open`, "The quotation mark that opens on line 2 is never closed."],
    ['[{"programme": 1},\n oops]', "The file is not a JSON list of objects."],
    ["[1]", "The file is not a JSON list of objects."],
  ])("F56: a file that cannot be read is refused whole: %j", async (text, message) => {
    expect((await begin(text)).userErrors).toMatchObject([{ code: "TABLE_NOT_READ", message }]);
  });

  it("F56: stopped while it is checked, once it is checked, or while it is loaded: nothing is left, and the next one may begin", async () => {
    const before = await countAll();
    const take = async (count: number, name: string) => {
      const begun = await beginImport(ground(), { ...FILE, bytes: Buffer.from(file(count, name)) });
      if (!begun.ok) throw new Error(JSON.stringify(begun));
      return begun.value;
    };
    const checking = await take(600, "STOP-A");
    const running = checkImport(ground(), checking);
    expect((await begin(file(1, "OTHER"))).userErrors).toMatchObject([
      { code: "IMPORT_NOT_VALID", message: "Another import is being worked on." },
    ]);
    expect(await dropImport(ground(), checking.importId, null)).toBe(true);
    expect(await running).toBe(false);
    const checked = await take(10, "STOP-B");
    await checkImport(ground(), checked);
    expect(
      (await admin.ask(step("cancelAgreementImport"), { id: checked.importId })).data.cancelAgreementImport,
    ).toMatchObject({ agreementImport: { state: "CANCELLED" } });
    const loading = await take(400, "STOP-C");
    await checkImport(ground(), loading);
    expect(await beginLoading(ground(), loading.importId)).toBe(true);
    expect(await beginLoading(ground(), loading.importId)).toBe(false);
    const load = loadImport(ground(), loading.importId, null);
    expect(await dropImport(ground(), loading.importId, null)).toBe(true);
    expect(await load).toBe(false);
    for (const { importId } of [checking, checked, loading]) {
      expect((await settled(importId)).state).toBe("CANCELLED");
      expect(await api.db.read.of(agreementImportStore).countRows(importId, null)).toBe(0);
    }
    expect(await countAll()).toEqual(before);
    expect(await api.db.read.of(planStore).byPair({ accessId: "STOPC0", agreementId: "07" })).toBeNull();
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F56: an import whose worker is gone says so, and leaves nothing", async () => {
    const begun = await beginImport(ground(), { ...FILE, bytes: Buffer.from(file(3, "GONE")) });
    if (!begun.ok) throw new Error("refused");
    const { importId } = begun.value;
    expect(await endStaleImports(ground(), api.clock.now())).toBe(0);
    api.clock.advance(STALE_MS + 1);
    expect((await admin.ask(ONE, { id: importId })).data.agreementImport.state).toBe("INTERRUPTED");
    expect(await endStaleImports(ground(), api.clock.now())).toBe(1);
    expect(await checkImport(ground(), begun.value)).toBe(false);
    expect(await api.db.read.of(agreementImportStore).countRows(importId, null)).toBe(0);
  });

  const begunWith = async (count: number, name: string): Promise<string> => {
    const begun = await beginImport(ground(), { ...FILE, bytes: Buffer.from(file(count, name)) });
    if (!begun.ok) throw new Error(JSON.stringify(begun));
    await checkImport(ground(), begun.value);
    expect(await beginLoading(ground(), begun.value.importId)).toBe(true);
    return begun.value.importId;
  };
  /** What anybody could notice of agreements. */
  const seen = async (pair: { accessId: string; agreementId: string }) => ({
    ...(await countAll()),
    byPair: await api.db.read.of(planStore).byPair(pair),
    listed: (await api.db.read.of(planStore).list({ first: 1000, after: null })).rows.length,
    overview: await api.db.read.of(overviewStore).plans(api.clock.now()),
    broken: await api.db.verify(api.clock.now()),
  });
  /** A worker that writes one slice and dies. */
  const killed = async (count: number, name: string): Promise<string> => {
    const importId = await begunWith(count, name);
    const slice = { importId, actorId: null, done: 0, after: 0, most: 40, at: api.clock.now() };
    const written = await api.db.transaction("write import", (tx) => tx.of(agreementImportStore).writeSlice(slice));
    expect(written).toMatchObject({ rows: 40 });
    api.clock.advance(STALE_MS + 1);
    return importId;
  };

  it("K9: what is written is seen by nobody until all of it is; killed in between, it goes on", async () => {
    const pair = { accessId: "KILLA0", agreementId: "07" };
    const before = await seen(pair);
    expect(before).toMatchObject({ byPair: null, broken: [] });
    const id = await killed(100, "KILL-A");
    expect(await seen(pair)).toEqual(before);
    expect((await admin.ask(ONE, { id })).data.agreementImport).toMatchObject({
      state: "PAUSED",
      done: 40,
      accepted: 100,
    });
    expect((await begin(file(1, "OTHER"))).userErrors).toMatchObject([
      { code: "IMPORT_NOT_VALID", message: `The import ${id} has not come to its end: nothing of it is in force.` },
    ]);
    // Whoever was taken for dead and comes back writes nothing.
    expect((await admin.ask(step("startAgreementImport"), { id })).data.startAgreementImport.userErrors).toEqual([]);
    expect(await settled(id)).toMatchObject({ state: "LOADED", accepted: 100, done: 100 });
    const after = await seen(pair);
    expect(after).toMatchObject({ plans: before.plans + 100, listed: before.listed + 100, broken: [] });
    expect(after.byPair).not.toBeNull();
  });

  it("K9: a slice looks at nothing before the line it begins after: the last costs what the first did", async () => {
    const importId = await begunWith(30, "CURSOR");
    const write = (done: number, after: number) =>
      api.db.transaction("write import", (tx) =>
        tx.of(agreementImportStore).writeSlice({ importId, actorId: null, done, after, most: 10, at: api.clock.now() }),
      );
    // Lines 2 to 31.
    expect(await write(0, 21)).toEqual({ rows: 10, last: 31 });
    expect(await write(10, 31)).toEqual({ rows: 0, last: 31 });
    expect(await write(10, 0)).toEqual({ rows: 10, last: 11 });
    expect(await write(20, 11)).toEqual({ rows: 10, last: 21 });
    expect(await loadImport(ground(), importId, null)).toBe(true);
    expect(await api.db.read.of(agreementImportStore).byId(importId)).toMatchObject({
      state: "LOADED",
      done: 30,
      accepted: 30,
    });
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("K9: killed in between, it is dropped by its id; its pairs are free again", async () => {
    const before = await seen({ accessId: "KILLB0", agreementId: "07" });
    const used = await api.db.read.of(packStore).use();
    const id = await killed(60, "KILL-B");
    expect(await dropImport(ground(), id, null)).toBe(true);
    expect(await seen({ accessId: "KILLB0", agreementId: "07" })).toEqual(before);
    expect(await api.db.read.of(packStore).use()).toEqual(used);
    expect(await api.db.read.of(agreementImportStore).countRows(id, null)).toBe(0);
    expect(await loadImport(ground(), await begunWith(60, "KILL-B"), null)).toBe(true);
    expect(await countAll()).toEqual({ plans: before.plans + 60, audit: before.audit + 1 });
  });

  it("K9: the report on an import is forgotten in slices; what it added stays", async () => {
    api.clock.advance(1);
    const importId = await begunWith(120, "REPORT");
    expect(await loadImport(ground(), importId, null)).toBe(true);
    const before = await countAll();
    const reported = () => api.db.read.of(agreementImportStore).countRows(importId, null);
    expect(await forgetReports(api.db, api.clock.now())).toBeGreaterThanOrEqual(0);
    expect(await reported()).toBe(120);
    const slices: string[] = [];
    const counted = new Proxy(api.db, {
      get: (db, name) =>
        name === "transaction"
          ? (...[what, work]: Parameters<typeof db.transaction>) => {
              slices.push(what);
              return db.transaction(what, work);
            }
          : Reflect.get(db, name, db),
    });
    expect(await forgetReports(counted, api.clock.now() + 1)).toBe(120);
    expect(slices.filter((name) => name === "forget report").length).toBeGreaterThanOrEqual(3);
    expect(await reported()).toBe(0);
    expect(await countAll()).toEqual(before);
  });

  it("K9: people save while it is loaded: none fails, and none waits for more than one slice", async () => {
    const importId = await begunWith(1500, "BESIDE");
    let slices = 0;
    const counted = {
      ...ground(),
      db: new Proxy(api.db, {
        get: (db, name) =>
          name === "transaction"
            ? (what: string, work: Parameters<typeof db.transaction>[1]) => {
                return db.transaction(what, (tx) => {
                  slices += 1;
                  return work(tx);
                });
              }
            : Reflect.get(db, name, db),
      }),
    };
    let isLoaded = false;
    const loading = loadImport(counted, importId, null).finally(() => {
      isLoaded = true;
    });
    const waited: number[] = [];
    while (!isLoaded) {
      const asked = slices;
      waited.push(await api.db.transaction("save", async () => slices - asked));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await loading).toBe(true);
    expect(waited.length).toBeGreaterThan(3);
    if (api.db.dialect === "sqlite") expect(Math.max(...waited)).toBeLessThanOrEqual(1);
  });

  it("F56, F82: who reads agreements sees imports, who manages them works on them; each step is on record", async () => {
    const auditor = await api.person({ roles: ["AUDITOR"] });
    expect(
      (await auditor.ask("{ agreementImports(first: 2) { totalCount nodes { id } } }")).data.agreementImports.nodes,
    ).toHaveLength(2);
    const actions = (await api.db.read.of(auditStore).list(0, 1_000_000)).map((row) => row.action);
    for (const action of ["begin", "load", "stop"]) expect(actions).toContain(`agreementImport.${action}`);
  });
});
