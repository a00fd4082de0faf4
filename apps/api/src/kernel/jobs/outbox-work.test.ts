/** Outgoing messages under leases, and how many one address gets (C-2, C-12, I-7) on both engines. */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { NOW } from "../../../../../tests/support/storage-world.js";
import type { Database } from "../db/index.js";
import { type OutboxMessage, outboxStore } from "./outbox.store.js";
import { outboxWorkStore } from "./outbox-work.store.js";

const HOUR = 3_600_000;
const LEASE = 60_000;

describeOnBothDatabases("outgoing messages", (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.open();
  });
  const add = (dedupeKey: string, at: number, payload: Readonly<Record<string, unknown>> = {}, kind = "mail.reply") =>
    database.transaction("add", (tx) => tx.of(outboxStore).add({ dedupeKey, kind, payload, at }));
  const claim = (owner: string, at: number, first = 50): Promise<OutboxMessage[]> =>
    database.transaction("claim", (tx) =>
      tx.of(outboxWorkStore).claim({ family: "mail", owner, at, leaseMs: LEASE, first }),
    );
  const keys = (messages: readonly OutboxMessage[]): string[] => messages.map(({ dedupeKey }) => dedupeKey);
  const work = <T>(act: (tx: Parameters<Parameters<Database["transaction"]>[1]>[0]) => Promise<T>): Promise<T> =>
    database.transaction("work", act);

  it("F70: a message is claimed by one owner at a time, once more when the lease has ended, never after it is done", async () => {
    await add("lease", NOW);
    expect(await add("lease", NOW)).toBe(false);
    const [one, two] = await Promise.all([claim("a", NOW), claim("b", NOW)]);
    expect(keys([...one, ...two])).toEqual(["lease"]);
    expect(keys(await claim("b", NOW + LEASE - 1))).toEqual([]);
    const [again] = await claim("b", NOW + LEASE);
    expect(again?.id).toBe((one[0] ?? two[0])?.id);
    const id = again?.id ?? "";
    expect(await work((tx) => tx.of(outboxWorkStore).finish(id, { at: NOW, unsentBecause: null }))).toBe(true);
    expect(await work((tx) => tx.of(outboxWorkStore).finish(id, { at: NOW, unsentBecause: null }))).toBe(false);
    expect(await claim("c", NOW + 10 * LEASE)).toEqual([]);
    expect(await database.read.of(outboxStore).isDue("mail", NOW + HOUR)).toBe(false);
  });

  it("C-12: what failed comes back later, and what was given up on never, with what the server said", async () => {
    await add("fails", NOW);
    const [message] = await claim("a", NOW);
    const id = message?.id ?? "";
    await work((tx) => tx.of(outboxWorkStore).retryAt(id, { availableAt: NOW + 5000, at: NOW + 1, error: "421 busy" }));
    expect(keys(await claim("b", NOW + 4999))).toEqual([]);
    const [again] = await claim("b", NOW + 5000);
    expect(again).toMatchObject({ attempts: 1, firstFailedAt: NOW + 1, lastError: "421 busy" });
    await work((tx) => tx.of(outboxWorkStore).giveUp(id, { at: NOW + 6000, error: "421 still busy" }));
    expect(await claim("c", NOW + HOUR)).toEqual([]);
    expect(await database.read.of(outboxStore).byId(id)).toMatchObject({
      deadAt: NOW + 6000,
      attempts: 2,
      firstFailedAt: NOW + 1,
    });
  });

  it("I-7: one address gets three mails within any hour, the fourth when the first is an hour old", async () => {
    const times = [NOW, NOW + 10, NOW + 50 * 60_000, NOW + 51 * 60_000];
    for (const [number, at] of times.entries()) await add(`cap${number}`, at);
    const mine = (await claim("a", NOW + HOUR - 1)).filter(({ dedupeKey }) => dedupeKey.startsWith("cap"));
    const admit = (number: number, at: number, limit: number | null = 3) =>
      work((tx) =>
        tx.of(outboxWorkStore).admit({ id: mine[number]?.id ?? "", recipientHash: "h1", at, limit, windowMs: HOUR }),
      );
    expect(await admit(0, times[0] ?? 0)).toBeNull();
    expect(await admit(1, times[1] ?? 0)).toBeNull();
    expect(await admit(2, times[2] ?? 0)).toBeNull();
    expect(await admit(2, times[2] ?? 0)).toBeNull();
    expect(await admit(3, times[3] ?? 0)).toBe(NOW + HOUR);
    expect(await admit(3, times[3] ?? 0, null)).toBeNull();
    expect(await admit(3, NOW + HOUR)).toBeNull();
  });

  it("I-7: a notice waiting for its turn is replaced by a later one about the same request, a confirmation by nothing", async () => {
    const payload = { requestId: "req_1", contactId: "con_1" };
    await add("confirmation", NOW, payload, "mail.confirmation");
    for (const key of ["older", "newer"]) await add(key, NOW, payload);
    const mine = (await claim("s", NOW + 2)).filter((message) => message.payload.requestId === "req_1");
    for (const { id } of mine)
      await work((tx) =>
        tx.of(outboxWorkStore).admit({ id, recipientHash: "h2", at: NOW, limit: null, windowMs: HOUR }),
      );
    const superseded = await Promise.all(
      mine.map((message) => work((tx) => tx.of(outboxWorkStore).isSuperseded(message, "h2"))),
    );
    expect(Object.fromEntries(mine.map((message, place) => [message.dedupeKey, superseded[place]]))).toEqual({
      older: true,
      newer: false,
      confirmation: false,
    });
  });
});
