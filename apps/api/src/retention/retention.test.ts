/** F83: what has stayed as long as it should is counted, shown, and goes once that was confirmed; a hold beats it, and books stay. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { NO_RETENTION } from "@accord/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../tests/support/command-line.js";
import { describeOnBothDatabases, testOptions } from "../../../../tests/support/databases.js";
import { type MarkedPerson, makeMarkedPerson, rawSql, textsStanding } from "../../../../tests/support/marked-person.js";
import { DAY, makeAccount, makePlan, NOW } from "../../../../tests/support/storage-world.js";
import { type Database, newId, openDatabase } from "../kernel/db/index.js";
import type { Sql } from "../kernel/db/sql.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import { noticeStore } from "../modules/notices/module.js";
import { countOver } from "./count-over.js";
import { removeOver } from "./remove-over.js";

const SENT = Buffer.from("the bytes that came with a request");
const SHA256 = createHash("sha256").update(SENT).digest("hex");
const RETENTION = { requests: 365, notices: 90, messages: 180, accounts: 730 };
/** Kept of one request: what the person wrote of both would be told apart by nothing. */
const OF_ONE_REQUEST = ["support_request", "timeline_entry", "attachment", "split_proposal", "request_answers"];

interface Shown {
  readonly class: string;
  readonly days: number | null;
  readonly rows: number;
  readonly files: number;
  readonly oldest: number | null;
  readonly held: number;
}

describeOnBothDatabases("how long data stay", (databases) => {
  let home: string;
  let url: string;
  let person: MarkedPerson;
  const env = () => ({ DATA_DIR: home, DATABASE_URL: url, ACCORD_NOW: new Date(NOW).toISOString() });
  const accord = (...words: readonly string[]): Promise<Said> =>
    commandLine({ ...env(), ACCORD_RETENTION: JSON.stringify(RETENTION) })(...words);
  const done = async (...words: readonly string[]): Promise<Said> => {
    const said = await accord(...words);
    expect([words.join(" "), said.code, said.err, said.code === 0 || said.out]).toEqual([
      words.join(" "),
      0,
      expect.any(String),
      true,
    ]);
    return said;
  };
  const shown = async (name: string): Promise<Shown | undefined> => {
    const { classes } = JSON.parse((await done("retention", "--json")).out) as { classes: Shown[] };
    return classes.find((one) => one.class === name);
  };
  const remove = (name: string, counted: number): Promise<Said> =>
    accord("retention", "remove", "--class", name, "--counted", String(counted));
  const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = await openDatabase(testOptions(url));
    return work(db).finally(() => db.close());
  };
  const raw = <T>(work: (sql: Sql) => Promise<T>): Promise<T> => rawSql(url, work);
  const standing = (texts: readonly string[]) => textsStanding(texts, { home, url });
  const close = (requestId: string, at: number) =>
    raw((sql) =>
      sql.run(
        `UPDATE support_request SET status = 'CLOSED', is_open = 0, closed_reason = 'SOLVED', closed_at = ? WHERE id = ?`,
        [at, requestId],
      ),
    );
  /** What books are made of. */
  const books = () =>
    raw(async (sql) => [
      await sql.all(`SELECT * FROM entitlement_ledger ORDER BY id`, []),
      await sql.all(`SELECT id, remaining, granted FROM plan ORDER BY id`, []),
      await sql.all(`SELECT * FROM purchase ORDER BY id`, []),
    ]);
  const record = () =>
    raw(async (sql) => {
      const rows = await sql.all<{ object_id: string; content: string }>(
        `SELECT a.object_id, d.content FROM audit a JOIN audit_detail d ON d.seq = a.seq WHERE a.action = 'subject.removeEnded' ORDER BY a.seq`,
        [],
      );
      return rows.map(({ object_id, content }) => [object_id, JSON.parse(content)]);
    });
  /** The requests that the search finds by a word. */
  const foundBy = (word: string): Promise<string[]> =>
    raw(async (sql) => {
      const isWord = sql.dialect === "sqlite" ? "request_search MATCH ?" : "words @@ CAST(? AS tsquery)";
      const text = `SELECT request_id AS id FROM request_search WHERE ${isWord}`;
      return (await sql.all<{ id: string }>(text, [word])).map(({ id }) => id);
    });
  const keepsPromises = async () => {
    await done("verify");
    await done("audit", "verify");
  };

  const sentFile = () => join(home, "blobs", "sha256", SHA256.slice(0, 2), SHA256.slice(2, 4), SHA256);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "accord-retention-"));
    url = databases.dialect === "sqlite" ? `sqlite:${join(home, "accord.sqlite")}` : await databases.newUrl();
    await done("migrate");
    await done("verify");
    mkdirSync(dirname(sentFile()), { recursive: true });
    writeFileSync(sentFile(), SENT);
    person = await look((db) => makeMarkedPerson(db, url, SHA256));
    await close(person.alone, NOW - 400 * DAY);
    await close(person.shared, NOW - 364 * DAY);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const texts = () => person.marks.filter(({ table }) => OF_ONE_REQUEST.includes(table)).map(({ text }) => text);

  it("F83: without days nothing is over, and nothing of it can be removed", async () => {
    const without = commandLine(env());
    const { classes } = JSON.parse((await without("retention", "--json")).out) as { classes: Shown[] };
    expect(classes.map((one) => [one.class, one.days, one.rows])).toEqual(
      Object.keys(NO_RETENTION).map((name) => [name, null, 0]),
    );
    expect(await without("retention", "remove", "--class", "requests", "--counted", "0")).toMatchObject({ code: 1 });
    for (const days of [29, 0, 1.5, "x"])
      expect(
        await commandLine({ ...env(), ACCORD_RETENTION: JSON.stringify({ requests: days }) })("retention"),
      ).toMatchObject({ code: 78, err: expect.stringContaining("ACCORD_RETENTION") });
    const unknown = commandLine({ ...env(), ACCORD_RETENTION: '{"audit":365}' });
    expect(await unknown("retention")).toMatchObject({ code: 78 });
  });

  it("F83: what is over is shown with its files and the oldest, and nothing is changed by it", async () => {
    const over = { class: "requests", days: 365, rows: 1, files: 1, oldest: NOW - 400 * DAY, held: 0 };
    expect(await shown("requests")).toEqual(over);
    expect(await shown("requests")).toEqual(over);
    expect(await standing(texts())).toEqual(texts());
    expect(await record()).toEqual([]);
  });

  it("F83: another number than was shown, and a legal hold on anybody concerned, remove nothing", async () => {
    for (const counted of [0, 2])
      expect(await remove("requests", counted)).toMatchObject({
        code: 1,
        err: expect.stringContaining(`1 are over, not ${counted}`),
      });
    await done("subject", "hold", person.accountId, "--reason", "a lawsuit");
    expect(await shown("requests")).toMatchObject({ rows: 0, held: 1 });
    expect(await remove("requests", 1)).toMatchObject({ code: 1 });
    await done("retention", "remove", "--class", "requests", "--counted", "0");
    await done("subject", "hold", person.accountId, "--lift");
    expect(await standing(texts())).toEqual(texts());
    expect(existsSync(sentFile())).toBe(true);
    expect(await record()).toEqual([]);
  });

  it("F83: a closed request loses its words, people and files in every byte; others, books and every promise stay", async () => {
    const before = await books();
    expect(await foundBy("replication")).toContain(person.alone);
    await done("retention", "remove", "--class", "requests", "--counted", "1");
    expect(await foundBy("replication")).toEqual([person.shared]);
    expect(await standing([...texts(), SENT.toString()])).toEqual([]);
    expect(await standing(person.others)).toEqual(person.others);
    expect(existsSync(sentFile())).toBe(false);
    expect(await books()).toEqual(before);
    expect(await record()).toEqual([["requests", { rows: 1, files: 1, days: 365 }]]);
    expect(await shown("requests")).toMatchObject({ rows: 0, held: 0 });
    await keepsPromises();
    // The other one, with a contact who is known by the address alone.
    await close(person.shared, NOW - 366 * DAY);
    const bystanderId = await look((db) => makeAccount(db, "bystander"));
    await raw((sql) =>
      sql.run(
        `UPDATE request_contact SET account_id = NULL, email = 'bystander@example.com' WHERE request_id = ? AND role = 'ADDITIONAL'`,
        [person.shared],
      ),
    );
    for (const heldId of [bystanderId, person.neighbourId]) {
      await done("subject", "hold", heldId, "--reason", "a lawsuit");
      expect(await shown("requests")).toMatchObject({ rows: 0, held: 1 });
      await done("subject", "hold", heldId, "--lift");
    }
    await done("retention", "remove", "--class", "requests", "--counted", "1");
    expect(await standing(person.others.filter((text) => text.includes("words")))).toEqual([]);
    await keepsPromises();
  });

  it("F83: notices go in steps: ended on the way, what went is on record and the rest is shown", async () => {
    const at = NOW - 91 * DAY;
    // Those of the fixture are of no day.
    await raw((sql) => sql.run(`UPDATE notice SET at = ?`, [NOW]));
    await look(async (db) => {
      const one = { accountId: person.neighbourId, kind: "REPLY", requestId: person.alone } as const;
      const many = Array.from({ length: 150 }, (_, place) => ({ ...one, source: `evt_${place}`, at }));
      await db.transaction("test.notices", (tx) => tx.of(noticeStore).add(many));
      await db.transaction("test.notice", (tx) => tx.of(noticeStore).add([{ ...one, source: "evt_new", at: NOW }]));
      const { rows } = await countOver(db.read, "notices", { ...NO_RETENTION, notices: 90 }, NOW);
      expect(rows).toBe(150);
      const parts = { db, at: NOW, days: { ...NO_RETENTION, notices: 90 }, actorId: null, tables: [], erased: [] };
      const ends = () => {
        throw new Error("killed");
      };
      const files = { blobUrl: `file:${join(home, "blobs")}`, erasuresFile: join(home, "erasures.jsonl") };
      await expect(removeOver("notices", 150, { ...parts, ...files, progress: ends })).rejects.toThrow("killed");
    });
    expect((await record()).at(-1)).toEqual(["notices", { rows: 100, files: 0, days: 90 }]);
    expect(await shown("notices")).toMatchObject({ rows: 50, oldest: at });
    await done("retention", "remove", "--class", "notices", "--counted", "50");
    expect(await shown("notices")).toMatchObject({ rows: 0 });
    const left = await raw((sql) =>
      sql.all<{ source: string }>(`SELECT source FROM notice WHERE source LIKE 'evt%'`, []),
    );
    expect(left.map(({ source }) => source)).toContain("evt_new");
    await keepsPromises();
  });

  it("F83, V4: sent messages go, the confirmation of a request and what waits stay; one hold keeps them all", async () => {
    await look((db) =>
      db.transaction("test.outbox", (tx) =>
        tx.of(outboxStore).add({ dedupeKey: "sent", kind: "mail.activity", payload: {}, at: NOW }),
      ),
    );
    await raw((sql) =>
      sql.run(`UPDATE outbox SET sent_at = ? WHERE dedupe_key = 'sent' OR kind = 'request.confirmation'`, [
        NOW - 181 * DAY,
      ]),
    );
    await done("subject", "hold", person.neighbourId, "--reason", "a lawsuit");
    expect(await shown("messages")).toMatchObject({ rows: 0, held: 1 });
    await done("subject", "hold", person.neighbourId, "--lift");
    await done("retention", "remove", "--class", "messages", "--counted", "1");
    expect(await raw((sql) => sql.all(`SELECT id FROM outbox WHERE dedupe_key = 'sent'`, []))).toEqual([]);
    await keepsPromises();
  });

  it("F83: who did not sign in for long and stands in nothing is erased; a role, a plan, a draft, a token, a hold keep an account", async () => {
    const ids = await look(async (db) => {
      const made: Record<string, string> = {};
      for (const name of ["idlename", "staffname", "plannedname", "draftname", "tokenname", "heldname", "recentname"])
        made[name] = await makeAccount(db, name);
      await makePlan(db, [made.plannedname ?? ""]);
      return made;
    });
    await raw(async (sql) => {
      for (const id of Object.values(ids))
        await sql.run(`UPDATE account SET updated_at = ? WHERE id = ?`, [NOW - 730 * DAY, id]);
      await sql.run(`UPDATE account SET updated_at = ? WHERE id = ?`, [NOW - 729 * DAY, ids.recentname ?? ""]);
      await sql.run(`INSERT INTO account_role (account_id, role) VALUES (?, 'ENGINEER')`, [ids.staffname ?? ""]);
      await sql.run(
        `INSERT INTO draft (id, account_id, content, revision, created_at, updated_at, expires_at) VALUES (?, ?, '{}', 1, ?, ?, ?)`,
        [newId("drf", NOW), ids.draftname ?? "", NOW, NOW, NOW + DAY],
      );
      await sql.run(
        `INSERT INTO token (id, token_hash, account_id, name, scopes, created_at, expires_at) VALUES ('tok_r', 'hash', ?, 'n', '[]', ?, ?)`,
        [ids.tokenname ?? "", NOW, NOW + DAY],
      );
    });
    await done("subject", "hold", ids.heldname ?? "", "--reason", "a lawsuit");
    expect(await shown("accounts")).toMatchObject({ rows: 1, held: 1, oldest: NOW - 730 * DAY });
    await done("retention", "remove", "--class", "accounts", "--counted", "1");
    expect(await standing(["idlename@example.com"])).toEqual([]);
    const others = Object.keys(ids)
      .filter((name) => name !== "idlename")
      .map((name) => `${name}@example.com`);
    expect(await standing(others)).toEqual(others);
    expect(await shown("accounts")).toMatchObject({ rows: 0, held: 1 });
    expect((await record()).at(-1)).toEqual(["accounts", { rows: 1, files: 0, days: 730 }]);
    await keepsPromises();
  });
});
