import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { auditStore } from "../audit/audit.store.js";
import { ConfigError } from "../config-error.js";
import type { Database } from "../db/index.js";
import { type KeyRing, keepNewKeys, loadKeys } from "./keys.js";
import { findOtherKeys, settleKeys } from "./settle-keys.js";

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), "accord-keys-")), "keys");
const FILES = ["cookie-key", "encryption-key", "pair-pepper", "provider-jwks.json", "receipt-key.pem"];

it("keys are made once, in a folder only the owner reads, and stay the same", () => {
  const folder = newFolder();
  const ring = loadKeys(folder);
  const { keys, files } = ring;
  expect(keys.encryptionKey).toHaveLength(32);
  expect(keys.pairPepper).toHaveLength(32);
  expect(files.every(({ isNew }) => isNew)).toBe(true);
  expect(loadKeys(folder)).toEqual(ring);
  keepNewKeys(ring);
  keepNewKeys(ring);
  chmodSync(join(folder, "cookie-key"), 0o644);
  const again = loadKeys(folder);
  expect(again.keys).toEqual(keys);
  expect(again.files).toEqual(files.map((file) => ({ ...file, isNew: false })));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(FILES);
});

it("K9: keys of the environment, as text or as files, are those of a folder; with all of them given none is looked for", () => {
  const folder = newFolder();
  const ring = loadKeys(folder);
  keepNewKeys(ring);
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const elsewhere = newFolder();
  const given = {
    "pair-pepper": { text: text("pair-pepper") },
    "encryption-key": { file: join(folder, "encryption-key") },
    "cookie-key": { text: text("cookie-key") },
    "receipt-key.pem": { text: text("receipt-key.pem").trim().replaceAll("\n", "\\n") },
    "provider-jwks.json": { file: join(folder, "provider-jwks.json") },
  };
  const loaded = loadKeys(elsewhere, given);
  expect(loaded.files.map(({ name, check, isNew }) => [name, check, isNew])).toEqual(
    ring.files.map(({ name, check }) => [name, check, false]),
  );
  expect(loaded.keys.encryptionKey).toEqual(ring.keys.encryptionKey);
  expect(existsSync(elsewhere)).toBe(false);
  expect(loadKeys(elsewhere, { "cookie-key": given["cookie-key"] }).files.filter(({ isNew }) => isNew)).toHaveLength(4);
});

it.each([
  ["pair-pepper", "short", "ACCORD_KEY_PAIR_PEPPER is no such key"],
  ["encryption-key", "?".repeat(44), "ACCORD_KEY_ENCRYPTION is no such key"],
  ["cookie-key", "short", "ACCORD_KEY_COOKIE is no such key"],
  ["receipt-key.pem", "-----BEGIN PRIVATE KEY-----", "ACCORD_KEY_RECEIPT is no such key"],
  ["provider-jwks.json", "{", "ACCORD_KEY_PROVIDER_JWKS is no such key"],
] as const)("K9: what is no %s is refused by its name, its text not told", (name, text, sentence) => {
  const load = (): unknown => loadKeys(newFolder(), { [name]: { text } });
  expect(load).toThrow(ConfigError);
  expect(load).toThrow(sentence);
  const missing = (): unknown => loadKeys(newFolder(), { [name]: { file: "/nowhere" } });
  expect(missing).toThrow(/_FILE .*nowhere cannot be read \(ENOENT\)/);
});

it("no check tells its key", () => {
  const folder = newFolder();
  for (const { name, check } of loadKeys(folder).files)
    expect(readFileSync(join(folder, `${name}.new`), "utf8")).not.toContain(check);
});

describeOnBothDatabases("keys and the database they filled", (databases) => {
  const filled = async (): Promise<{ db: Database; ring: KeyRing }> => {
    const db = await databases.open();
    const ring = loadKeys(newFolder());
    await settleKeys(db, ring);
    return { db, ring };
  };
  const says = (db: Database, folder: string): Promise<string> =>
    settleKeys(db, loadKeys(folder)).then(
      () => "they are its keys",
      (error: Error) => `${error instanceof ConfigError ? "" : "no ConfigError: "}${error.message}`,
    );

  it("the same keys start again, another host's are refused, and stay as they are", async () => {
    const { db, ring } = await filled();
    expect(await says(db, ring.folder)).toBe("they are its keys");
    const other = loadKeys(newFolder());
    keepNewKeys(other);
    expect(await says(db, other.folder)).toMatch(
      /has another pair-pepper, encryption-key, .* than this database was filled with: .*accord keys lost/,
    );
    expect(readdirSync(other.folder).sort()).toEqual(FILES);
  });

  it("nothing is made over data: without its keys a database is refused, and the folder is as empty as before", async () => {
    const { db } = await filled();
    const folder = newFolder();
    expect(await says(db, folder)).toMatch(
      /lacks pair-pepper, .*provider-jwks.json, which this database was filled with/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keys a command or a failed start left behind are not taken for those of a filled database", async () => {
    const { db } = await filled();
    const folder = newFolder();
    loadKeys(folder);
    expect(await says(db, folder)).toMatch(/ lacks pair-pepper, /);
    expect(readdirSync(folder)).toEqual([]);
    const empty = await databases.open();
    const left = loadKeys(folder).keys;
    await settleKeys(empty, loadKeys(folder));
    expect(readdirSync(folder).sort()).toEqual(FILES);
    expect(loadKeys(folder).keys).toEqual(left);
  });

  it("one key that is missing or another is named alone", async () => {
    const { db, ring } = await filled();
    const [path, content] = [
      join(ring.folder, "encryption-key"),
      readFileSync(join(ring.folder, "encryption-key"), "utf8"),
    ];
    rmSync(path);
    expect(await says(db, ring.folder)).toMatch(/ lacks encryption-key, which this/);
    writeFileSync(path, Buffer.alloc(32, 1).toString("base64"));
    expect(await says(db, ring.folder)).toMatch(/ has another encryption-key than/);
    writeFileSync(path, `${content}\n`);
    expect(await says(db, ring.folder)).toBe("they are its keys");
  });

  it("a database from before the checks keeps the keys that are there, and is no new one for keys made now", async () => {
    const db = await databases.open();
    await db.transaction("live before the checks", (tx) =>
      tx.of(auditStore).append({ actorId: null, action: "seed.demo", objectId: "demo", details: {}, at: 0 }),
    );
    expect(await says(db, newFolder())).toMatch(/ lacks pair-pepper, /);
    const folder = newFolder();
    keepNewKeys(loadKeys(folder));
    expect(await says(db, folder)).toBe("they are its keys");
    expect(await findOtherKeys(db, loadKeys(folder))).toEqual([]);
  });
});
