/** F83: everything of a person is exported and nothing of others; after an erasure nothing of it is left in any byte. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../tests/support/command-line.js";
import { describeOnBothDatabases, testOptions } from "../../../../tests/support/databases.js";
import {
  MARKED_TABLES,
  type MarkedPerson,
  makeMarkedPerson,
  rawSql,
  textsStanding,
} from "../../../../tests/support/marked-person.js";
import { openArchive } from "../kernel/archive/read-archive.js";
import { type Database, openDatabase } from "../kernel/db/index.js";

const NOW = "2026-11-23T08:30:00Z";
const SENT = Buffer.from("the bytes that the person sent");
const SHA256 = createHash("sha256").update(SENT).digest("hex");

describeOnBothDatabases("a person's data", (databases) => {
  let home: string;
  let url: string;
  let person: MarkedPerson;
  let accord: (...words: readonly string[]) => Promise<Said>;
  const env = () => ({ DATA_DIR: home, DATABASE_URL: url, ACCORD_NOW: NOW });
  const sentFile = () => join(home, "blobs", "sha256", SHA256.slice(0, 2), SHA256.slice(2, 4), SHA256);
  const done = async (...words: readonly string[]): Promise<Said> => {
    const said = await accord(...words);
    expect([words[0], words[1], said.code, said.err]).toEqual([words[0], words[1], 0, expect.any(String)]);
    return said;
  };
  const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = await openDatabase(testOptions(url));
    return work(db).finally(() => db.close());
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "accord-subject-"));
    url = databases.dialect === "sqlite" ? `sqlite:${join(home, "accord.sqlite")}` : await databases.newUrl();
    accord = commandLine(env());
    await done("migrate");
    await done("verify");
    mkdirSync(dirname(sentFile()), { recursive: true });
    writeFileSync(sentFile(), SENT);
    person = await look((db) => makeMarkedPerson(db, url, SHA256));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const standing = (texts: readonly string[]) => textsStanding(texts, { home, url });

  it("F83: the fixture has a row of the person in every table that can hold one", () => {
    const marked = new Set(person.marks.map(({ table }) => table));
    expect(MARKED_TABLES.filter((table) => !marked.has(table) && table !== "erasure")).toEqual([]);
    expect(person.marks.length).toBeGreaterThan(30);
  });

  it("F83: an export holds every mark that is the person's to have, the file they sent, and none of others", async () => {
    const file = join(home, "export.zip");
    await done("subject", "export", person.accountId, file);
    const archive = await openArchive(file);
    const read = async (name: string): Promise<string> => {
      const pieces: Buffer[] = [];
      for await (const piece of archive.read(name)) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    const classes = Object.keys((JSON.parse(await read("about.json")) as { classes: object }).classes);
    const parts: Record<string, string> = {};
    for (const name of classes) if (archive.names.has(`${name}.json`)) parts[name] = await read(`${name}.json`);
    const all = Object.values(parts).join("\n");
    const missing = person.marks.filter(
      ({ dataClass, text }) => dataClass !== "SECRET" && !parts[dataClass.toLowerCase()]?.includes(text),
    );
    expect(missing).toEqual([]);
    expect(person.marks.filter(({ dataClass, text }) => dataClass === "SECRET" && all.includes(text))).toEqual([]);
    expect(person.others.filter((text) => all.includes(text))).toEqual([]);
    expect(await read(`files/${SHA256}`)).toBe(SENT.toString());
    archive.close();
    rmSync(file);
  });

  it("F83: a legal hold and the last administrator stand in the way; the refusal is on record, and nothing is half done", async () => {
    const { accountId } = person;
    const erase = () => accord("subject", "erase", accountId, "--confirm", accountId);
    expect(await accord("subject", "erase", accountId)).toMatchObject({ code: 2 });
    await done("subject", "hold", accountId, "--reason", "a lawsuit");
    expect(await erase()).toMatchObject({ code: 1, err: expect.stringContaining("a legal hold is on") });
    await done("subject", "hold", accountId, "--lift");
    await done("staff", "grant", accountId, "--role", "administrator");
    expect(await erase()).toMatchObject({ code: 1, err: expect.stringContaining("is the last administrator") });
    const texts = person.marks.map(({ text }) => text);
    expect(await standing(texts)).toEqual(texts);
    await done("staff", "grant", person.neighbourId, "--role", "administrator");
    await done("backup", join(home, "before.zip"));
    const refused = await rawSql(url, (sql) =>
      sql.all<{ content: string }>(
        `SELECT d.content FROM audit a JOIN audit_detail d ON d.seq = a.seq WHERE a.action = 'subject.refuseErasure' ORDER BY a.seq`,
      ),
    );
    expect(refused.map(({ content }) => JSON.parse(content))).toEqual([
      { code: "LEGAL_HOLD" },
      { code: "LAST_ADMINISTRATOR" },
    ]);
  });

  it("F83: after an erasure no mark is left in a byte; what others wrote stays, with the person struck out; every promise holds", async () => {
    const { accountId } = person;
    await done("subject", "erase", accountId, "--confirm", accountId);
    expect(await standing([...person.marks.map(({ text }) => text), SENT.toString()])).toEqual([]);
    expect((await standing([...person.others, "what the organisation keeps"])).length).toBe(3);
    expect(existsSync(sentFile())).toBe(false);
    const entries = await rawSql(url, (sql) =>
      sql.all<{ text: string }>(`SELECT text FROM timeline_entry WHERE request_id = ? AND kind = 'REPLY' ORDER BY id`, [
        person.shared,
      ]),
    );
    expect(entries.map(({ text }) => text).sort()).toEqual([
      "neighbour's words, says ••• <•••>",
      "what the organisation keeps, says ••• <•••>",
    ]);
    await done("verify");
    await done("audit", "verify");
    // Once more it is as once.
    await done("subject", "erase", accountId);
  });

  it("F83: a backup made after it holds nothing; one of before, restored, erases the person again, files too", async () => {
    const texts = person.marks.map(({ text }) => text);
    const place = mkdtempSync(join(tmpdir(), "accord-subject-again-"));
    const sqlite = `sqlite:${join(place, "accord.sqlite")}`;
    for (const [archive, isErasedAgain] of [
      ["after.zip", false],
      ["before.zip", true],
    ] as const) {
      const archived = join(home, archive);
      if (!isErasedAgain) await done("backup", archived);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      copyFileSync(join(home, "erasures.jsonl"), join(place, "erasures.jsonl"));
      const there = { home: place, url: databases.dialect === "sqlite" ? sqlite : await databases.newUrl() };
      const restoring = commandLine({
        ...env(),
        DATA_DIR: place,
        DATABASE_URL: there.url,
        KEYS_DIR: join(home, "keys"),
      });
      const said = await restoring("restore", archived);
      expect([said.code, said.out.includes("erased again")]).toEqual([0, isErasedAgain]);
      expect(await textsStanding([...texts, SENT.toString()], there)).toEqual([]);
      expect((await textsStanding(person.others, there)).length).toBe(2);
      expect(await restoring("verify")).toMatchObject({ code: 0 });
    }
    rmSync(place, { recursive: true, force: true });
  });
});
