import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockServer } from "./server-lock.js";

const databaseFile = (): string => join(mkdtempSync(join(tmpdir(), "accord-lock-")), "accord.sqlite");

describe("one server per SQLite file", () => {
  it("names the process that holds it, and lets the next one in after release", () => {
    const file = databaseFile();
    const first = lockServer(file);
    expect(() => lockServer(file)).toThrow(`process id ${process.pid}`);
    first.release();
    lockServer(file).release();
  });

  it.each([
    ["a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, started: "1" })],
    ["a process id used again by another process", JSON.stringify({ pid: process.ppid, started: "1" })],
    ["half a file", '{"pid":'],
  ])("takes over the lock of %s", (_what, stale) => {
    const file = databaseFile();
    writeFileSync(`${file}.lock`, stale);
    const lock = lockServer(file);
    expect(JSON.parse(readFileSync(`${file}.lock`, "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it.runIf(existsSync("/proc/self/stat"))(
    "K9: takes over the lock of a process that has ended and is still listed",
    async () => {
      // The shell becomes a sleeper that never looks for its child, which ends only after that.
      const shell = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 30"], { stdio: ["ignore", "pipe", "ignore"] });
      const [line] = await once(shell.stdout, "data");
      const pid = Number(String(line));
      const stat = (): string => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1] ?? "";
      while (!stat().startsWith("Z")) await new Promise((wake) => setTimeout(wake, 10));
      const file = databaseFile();
      writeFileSync(`${file}.lock`, JSON.stringify({ pid, started: stat().split(" ")[19] }));
      lockServer(file).release();
      shell.kill();
    },
  );

  it("never removes the lock of somebody else", () => {
    const file = databaseFile();
    const lock = lockServer(file);
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 1, started: "" }));
    lock.release();
    expect(readFileSync(`${file}.lock`, "utf8")).toContain('"pid":1');
  });
});
