/** What is restored is what was backed up, on either engine; anything less is refused and changes nothing (U-6). */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EVERYTHING_OPEN } from "@accord/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../tests/support/command-line.js";
import { testDatabases, testOptions } from "../../../../tests/support/databases.js";
import { openArchive } from "../kernel/archive/read-archive.js";
import { writeArchive } from "../kernel/archive/write-archive.js";
import { type Database, openDatabase } from "../kernel/db/index.js";
import { openFilling } from "../kernel/db/open-filling.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import { outboxWorkStore } from "../kernel/jobs/outbox-work.store.js";
import { queueStore } from "../modules/desk/module.js";
import { accountStore, sessionStore } from "../modules/identity/module.js";
import { MODULES } from "../modules/modules.js";
import { type Manifest, readManifest, rowsPart } from "./manifest.js";

const NOW = "2026-11-23T08:30:00Z";
const AT = Date.parse(NOW);
const PASSPHRASE = "correct horse battery staple";
/** What a restore changes on purpose. */
const CHANGED = [
  "audit",
  "audit_detail",
  "outbox",
  "session",
  "oidc_model",
  "address_confirmation",
  "invitation",
  "activation_link",
];

/** A word of several requests of the demo world, by its beginning. */
const SEARCHED = {
  viewer: { id: "acc_none", teamIds: [], isWorker: true, isLead: true },
  filter: EVERYTHING_OPEN,
  ...{ statuses: null, productVersionIds: null, search: "the", now: AT },
};

const folder = mkdtempSync(join(tmpdir(), "accord-restore-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = join(folder, "passphrase");
writeFileSync(secret, PASSPHRASE, { mode: 0o600 });
let count = 0;

interface Place {
  readonly home: string;
  readonly url: string;
  readonly accord: (...words: readonly string[]) => Promise<Said>;
  look<T>(work: (db: Database) => Promise<T>): Promise<T>;
}

const engines = { sqlite: testDatabases("sqlite"), postgres: testDatabases("postgres") };

/** An installation that is not begun yet; with the keys of `other`. */
const newPlace = async (engine: "sqlite" | "postgres", other?: Place): Promise<Place> => {
  count += 1;
  const home = join(folder, `place${count}`);
  const url = await engines[engine].newUrl();
  const env = {
    DATA_DIR: home,
    DATABASE_URL: url,
    ACCORD_NOW: NOW,
    ACCORD_BACKUP_PASSPHRASE_FILE: secret,
    ...(other === undefined ? {} : { KEYS_DIR: join(other.home, "keys") }),
  };
  const look: Place["look"] = async (work) => {
    const db = await openDatabase(testOptions(url));
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  return { home, url, accord: commandLine(env), look };
};

const done = async (said: Promise<Said>): Promise<Said> => {
  const { code, out, err } = await said;
  if (code !== 0) throw new Error(`${code}: ${err}`);
  return { code, out, err };
};

const read = async (path: string): Promise<{ manifest: Manifest; rows: Map<string, string[]> }> => {
  const archive = await openArchive(path);
  const manifest = readManifest(await archive.readText("manifest", 1 << 20));
  if (manifest === null) throw new Error("no manifest");
  const rows = new Map<string, string[]>();
  for (const { name } of manifest.tables) {
    const lines = (await archive.readText(rowsPart(name), 1 << 26)).split("\n").filter(Boolean);
    rows.set(name, lines.map((line) => JSON.stringify(JSON.parse(line))).sort());
  }
  archive.close();
  return { manifest, rows };
};

const origins: Partial<Record<"sqlite" | "postgres", { place: Place; file: string }>> = {};
const originOn = (engine: "sqlite" | "postgres"): { place: Place; file: string } => {
  const found = origins[engine];
  if (found === undefined) throw new Error("not made");
  return found;
};

beforeAll(async () => {
  for (const engine of ["sqlite", "postgres"] as const) {
    const place = await newPlace(engine);
    await done(place.accord("migrate"));
    await done(place.accord("seed", "demo"));
    await place.look(async (db) => {
      const [account] = await db.read.of(accountStore).list({ first: 1 });
      const session = {
        ...{ id: "ses_1", tokenHash: "hash", accountId: account?.id ?? "", idToken: null, device: null, network: null },
        ...{ authenticatedAt: AT, createdAt: AT, lastSeenAt: AT, expiresAt: AT + 1000 },
      };
      await db.transaction("sign in", (tx) => tx.of(sessionStore).create(session));
    });
    const file = join(folder, `${engine}.zip`);
    await done(place.accord("backup", file, "--with-keys"));
    origins[engine] = { place, file };
  }
}, 120_000);

describe.each([
  ["sqlite", "sqlite"],
  ["postgres", "postgres"],
  ["sqlite", "postgres"],
  ["postgres", "sqlite"],
] as const)("a backup of %s restored on %s", (from, to) => {
  let target: Place;
  let said: Said;
  beforeAll(async () => {
    target = await newPlace(to, originOn(from).place);
    said = await done(target.accord("restore", originOn(from).file));
  });

  it("U-6: has every row and file, holds every promise, and its audit record goes on", async () => {
    expect(await target.accord("verify")).toMatchObject({ code: 0, out: "All invariants hold." });
    expect(await target.accord("audit", "verify")).toMatchObject({ code: 0 });
    const again = join(folder, `${from}-${to}.zip`);
    await done(target.accord("backup", again));
    const [before, after] = [await read(originOn(from).file), await read(again)];
    expect([...after.rows.keys()].sort()).toEqual([...before.rows.keys()].sort());
    for (const [table, rows] of before.rows)
      if (!CHANGED.includes(table)) expect([table, after.rows.get(table)]).toEqual([table, rows]);
    expect(after.manifest.files).toEqual(before.manifest.files);
    expect(after.rows.get("audit")?.length).toBe((before.rows.get("audit")?.length ?? 0) + 1);
    const found = (place: Place) =>
      place.look((db) => db.read.of(queueStore).page(SEARCHED, { first: 100, after: null }));
    const ids = async (place: Place): Promise<string[]> => (await found(place)).rows.map(({ id }) => id);
    expect(await ids(originOn(from).place)).not.toEqual([]);
    expect(await ids(target)).toEqual(await ids(originOn(from).place));
  });

  it("U-6: sessions have ended, and what waited to be sent waits for an administrator", async () => {
    const claim = () =>
      target.look((db) =>
        db.transaction("claim", (tx) =>
          tx.of(outboxWorkStore).claim({ family: "request", owner: "test", at: AT + 1000, leaseMs: 1, first: 50 }),
        ),
      );
    expect(await target.look((db) => db.read.of(sessionStore).byId("ses_1"))).toBeNull();
    const held = await target.look((db) => db.read.of(outboxStore).countHeld());
    expect(held).toBeGreaterThan(0);
    expect(said.out).toContain(`${held} messages are held`);
    expect((await target.accord("verify")).err).toContain("accord outbox release");
    expect(await claim()).toEqual([]);
    await done(target.accord("outbox", "release"));
    expect((await claim()).length).toBeGreaterThan(0);
    expect((await target.accord("outbox", "release")).out).toBe("No message is held.");
  });

  it("U-6: a database that holds rows takes nothing", async () => {
    const refused = await target.accord("restore", originOn(from).file);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("nothing was changed") });
    expect((await target.accord("verify")).code).toBe(0);
  });
});

describe.each(["sqlite", "postgres"] as const)("a restore on %s that is refused", (engine) => {
  const spoilt = async (name: string, spoil: (path: string) => unknown): Promise<string> => {
    const path = join(folder, `${engine}-${name}.zip`);
    writeFileSync(path, readFileSync(originOn(engine).file));
    await spoil(path);
    return path;
  };
  const expectRefusal = async (path: string, sentence: string): Promise<void> => {
    const target = await newPlace(engine, originOn(engine).place);
    const refused = await target.accord("restore", path);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
    const filling = await openFilling(target.url, MODULES.storage);
    expect([await filling.closure(), await filling.occupied()]).toEqual([null, null]);
    expect(readdirSync(target.home)).not.toContain("blobs");
  };

  it("U-6: names the part of a damaged archive, and knows one that was cut off or is something else", async () => {
    const flip = (path: string): void => {
      const bytes = readFileSync(path);
      const at = bytes.indexOf("rows/account.jsonl") + 60;
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(path, bytes);
    };
    await expectRefusal(await spoilt("flipped", flip), "its part rows/account.jsonl is not as it was written");
    const cut = (path: string): void => truncateSync(path, readFileSync(path).length - 100);
    await expectRefusal(await spoilt("cut", cut), "no archive, or was cut off");
    await expectRefusal(await spoilt("text", (path) => writeFileSync(path, "not an archive")), "no archive");
    const foreign = join(folder, `${engine}-foreign.zip`);
    const pieces = async function* (): AsyncGenerator<string> {
      yield "something";
    };
    await writeArchive(foreign, new Date(AT), (archive) => archive.add("else.txt", pieces()));
    await expectRefusal(foreign, "no backup of Accord");
    await expectRefusal(join(folder, "nowhere.zip"), "ENOENT");
  });

  it("K9: other keys are refused with the way on; those sealed in it open with its passphrase", async () => {
    const { place, file } = originOn(engine);
    const target = await newPlace(engine);
    const lacking = await target.accord("restore", file);
    expect(lacking).toMatchObject({ code: 78, err: expect.stringContaining(`accord restore ${file} --with-keys`) });
    expect(readdirSync(join(target.home, "keys"))).toEqual([]);
    writeFileSync(secret, "another passphrase");
    expect(await target.accord("restore", file, "--with-keys")).toMatchObject({ code: 1 });
    writeFileSync(secret, PASSPHRASE);
    await done(target.accord("restore", file, "--with-keys"));
    expect((await target.accord("verify")).code).toBe(0);
    for (const name of readdirSync(join(place.home, "keys")))
      expect(readFileSync(join(target.home, "keys", name))).toEqual(readFileSync(join(place.home, "keys", name)));
    const other = await newPlace(engine);
    await done(other.accord("migrate"));
    await done(other.accord("seed", "reference"));
    const wrong = await newPlace(engine, other);
    expect(await wrong.accord("restore", file, "--with-keys")).toMatchObject({
      code: 78,
      err: expect.stringContaining("has another pair-pepper"),
    });
  });

  it("K9: without keys for good it is restored, and the loss is told and taken by a command", async () => {
    const target = await newPlace(engine);
    await done(target.accord("restore", originOn(engine).file, "--without-keys"));
    expect((await target.accord("verify")).code).toBe(78);
    expect((await target.accord("keys", "lost")).out).toContain("pair-pepper");
    await done(target.accord("keys", "lost", "--installation", "localhost"));
    expect((await target.accord("verify")).code).toBe(0);
  });

  it("U-6: an unfinished restore is open to nobody, and begins anew", async () => {
    const { file, place } = originOn(engine);
    const target = await newPlace(engine, place);
    await (await openFilling(target.url, MODULES.storage)).begin({ kind: "RESTORING", place: file });
    for (const words of [["verify"], ["migrate"], ["seed", "demo"], ["backup", join(folder, "never.zip")]])
      expect(await target.accord(...words)).toMatchObject({
        code: 78,
        err: expect.stringContaining(`accord restore ${file}`),
      });
    await done(target.accord("restore", file));
    expect((await target.accord("verify")).code).toBe(0);
  });
});
