/** Keys that are turned: what is written from then on is under the new ones, what was written before still opens (K9), on both engines. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../../tests/support/command-line.js";
import { describeOnBothDatabases, testOptions } from "../../../../../tests/support/databases.js";
import { accountStore, sessionStore } from "../../modules/identity/module.js";
import { type Database, openDatabase } from "../db/index.js";
import { lockServer } from "../server-lock.js";
import { type Keys, loadKeys } from "./keys.js";

const NOW = "2026-11-23T08:30:00Z";
const AT = Date.parse(NOW);
const root = mkdtempSync(join(tmpdir(), "accord-turned-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeOnBothDatabases("keys that are turned", (databases) => {
  const home = join(root, databases.dialect);
  const folder = join(home, "keys");
  const backup = join(root, `${databases.dialect}.zip`);
  const secret = join(root, "passphrase");
  let url: string;
  let accord: (...words: readonly string[]) => Promise<Said>;
  const look = async <T>(keys: Keys, work: (db: Database) => Promise<T>): Promise<T> => {
    const { encryptionKey, olderEncryptionKeys } = keys;
    const db = await openDatabase({ ...testOptions(url), pepper: keys.pairPepper, encryptionKey, olderEncryptionKeys });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const signIn = (id: string): Promise<void> =>
    look(loadKeys(folder).keys, async (db) => {
      const [account] = await db.read.of(accountStore).list({ first: 1 });
      const times = { authenticatedAt: AT, createdAt: AT, lastSeenAt: AT, expiresAt: AT + 1000 };
      const session = {
        id,
        tokenHash: id,
        accountId: account?.id ?? "",
        idToken: `token of ${id}`,
        device: null,
        network: null,
        ...times,
      };
      await db.transaction("sign in", (tx) => tx.of(sessionStore).create(session));
    });
  const idTokens = (keys: Keys): Promise<(string | null)[]> =>
    look(keys, (db) => Promise.all(["ses_1", "ses_2"].map((id) => db.read.of(sessionStore).idTokenOf(id))));

  beforeAll(async () => {
    writeFileSync(secret, "correct horse battery staple", { mode: 0o600 });
    url = await databases.newUrl();
    accord = commandLine({ DATA_DIR: home, DATABASE_URL: url, ACCORD_NOW: NOW, ACCORD_BACKUP_PASSPHRASE_FILE: secret });
    for (const words of [["migrate"], ["seed", "demo"]]) expect((await accord(...words)).code).toBe(0);
    await signIn("ses_1");
  });

  it("K9: what was sealed before still opens, with the old keys alone; what is sealed now is under the new", async () => {
    const before = loadKeys(folder).keys;
    expect(await accord("keys", "rotate")).toMatchObject({ code: 0, out: expect.stringContaining("encryption-key") });
    await signIn("ses_2");
    const { keys } = loadKeys(folder);
    expect(keys.pairPepper).toEqual(before.pairPepper);
    expect(keys.encryptionKey).not.toEqual(before.encryptionKey);
    expect(keys.olderEncryptionKeys).toEqual([before.encryptionKey]);
    expect(keys.providerJwks.keys).toHaveLength(2);
    expect(await idTokens(keys)).toEqual(["token of ses_1", "token of ses_2"]);
    expect(await idTokens({ ...keys, olderEncryptionKeys: [] })).toEqual([null, "token of ses_2"]);
    expect(keys.olderCookieKeys).toEqual([before.cookieKey]);
    expect((await accord("verify")).code).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  });

  it("K9: they are turned again; a host without them, or without an old one, does not start", async () => {
    cpSync(folder, join(root, `${databases.dialect}-stale`), { recursive: true });
    expect((await accord("keys", "rotate", "encryption-key")).code).toBe(0);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["encryption-key.1", "encryption-key.2"]));
    expect(readdirSync(folder)).not.toContain("cookie-key.2");
    expect(await idTokens(loadKeys(folder).keys)).toEqual(["token of ses_1", "token of ses_2"]);
    const stale = commandLine({
      DATA_DIR: home,
      DATABASE_URL: url,
      KEYS_DIR: join(root, `${databases.dialect}-stale`),
    });
    expect(await stale("verify")).toMatchObject({ code: 78, err: expect.stringContaining("encryption-key") });
    renameSync(join(folder, "encryption-key.1"), join(root, "aside"));
    expect(await accord("verify")).toMatchObject({ code: 78, err: expect.stringContaining("lacks encryption-key.1") });
    renameSync(join(root, "aside"), join(folder, "encryption-key.1"));
    expect((await accord("verify")).code).toBe(0);
  });

  it("K9: a turn that was killed before the database knew is gone on with by the next start", async () => {
    const path = join(folder, "cookie-key");
    renameSync(path, `${path}.2`);
    writeFileSync(path, "another key of this installation, long enough", { mode: 0o600 });
    expect((await accord("verify")).code).toBe(0);
    expect((await accord("verify")).code).toBe(0);
  });

  it("U-6: a backup with its keys holds the old ones too", async () => {
    expect((await accord("backup", backup, "--with-keys")).code).toBe(0);
    const env = { DATA_DIR: join(root, `${databases.dialect}-restored`), DATABASE_URL: await databases.newUrl() };
    const restored = commandLine({ ...env, ACCORD_NOW: NOW, ACCORD_BACKUP_PASSPHRASE_FILE: secret });
    expect(await restored("restore", backup, "--with-keys")).toMatchObject({ code: 0 });
    for (const name of readdirSync(folder))
      expect(readFileSync(join(env.DATA_DIR, "keys", name)), name).toEqual(readFileSync(join(folder, name)));
    expect((await restored("verify")).code).toBe(0);
  });

  it("K9: the pepper is not turned, nor a key that the environment gives, nor any beside a server", async () => {
    const before = readdirSync(folder);
    expect(await accord("keys", "rotate", "pair-pepper")).toMatchObject({ code: 2 });
    const given = commandLine({
      DATA_DIR: home,
      DATABASE_URL: url,
      ACCORD_KEY_COOKIE_FILE: join(folder, "cookie-key"),
    });
    expect(await given("keys", "rotate")).toMatchObject({ code: 1, err: expect.stringContaining("ACCORD_KEY_COOKIE") });
    if (databases.dialect === "sqlite") {
      const lock = lockServer(url.slice("sqlite:".length));
      expect(await accord("keys", "rotate")).toMatchObject({ code: 78 });
      lock.release();
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});
