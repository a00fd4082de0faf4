/** What a backup holds, and what it never does (U-6), on both engines. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine, type Said } from "../../../../tests/support/command-line.js";
import { describeOnBothDatabases } from "../../../../tests/support/databases.js";
import { openArchive } from "../kernel/archive/read-archive.js";
import { MANIFEST, type Manifest, readManifest } from "./manifest.js";
import { openKeys } from "./sealed-keys.js";

const PASSPHRASE = "correct horse battery staple";
const folder = mkdtempSync(join(tmpdir(), "accord-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifestOf = async (path: string): Promise<Manifest> => {
  const archive = await openArchive(path);
  const manifest = readManifest(await archive.readText(MANIFEST, 1 << 20));
  archive.close();
  if (manifest === null) throw new Error("no manifest");
  return manifest;
};

const textOf = async (path: string, name: string): Promise<string> => {
  const archive = await openArchive(path);
  const text = await archive.readText(name, 1 << 24);
  archive.close();
  return text;
};

describeOnBothDatabases("a backup", (databases) => {
  const home = join(folder, databases.dialect);
  const file = (name: string): string => join(folder, `${databases.dialect}-${name}.zip`);
  const secret = join(folder, "passphrase");
  let accord: (...words: readonly string[]) => Promise<Said>;
  beforeAll(async () => {
    writeFileSync(secret, `${PASSPHRASE}\n`, { mode: 0o600 });
    accord = commandLine({
      DATA_DIR: home,
      DATABASE_URL: await databases.newUrl(),
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      ACCORD_BACKUP_PASSPHRASE_FILE: secret,
    });
    for (const words of [["migrate"], ["seed", "demo"]]) expect((await accord(...words)).err).toBe("");
  });

  it("U-6: holds every row and file, each part under its digest, for its owner alone", async () => {
    const path = file("whole");
    expect(await accord("backup", path)).toMatchObject({ code: 0, err: "" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const manifest = await manifestOf(path);
    expect(manifest).toMatchObject({ format: "accord-backup", engine: databases.dialect, installation: "localhost" });
    expect(manifest.files).toEqual({ count: 1, bytes: expect.any(Number), lost: [] });
    expect(Object.keys(manifest.keyChecks)).toHaveLength(5);
    const archive = await openArchive(path);
    for (const part of manifest.parts) await archive.check(part, () => undefined);
    const others = ["manifest", "manifest.sha256"];
    expect([...archive.names].sort()).toEqual([...manifest.parts.map(({ name }) => name), ...others].sort());
    archive.close();
    const text = await textOf(path, MANIFEST);
    expect(await textOf(path, "manifest.sha256")).toContain(createHash("sha256").update(text).digest("hex"));
    const accounts = (await textOf(path, "rows/account.jsonl")).trim().split("\n");
    expect(accounts).toHaveLength(manifest.tables.find(({ name }) => name === "account")?.rows ?? 0);
  });

  it("U-6: no key is in it; with --with-keys they open with the passphrase alone", async () => {
    const path = file("keys");
    expect((await accord("backup", path, "--with-keys")).code).toBe(0);
    const manifest = await manifestOf(path);
    const parts = await Promise.all(
      [...manifest.parts.map(({ name }) => name), MANIFEST].map((name) => textOf(path, name)),
    );
    const names = readdirSync(join(home, "keys"));
    expect(names).toHaveLength(5);
    for (const name of names) {
      const key = readFileSync(join(home, "keys", name), "utf8").trim();
      expect(parts.some((part) => part.includes(key))).toBe(false);
    }
    const sealed = await textOf(path, "keys.sealed");
    expect(await openKeys(sealed, "another passphrase")).toBeNull();
    expect(Object.keys((await openKeys(sealed, PASSPHRASE)) ?? {}).sort()).toEqual(names.sort());
    expect((await manifestOf(file("whole"))).parts.map(({ name }) => name)).not.toContain("keys.sealed");
  });

  it("U-6: writes over nothing, and leaves nothing where it cannot write", async () => {
    const path = file("whole");
    const before = readFileSync(path);
    expect(await accord("backup", path)).toMatchObject({ code: 1, err: expect.stringContaining("is there already") });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await accord("backup", join(folder, "nowhere", "x.zip"))).toMatchObject({ code: 1 });
    expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  it("V5: names what is lost already, keeps the rest and ends with 1", async () => {
    const walk = (path: string): string[] =>
      readdirSync(path, { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? walk(join(path, one.name)) : [join(path, one.name)],
      );
    const [stored = ""] = walk(join(home, "blobs", "sha256"));
    const digest = stored.slice(-64);
    const losses = { broken: () => writeFileSync(stored, "other bytes"), gone: () => rmSync(stored) };
    for (const [name, lose] of Object.entries(losses)) {
      lose();
      expect(await accord("backup", file(name))).toMatchObject({ code: 1, err: expect.stringContaining(digest) });
      const { files, tables } = await manifestOf(file(name));
      expect(files.lost).toEqual([digest]);
      expect(tables.length).toBeGreaterThan(50);
    }
  });
});
