/** Which requests an account sees, in which order, page by page (G5, R88, E10; W2) on both engines. */
import { SEVERITIES } from "@accord/domain";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import {
  aContact,
  anEvent,
  aRequest,
  CATALOGUE,
  DAY,
  makeAccount,
  makePlan,
  NOW,
} from "../../../../../../tests/support/storage-world.js";
import { ConstraintError, type Database, newId } from "../../../kernel/db/index.js";
import { catalogueStore } from "../../catalogue/module.js";
import type { RequestFilter, RequestViewer } from "./request.store.js";
import { requestStore } from "./request-writes.js";

/** A request to which nothing has happened yet. */
const NO_LIFE = {
  teamId: null,
  firstRespondedAt: null,
  waitingSince: null,
  closingNoticeAt: null,
  severityAsk: null,
  rating: null,
};

describeOnBothDatabases("requests", (databases) => {
  let database: Database;
  let ana: string;
  let radu: string;

  beforeAll(async () => {
    database = await databases.open();
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    ana = await makeAccount(database, "ana");
    radu = await makeAccount(database, "radu");
  });

  const make = async (
    submitterId: string,
    contacts: Parameters<typeof aContact>[1][],
    changes: Partial<Parameters<typeof aRequest>[0]> = {},
  ) => {
    const request = aRequest({ submitterId, ...changes });
    const rows = contacts.map((contact) => aContact(request, contact));
    await database.transaction("test.request", (tx) => tx.of(requestStore).create(request, rows, [anEvent(request)]));
    return { request, contacts: rows };
  };
  const all = async (viewer: RequestViewer, filter: RequestFilter = {}, first = 100) =>
    (await database.read.of(requestStore).pageForAccount(viewer, filter, { first, after: null })).rows;

  it("a request is seen through a bound contact row, or through a proven address; an unproven one opens nothing", async () => {
    const { request } = await make(radu, [
      { accountId: radu, email: "radu@example.com" },
      { role: "ADDITIONAL", email: "maria@example.com" },
    ]);
    const maria = await makeAccount(database, "maria");
    expect(await all({ id: maria, provenEmail: null })).toEqual([]);
    expect((await all({ id: maria, provenEmail: "maria@example.com" })).map((row) => [row.id, row.viewerRole])).toEqual(
      [[request.id, "ADDITIONAL"]],
    );
    expect((await all({ id: radu, provenEmail: null })).map((row) => row.viewerRole)).toEqual(["PRIMARY"]);
    expect(
      await database.transaction("test.bind", (tx) => tx.of(requestStore).bindContacts(maria, "maria@example.com", 0)),
    ).toBe(1);
    expect((await all({ id: maria, provenEmail: null })).map((row) => row.id)).toEqual([request.id]);
    expect(await all({ id: maria, provenEmail: "maria@example.com" })).toHaveLength(1);
  });

  it("R88: a submitter who is no contact does not see the request; E10: a removed contact does not either", async () => {
    const dan = await makeAccount(database, "dan");
    const { contacts } = await make(dan, [
      { email: "other@example.com" },
      { role: "ADDITIONAL", accountId: radu, email: "radu@example.com" },
    ]);
    expect(await all({ id: dan, provenEmail: "dan@example.com" })).toEqual([]);
    const before = (await all({ id: radu, provenEmail: null })).length;
    const removed = contacts[1]?.id ?? "";
    expect(await database.transaction("test.remove", (tx) => tx.of(requestStore).removeContact(removed, NOW))).toBe(
      true,
    );
    expect(await database.transaction("test.remove", (tx) => tx.of(requestStore).removeContact(removed, NOW))).toBe(
      false,
    );
    expect(await all({ id: radu, provenEmail: "radu@example.com" })).toHaveLength(before - 1);
  });

  it("E10: a request has one primary contact, and the role can pass to another", async () => {
    const { request, contacts } = await make(ana, [
      { email: "p@example.com" },
      { role: "ADDITIONAL", email: "q@example.com" },
    ]);
    const second = aContact(request, { email: "r@example.com" });
    await expect(database.transaction("test.two", (tx) => tx.of(requestStore).addContacts([second]))).rejects.toThrow(
      ConstraintError,
    );
    expect(
      await database.transaction("test.pass", (tx) =>
        tx.of(requestStore).setPrimary(request.id, contacts[1]?.id ?? "", 0),
      ),
    ).toBe(true);
    expect((await database.read.of(requestStore).contactsOf([request.id])).map((row) => [row.email, row.role])).toEqual(
      [
        ["q@example.com", "PRIMARY"],
        ["p@example.com", "ADDITIONAL"],
      ],
    );
    expect(
      await database.transaction("test.pass", (tx) => tx.of(requestStore).setPrimary(request.id, "con_unknown", 0)),
    ).toBe(false);
    expect((await database.read.of(requestStore).contactsOf([request.id]))[0]?.role).toBe("PRIMARY");
  });

  it("W4: one request with the facts of its plan, its timeline newest first, internal entries only for staff", async () => {
    const planId = await makePlan(database, [ana], { incidents: 3 });
    const { request } = await make(ana, [{ accountId: ana }], { planId, description: "Whole text." });
    const events = [1, 2, 3].map((hour) =>
      anEvent(request, {
        kind: "REPLY",
        text: `reply ${hour}`,
        at: NOW + hour * 3_600_000,
        isInternal: hour === 2,
        isFromSupport: hour === 2,
        status: null,
      }),
    );
    await database.transaction("test.events", (tx) => tx.of(requestStore).addEvents(events));
    expect(await database.read.of(requestStore).byId(request.id)).toEqual({
      ...request,
      ...NO_LIFE,
      programmeId: "standard",
      planEndsOn: "2026-12-31",
      planIncidentsRemaining: 3,
      engineerName: null,
    });
    expect(await database.read.of(requestStore).byNumber(request.number)).toMatchObject({ id: request.id });
    expect(await database.read.of(requestStore).byId("req_unknown")).toBeNull();
    const shown = await database.read.of(requestStore).timeline(request.id, { first: 2, after: null });
    expect(shown.rows.map((row) => [row.text, row.actorName])).toEqual([
      ["reply 3", "ana Popescu"],
      ["reply 1", "ana Popescu"],
    ]);
    expect(shown.hasNextPage).toBe(true);
    const rest = await database.read.of(requestStore).timeline(request.id, { first: 2, after: shown.endCursor });
    expect(rest.rows.map((row) => row.kind)).toEqual(["SUBMITTED"]);
    const staff = await database.read
      .of(requestStore)
      .timeline(request.id, { first: 9, after: null }, { includeInternal: true });
    expect(staff.rows.map((row) => row.isInternal)).toEqual([false, true, false, false]);
  });

  it("a change of status names the status it saw, and closing closes", async () => {
    const { request } = await make(ana, [{ accountId: ana }]);
    const close = { status: "CLOSED", closedReason: "SOLVED", closedAt: NOW + DAY, updatedAt: NOW + DAY } as const;
    expect(
      await database.transaction("test.close", (tx) => tx.of(requestStore).update(request.id, close, "ASSIGNED")),
    ).toBe(false);
    expect(await database.transaction("test.close", (tx) => tx.of(requestStore).update(request.id, close, "NEW"))).toBe(
      true,
    );
    expect(await database.read.of(requestStore).byId(request.id)).toMatchObject(close);
    expect((await all({ id: ana, provenEmail: null }, { isOpen: false })).map((row) => row.id)).toEqual([request.id]);
  });

  it("filters: state, severity, search without case and diacritics, role, version, problem, time", async () => {
    const eva = await makeAccount(database, "eva");
    const viewer = { id: eva, provenEmail: null };
    const one = await make(eva, [{ accountId: eva }], {
      title: "Replicare eșuată 100%_done",
      severity: "CRITICAL",
      productVersionId: "v1",
      createdAt: NOW,
    });
    const two = await make(
      eva,
      [{ email: "x@example.com" }, { role: "ADDITIONAL", accountId: eva, email: "eva@example.com" }],
      {
        title: "DNS times out",
        categoryId: "dns",
        problemId: "slow",
        status: "WAITING_FOR_CUSTOMER",
        createdAt: NOW + 1,
        updatedAt: NOW + DAY,
      },
    );
    const ids = async (filter: RequestFilter) => {
      const rows = await all(viewer, filter);
      expect(await database.read.of(requestStore).countForAccount(viewer, filter)).toBe(rows.length);
      return rows.map((row) => row.id);
    };
    expect(await ids({})).toEqual([two.request.id, one.request.id]);
    expect(await ids({ isOpen: true })).toHaveLength(2);
    expect(await ids({ statuses: ["WAITING_FOR_CUSTOMER", "SOLVED"] })).toEqual([two.request.id]);
    expect(await ids({ statuses: [] })).toEqual([]);
    expect(await ids({ severities: ["CRITICAL"] })).toEqual([one.request.id]);
    expect(await ids({ search: "ESUATA" })).toEqual([one.request.id]);
    expect(await ids({ search: "eşuată" })).toEqual([one.request.id]);
    expect(await ids({ search: "0%_d" })).toEqual([one.request.id]);
    expect(await ids({ search: "0_d" })).toEqual([]);
    expect(await ids({ search: two.request.number })).toEqual([two.request.id]);
    expect(await ids({ search: "  " })).toHaveLength(2);
    expect(await ids({ role: "ADDITIONAL" })).toEqual([two.request.id]);
    expect(await ids({ productVersionIds: ["v1", "v2"] })).toEqual([one.request.id]);
    expect(await ids({ categoryId: "dns", problemId: "slow" })).toEqual([two.request.id]);
    expect(await ids({ categoryId: "dhcp", problemId: "slow" })).toEqual([]);
    expect(await ids({ updatedSince: NOW + 2 })).toEqual([two.request.id]);
    expect(await ids({ isOpen: true, role: "PRIMARY", severities: ["CRITICAL"] })).toEqual([one.request.id]);
  });

  it("W2: pages put together are the whole list, each request once, with and without a filter", async () => {
    const owner = await makeAccount(database, "owner");
    const viewer = { id: owner, provenEmail: "owner@example.com" };
    await database.transaction("test.many", async (tx) => {
      for (let index = 0; index < 230; index += 1) {
        const createdAt = NOW + Math.floor(index / 3);
        const request = aRequest({ submitterId: radu, createdAt, severity: SEVERITIES[index % 3] ?? "MODERATE" });
        const mine = { accountId: index % 2 === 0 ? owner : null, email: "owner@example.com" };
        await tx
          .of(requestStore)
          .create(
            request,
            [aContact(request, { email: `p${index}@example.com` }), aContact(request, { ...mine, role: "ADDITIONAL" })],
            [],
          );
      }
    });
    const whole = (await all(viewer, {}, 1000)).map((row) => row.id);
    expect(whole).toHaveLength(230);
    expect(whole).toEqual([...whole].sort().reverse());
    const filters: RequestFilter[] = [{}, { severities: ["CRITICAL"] }, { role: "ADDITIONAL" }, { isOpen: false }];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.constantFrom(...filters), async (first, filter) => {
        const paged: string[] = [];
        let after: string | null = null;
        let more = true;
        while (more) {
          const page = await database.read.of(requestStore).pageForAccount(viewer, filter, { first, after });
          paged.push(...page.rows.map((row) => row.id));
          expect(page.rows.length).toBeLessThanOrEqual(first);
          after = page.endCursor;
          more = page.hasNextPage;
        }
        expect(paged).toEqual((await all(viewer, filter, 1000)).map((row) => row.id));
        expect(paged).toHaveLength(await database.read.of(requestStore).countForAccount(viewer, filter));
      }),
      { numRuns: 8, examples: [[7, { severities: ["CRITICAL"] }]] },
    );
  });

  it("W2: a page begins behind its cursor, whatever was created since", async () => {
    const late = await makeAccount(database, "late");
    const viewer = { id: late, provenEmail: null };
    for (const offset of [1, 2, 3]) await make(late, [{ accountId: late }], { createdAt: NOW + offset });
    const page = await database.read.of(requestStore).pageForAccount(viewer, {}, { first: 2, after: null });
    await make(late, [{ accountId: late }], { createdAt: NOW + 4 });
    const next = await database.read.of(requestStore).pageForAccount(viewer, {}, { first: 2, after: page.endCursor });
    expect(next.rows.map((row) => row.createdAt)).toEqual([NOW + 1]);
    expect(next.hasNextPage).toBe(false);
    expect(newId("req", NOW + 5) > (page.rows[0]?.id ?? "")).toBe(true);
  });
});
