/** Administration over HTTP on a whole server: roles taken at once, letters, a large import, files no spreadsheet runs (F56, F60, F82; ). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { planStore } from "../../agreements/module.js";
import { accountStore } from "../../identity/module.js";

const MINUTE = 60_000;
const PROGRAMME = "visual-studio-enterprise";

describe("administration over HTTP", () => {
  let server: TestServer;
  let admin: string;
  beforeAll(async () => {
    server = await startTestServer({ seed: "demo" });
    admin = await server.signInAs("u-admin");
  });
  afterAll(() => server?.stop());

  const ask = async (cookie: string, query: string, variables: object = {}) => {
    const answer = await fetch(new URL("/graphql", server.origin), {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: server.origin },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as { data: Record<string, never>; errors?: { extensions: { code: string } }[] };
  };
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is what its test asked for.
  const dataOf = async (cookie: string, query: string, variables: object = {}): Promise<any> =>
    (await ask(cookie, query, variables)).data;
  const get = (path: string, cookie?: string) =>
    fetch(new URL(path, server.origin), { redirect: "manual", headers: cookie === undefined ? {} : { cookie } });
  const accountId = async (email: string) => (await server.db.read.of(accountStore).list({ email }))[0]?.id ?? "";
  const issue = async (more: object) =>
    (
      await dataOf(
        admin,
        "mutation ($input: CreateAgreementsInput!) { createAgreements(input: $input) { issued { planId accessId agreementId letterUrl } } }",
        { input: { programmeId: PROGRAMME, startsOn: "2026-11-20", ...more } },
      )
    ).createAgreements.issued[0];

  it("F60: a role that is taken, and a session that is ended, hold no longer at the very next request", async () => {
    const [lead, again] = [await server.signInAs("u-lead"), await server.signInAs("u-lead")];
    const overview = "{ managedAgreements { totalCount } }";
    expect((await ask(lead, overview)).errors).toBeUndefined();
    const id = await accountId((await dataOf(lead, "{ viewer { account { email } } }")).viewer.account.email);
    const roles =
      "mutation ($id: ID!, $roles: [StaffRole!]!) { updateStaffRoles(input: { accountId: $id, roles: $roles }) { userErrors { code } } }";
    await ask(admin, roles, { id, roles: [] });
    for (const cookie of [lead, again])
      expect((await ask(cookie, overview)).errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    expect((await get("/admin/export/agreements.csv", lead)).status).toBe(403);
    await ask(admin, roles, { id, roles: ["LEAD"] });
    expect((await ask(lead, overview)).errors).toBeUndefined();
    const { sessions } = (
      await dataOf(admin, "query ($id: ID!) { managedAccount(id: $id) { sessions { nodes { id } } } }", { id })
    ).managedAccount;
    expect(sessions.nodes).toHaveLength(2);
    await ask(admin, "mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ended } }", {
      id: sessions.nodes[0].id,
    });
    expect((await ask(again, overview)).errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
    await ask(admin, "mutation ($id: ID!) { revokeAllSessions(input: { accountId: $id }) { ended } }", { id });
    expect((await ask(lead, overview)).errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
  });

  it("F56, A-7: a letter shows both IDs in the recipient's language, to an administrator who has just signed in, and is on record", async () => {
    const issued = await issue({ recipientName: "Ștefan <b>Pop</b>", language: "RO" });
    const page = await get(issued.letterUrl, admin);
    const text = await page.text();
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    for (const shown of [
      issued.accessId,
      issued.agreementId,
      'lang="ro"',
      "Acordul dumneavoastră",
      "4 incidente",
      "De activat până la",
      "20 noiembrie 2027",
      'alt="Cod QR cu ambele ID-uri" src="data:image/svg+xml',
    ])
      expect(text).toContain(shown);
    const inForce = await issue({ needsActivation: false, language: "EN" });
    expect(await (await get(inForce.letterUrl, admin)).text()).toContain("from 20 November 2026 to 20 November 2027");
    expect(text).not.toContain("<b>Pop");
    const english = await issue({ language: "EN", incidents: 1 });
    expect(await (await get(english.letterUrl, admin)).text()).toContain("1 incident<");
    const letters = (
      await server.db.read.of(auditStore).page({ action: "agreement.letter" }, { first: 9, after: null })
    ).rows;
    expect(letters.map(({ objectId }) => objectId)).toEqual([english.planId, inForce.planId, issued.planId]);
    expect((await get(issued.letterUrl)).headers.get("location")).toContain(
      "/auth/login?returnTo=%2Fadmin%2Fletters%2F",
    );
    expect((await get(issued.letterUrl, await server.signInAs("u-lead"))).status).toBe(403);
    expect((await get("/admin/letters/pln_none", admin)).status).toBe(404);
    server.clock.advance(16 * MINUTE);
    const late = await get(issued.letterUrl, admin);
    expect([late.status, late.headers.get("location")]).toEqual([303, expect.stringContaining("prompt=login")]);
    admin = await server.signInAs("u-admin");
  });

  const send = (text: string, headers: Record<string, string> = { origin: server.origin, cookie: admin }) =>
    fetch(new URL("/admin/imports?fileName=large.csv", server.origin), {
      method: "POST",
      headers: { "content-type": "text/csv", ...headers },
      body: text,
    });
  const stateOf = async (id: string) =>
    (
      await dataOf(admin, "query ($id: ID!) { agreementImport(id: $id) { state total done accepted rejected } }", {
        id,
      })
    ).agreementImport;
  const until = async (id: string, state: string) => {
    const seen = new Set<number>();
    for (;;) {
      const one = await stateOf(id);
      seen.add(one.done);
      if (one.state === state) return { one, steps: seen.size };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it("F56: ten thousand agreements from one file, with progress to see, and the rejected rows to fetch", {
    timeout: 60_000,
  }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, place) => `${PROGRAMME},L-${place},${place}55,2026-10-01`);
    rows[5000] = `${PROGRAMME},=cmd|'x',1,2026-10-01`;
    const sent = await send(["programme,accessId,agreementId,startsOn", ...rows].join("\n"));
    expect(sent.status).toBe(201);
    const { id } = (await sent.json()) as { id: string };
    const checked = await until(id, "CHECKED");
    expect(checked.one).toMatchObject({ total: 10_000, done: 10_000, accepted: 9_999, rejected: 1 });
    expect(checked.steps).toBeGreaterThan(2);
    await ask(admin, "mutation ($id: ID!) { startAgreementImport(input: { importId: $id }) { userErrors { code } } }", {
      id,
    });
    await until(id, "LOADED");
    expect(await server.db.read.of(planStore).byPair({ accessId: "L9999", agreementId: "999955" })).not.toBeNull();
    const rejected = await get(`/admin/imports/${id}/rejected.csv`, admin);
    expect(rejected.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await rejected.text()).split("\r\n")[1]).toBe(
      `5002;Coloana accessId: Un ID are între 1 și 64 de litere și cifre.;${PROGRAMME};'=cmd|'x';'1;'2026-10-01;;;;;;`,
    );
    expect((await get("/admin/imports/imp_none/rejected.csv", admin)).status).toBe(404);
    expect(await server.db.verify(server.clock.now())).toEqual([]);
  });

  it("F56, I-9: a file from another site, of nobody, of a lead or without rows is not taken in", async () => {
    const statusOf = async (headers: Record<string, string>) => (await send("programme\n", headers)).status;
    expect(await statusOf({ cookie: admin, origin: "https://elsewhere.example" })).toBe(403);
    expect(await statusOf({ origin: server.origin })).toBe(401);
    expect(await statusOf({ cookie: await server.signInAs("u-lead"), origin: server.origin })).toBe(403);
    const refused = await send("programme\n");
    expect([refused.status, await refused.json()]).toEqual([
      422,
      {
        userErrors: [
          expect.objectContaining({
            code: "TABLE_NOT_READ",
            message: "Din antetul fișierului lipsește accessId, agreementId, startsOn.",
          }),
        ],
      },
    ]);
  });

  it("F56, F60, F82: whole lists as CSV, for whoever may read them; that they were fetched is on record", async () => {
    await issue({ recipientName: "=SUM(A1)", language: "EN" });
    for (const [name, head] of [
      ["agreements", "id;programme;state"],
      ["accounts", "id;kind;name"],
      ["audit", "seq;at;actor"],
    ] as const) {
      const file = await get(`/admin/export/${name}.csv`, admin);
      const text = await file.text();
      expect(text).toContain(head);
      expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${name}.csv"`);
      if (name === "agreements") expect(text).toContain(";'=SUM(A1);");
      expect((await get(`/admin/export/${name}.csv`)).status).toBe(401);
    }
    const exports = (await server.db.read.of(auditStore).page({ action: "export" }, { first: 9, after: null })).rows;
    expect(exports.map(({ objectId }) => objectId)).toEqual(["audit", "accounts", "agreements"]);
  });

  it("F79: the overview's file holds the period its page shows, and a period that is none gives nothing", async () => {
    const amounts = async (query: string): Promise<string[]> =>
      (await (await get(`/admin/export/overview.csv${query}`, admin)).text())
        .split("\r\n")
        .filter((row) => row.startsWith("incidentsByWeek"));
    const weeks = await amounts("?days=365");
    expect(weeks.length).toBeGreaterThan((await amounts("?days=7")).length);
    expect(await amounts("")).toEqual(await amounts("?days=90"));
    for (const query of ["days=0", "days=367", "days=week", "period=7"])
      expect((await get(`/admin/export/overview.csv?${query}`, admin)).status, query).toBe(400);
  });

  it("F56: the agreements' file holds what the filters of its list show, and a filter it does not know gives nothing", async () => {
    await issue({ recipientName: "Filtered Kiwi", language: "EN" });
    await issue({ recipientName: "Filtered Kiwi", language: "EN", incidents: 1 });
    const ask =
      "query ($filter: ManagedAgreementFilter) { managedAgreements(filter: $filter, first: 100) { nodes { id: planId } } }";
    const idsOf = async (query: Record<string, string>) => {
      const file = await get(`/admin/export/agreements.csv?${new URLSearchParams(query)}`, admin);
      const lines = (await file.text()).replace("\uFEFF", "").trim().split("\r\n").slice(1);
      return lines.map((line) => line.split(";")[0]);
    };
    for (const filter of [
      { holder: "filtered kiwi" },
      { holder: "filtered kiwi", state: "ACTIVE", programmeId: PROGRAMME },
      { holder: "filtered kiwi", state: "REVOKED" },
      { holder: "filtered kiwi", endingBefore: "2026-11-21" },
      { state: "EXPIRED" },
    ] as Record<string, string>[]) {
      const shown = (await dataOf(admin, ask, { filter })).managedAgreements.nodes.map(({ id }: { id: string }) => id);
      expect(await idsOf(filter), JSON.stringify(filter)).toEqual(shown);
    }
    expect(await idsOf({ holder: "filtered kiwi" })).toHaveLength(2);
    const [last] = (await server.db.read.of(auditStore).page({ action: "export" }, { first: 1, after: null })).rows;
    expect(last?.details).toEqual({ name: "agreements", by: "holder" });
    for (const query of ["state=SOLD", "endingBefore=2026-02-31", "stat=ACTIVE", "holder=a&holder=b"])
      expect((await get(`/admin/export/agreements.csv?${query}`, admin)).status, query).toBe(400);
  });

  it("P-5: the server writes the head of the audit record down, and its page tells when something was cut off", async () => {
    const state = "{ auditState { isIntact checkedUpTo headHash firstBad { seq problem } exportedHead { seq } } }";
    const { auditState } = await dataOf(admin, state);
    expect(auditState).toMatchObject({ isIntact: true, firstBad: null, exportedHead: { seq: expect.any(Number) } });
    const head = await server.db.read.of(auditStore).head();
    expect([auditState.checkedUpTo, auditState.headHash]).toEqual([head.seq, head.hash]);
    const { auditEntries } = await dataOf(
      admin,
      "{ auditEntries(filter: { area: STAFF }, first: 1) { totalCount nodes { action actionCode actor { name } details { name value } } } }",
    );
    expect(auditEntries).toMatchObject({
      nodes: [{ action: "STAFF_GRANT", actionCode: "staff.grant", details: [{ name: "role", value: "LEAD" }] }],
    });
  });
});
