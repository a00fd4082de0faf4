/** Decision 26: keys and data that others could read are closed at boot, whenever they were made. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.js";
import { closeToOthers } from "./file-modes.js";

describe("modes of what stands in DATA_DIR", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "accord-modes-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);
  const make = (path: string, mode: number): void => {
    writeFileSync(join(folder, path), "x");
    chmodSync(join(folder, path), mode);
  };

  it("decision 26: 0700 and 0600 are enforced on what exists", () => {
    const data = join(folder, "data");
    for (const path of [
      data,
      join(data, "keys"),
      join(data, "sandbox"),
      join(data, "blobs"),
      join(data, "blobs/sha256"),
    ])
      mkdirSync(path, { mode: 0o777 });
    chmodSync(data, 0o755);
    chmodSync(join(data, "keys"), 0o777);
    for (const path of [
      "keys/cookie-key",
      "accord.sqlite",
      "accord.sqlite-wal",
      "sandbox/bank.json",
      "audit-heads.jsonl",
    ])
      make(`data/${path}`, 0o644);
    make("elsewhere.sqlite", 0o666);
    symlinkSync("/", join(data, "link"));
    closeToOthers(data, join(folder, "elsewhere.sqlite"));
    expect(["data", "data/keys", "data/sandbox", "data/blobs"].map(modeOf)).toEqual(["700", "700", "700", "700"]);
    expect(
      [
        "data/keys/cookie-key",
        "data/accord.sqlite",
        "data/accord.sqlite-wal",
        "data/sandbox/bank.json",
        "elsewhere.sqlite",
      ].map(modeOf),
    ).toEqual(["600", "600", "600", "600", "600"]);
  });

  it("K9: a DATA_DIR that is a file is a setting to put right", () => {
    make("file", 0o600);
    expect(() => closeToOthers(join(folder, "file"), null)).toThrow(ConfigError);
    expect(() => closeToOthers(join(folder, "file/within"), null)).toThrow(/^DATA_DIR /);
  });
});
