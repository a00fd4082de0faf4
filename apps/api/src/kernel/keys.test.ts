import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadKeys } from "./keys.js";

it("keys are made once, in a folder only the owner reads, and stay the same", () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), "accord-keys-")), "data");
  const made = loadKeys(dataDir);
  expect(made.encryptionKey).toHaveLength(32);
  expect(made.pairPepper).toHaveLength(32);
  expect(loadKeys(dataDir)).toEqual(made);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const folder = join(dataDir, "keys");
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  expect(readdirSync(folder)).toHaveLength(5);
});
