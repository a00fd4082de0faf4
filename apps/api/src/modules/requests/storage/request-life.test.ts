/** What a request gathers beside its status, on both engines: waiting, pauses, first answer, asks, and a message for every entry (R90, F48, F49, F67). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import {
  aContact,
  anEvent,
  aRequest,
  CATALOGUE,
  makeAccount,
  NOW,
} from "../../../../../../tests/support/storage-world.js";
import { type Database, newId } from "../../../kernel/db/index.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { catalogueStore } from "../../catalogue/module.js";
import type { RequestChanges } from "./request.store.js";
import { requestStore } from "./request-writes.js";

const HOUR = 3_600_000;

describeOnBothDatabases("the life of a request", (databases) => {
  let database: Database;
  let submitterId: string;
  beforeAll(async () => {
    database = await databases.open();
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    submitterId = await makeAccount(database, "ana");
  });
  const opened = async (): Promise<string> => {
    const request = aRequest({ submitterId, planId: null });
    await database.transaction("test.request", (tx) =>
      tx.of(requestStore).create(request, [aContact(request)], [anEvent(request)]),
    );
    return request.id;
  };
  const change = (id: string, changes: RequestChanges) =>
    database.transaction("test.change", (tx) => tx.of(requestStore).update(id, changes));
  const pausesOf = async (id: string) =>
    (await database.read.of(requestStore).pausesOf([id])).map(({ from, until }) => [
      from - NOW,
      until === null ? null : until - NOW,
    ]);

  it("F67: waiting for the customer pauses, anything else ends it; other changes lose nothing", async () => {
    const id = await opened();
    await change(id, { status: "WAITING_FOR_CUSTOMER", updatedAt: NOW });
    await change(id, { status: "WAITING_FOR_CUSTOMER", updatedAt: NOW + 5 });
    await change(id, { severity: "CRITICAL", engineerId: submitterId, teamId: "tea_1", updatedAt: NOW + 10 });
    expect(await pausesOf(id)).toEqual([[0, null]]);
    await change(id, { status: "IN_PROGRESS", updatedAt: NOW + HOUR });
    await change(id, { status: "SOLVED", updatedAt: NOW + 2 * HOUR });
    expect(await pausesOf(id)).toEqual([[0, HOUR]]);
    await change(id, { status: "WAITING_FOR_CUSTOMER", updatedAt: NOW + 3 * HOUR });
    await change(id, { status: "IN_PROGRESS", updatedAt: NOW + 3 * HOUR });
    await change(id, { status: "WAITING_FOR_CUSTOMER", updatedAt: NOW + 3 * HOUR });
    expect(await pausesOf(id)).toEqual([
      [0, HOUR],
      [3 * HOUR, null],
    ]);
  });

  it("F48, F67: a request entered in the middle of its life waits as it stands", async () => {
    const request = aRequest({ submitterId, planId: null, status: "WAITING_FOR_CUSTOMER", updatedAt: NOW + HOUR });
    await database.transaction("test.request", (tx) => tx.of(requestStore).create(request, [aContact(request)], []));
    expect(await pausesOf(request.id)).toEqual([[HOUR, null]]);
    expect(await database.read.of(requestStore).byId(request.id)).toMatchObject({ waitingSince: NOW + HOUR });
  });

  it("F48: the wait begins with the status, is renewed by what is seen to happen, and ends with the customer's turn", async () => {
    const id = await opened();
    const waitOf = async () => {
      const request = await database.read.of(requestStore).byId(id);
      return [request?.waitingSince ?? null, request?.closingNoticeAt ?? null];
    };
    await change(id, { updatedAt: NOW });
    expect(await waitOf()).toEqual([null, null]);
    await change(id, { status: "SOLVED", updatedAt: NOW + 1 });
    expect(await waitOf()).toEqual([NOW + 1, null]);
    await change(id, { closingNoticeAt: NOW + 2, updatedAt: NOW + 2 });
    expect(await waitOf()).toEqual([NOW + 1, NOW + 2]);
    await change(id, { teamId: "tea_1" });
    expect(await waitOf()).toEqual([NOW + 1, NOW + 2]);
    const silent = (untoldSince: number, toldSince: number, toldAt: number) =>
      database.read.of(requestStore).silent({ untoldSince, toldSince, toldAt }, 10);
    expect(await silent(NOW + 9, NOW + 1, NOW + 2)).toContain(id);
    expect(await silent(NOW + 9, NOW, NOW + 2)).not.toContain(id);
    expect(await silent(NOW + 9, NOW + 1, NOW + 1)).not.toContain(id);
    await change(id, { updatedAt: NOW + 3 });
    expect(await waitOf()).toEqual([NOW + 3, null]);
    expect(await silent(NOW + 3, 0, 0)).toContain(id);
    expect(await silent(NOW + 2, NOW + 9, NOW + 9)).not.toContain(id);
    await change(id, { status: "IN_PROGRESS", updatedAt: NOW + 4 });
    expect(await waitOf()).toEqual([null, null]);
    await expect(change(id, { status: "SOLVED" })).rejects.toThrow(/tells when/);
  });

  it("R90: the first answer counts once, an ask is settled by a new severity, the rating is kept", async () => {
    const id = await opened();
    const ask = { severity: "CRITICAL", reason: "It spreads.", at: NOW, actorId: submitterId } as const;
    await change(id, { firstRespondedAt: NOW + 1, severityAsk: ask, updatedAt: NOW });
    await change(id, { firstRespondedAt: NOW + 9, rating: { score: 4, comment: null, at: NOW }, updatedAt: NOW });
    expect(await database.read.of(requestStore).byId(id)).toMatchObject({
      firstRespondedAt: NOW + 1,
      severityAsk: ask,
      rating: { score: 4, comment: null, at: NOW },
    });
    await change(id, { severity: "CRITICAL", updatedAt: NOW });
    expect(await database.read.of(requestStore).byId(id)).toMatchObject({ severityAsk: null, severity: "CRITICAL" });
  });

  it("F42: every entry leaves one message in its unit; internal kinds are internal whatever the caller says", async () => {
    const id = await opened();
    const entry = (kind: "REPLY" | "NOTE", at: number) => ({
      ...anEvent(aRequest({ id, submitterId }), { kind, at, status: null, actorId: null }),
      params: { name: kind },
    });
    const entries = [entry("REPLY", NOW + 1), entry("NOTE", NOW + 2)];
    await database.transaction("test.events", (tx) => tx.of(requestStore).addEvents(entries));
    const { rows } = await database.read.of(outboxStore).list({ first: 100, after: null }, "request.activity");
    expect(rows.filter((row) => row.payload.requestId === id).map((row) => [row.dedupeKey, row.payload])).toEqual(
      [...entries].reverse().map((one) => [`activity:${one.id}`, { requestId: id, entryId: one.id }]),
    );
    const all = await database.read.of(requestStore).timeline(id, { first: 9, after: null }, { includeInternal: true });
    expect(all.rows.map(({ kind, isInternal, channel, params }) => ({ kind, isInternal, channel, params }))).toEqual([
      { kind: "NOTE", isInternal: true, channel: "SYSTEM", params: { name: "NOTE" } },
      { kind: "REPLY", isInternal: false, channel: "SYSTEM", params: { name: "REPLY" } },
      { kind: "SUBMITTED", isInternal: false, channel: "PORTAL", params: null },
    ]);
    expect((await database.read.of(requestStore).timeline(id, { first: 9, after: null })).rows).toHaveLength(2);
    await expect(
      database.transaction("test.failing", async (tx) => {
        await tx.of(requestStore).addEvents([entry("REPLY", NOW + 3)]);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(
      (await database.read.of(outboxStore).list({ first: 100, after: null }, "request.activity")).rows,
    ).toHaveLength(rows.length);
  });

  it("F42: an entry is edited in its place and says so", async () => {
    const id = await opened();
    const entry = anEvent(aRequest({ id, submitterId }), {
      id: newId("evt", NOW),
      kind: "REPLY",
      text: "One",
      at: NOW,
    });
    await database.transaction("test.events", (tx) => tx.of(requestStore).addEvents([entry]));
    expect(
      await database.transaction("test.edit", (tx) => tx.of(requestStore).editEntry(entry.id, "Two", NOW + 7)),
    ).toBe(true);
    expect(await database.read.of(requestStore).entryById(entry.id)).toMatchObject({
      text: "Two",
      editedAt: NOW + 7,
      at: NOW,
    });
    expect(await database.transaction("test.edit", (tx) => tx.of(requestStore).editEntry("evt_0", "Two", NOW))).toBe(
      false,
    );
  });
});
