import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { echoParts } from "../../../tests/support/echo-graphql.js";
import { freePort, startTestServer } from "../../../tests/support/test-server.js";

/** Runs the server's own program until it ends. */
const run = (env: Record<string, string>): Promise<{ code: number | null; stderr: string }> =>
  new Promise((resolve) => {
    let stderr = "";
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: {
        PATH: process.env.PATH ?? "",
        DATA_DIR: mkdtempSync(join(tmpdir(), "accord-main-")),
        LOG_LEVEL: "silent",
        ...env,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    child.on("close", (code) => resolve({ code, stderr }));
  });

/** The line the program writes itself, apart from what the runtime says. */
const ownLines = (stderr: string): string[] => stderr.split("\n").filter((line) => line.startsWith("accord: "));

describe("a boot that must not happen", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["an unknown ACCORD_ name", { ACCORD_SPEED: "9" }, /ACCORD_SPEED/],
    ["a bad value", { PORT: "http" }, /PORT/],
    ["R49: production without an issuer", { NODE_ENV: "production" }, /OIDC_ISSUER/],
    [
      "production with a clock of its own",
      {
        NODE_ENV: "production",
        OIDC_ISSUER: "https://login.example.com",
        OIDC_CLIENT_ID: "x",
        ACCORD_NOW: "2026-11-23T08:30:00Z",
      },
      /ACCORD_NOW/,
    ],
  ])("%s: exit 78 and one clear line", async (_what, env, named) => {
    const { code, stderr } = await run(env);
    expect(code).toBe(78);
    expect(ownLines(stderr)).toHaveLength(1);
    expect(stderr.trim().split("\n")).toEqual(ownLines(stderr));
    expect(stderr).toMatch(named);
  });

  it("a second server on the same SQLite file: exit 78, naming the first one's process id", async () => {
    const first = await startTestServer({ parts: echoParts });
    const { code, stderr } = await run({ DATA_DIR: first.config.dataDir, PORT: String(await freePort()) });
    expect(code).toBe(78);
    expect(ownLines(stderr).join()).toContain(`process id ${process.pid}`);
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
    await first.stop();
  });

  it("a port somebody else listens on: exit 78, and the lock is given back", async () => {
    const first = await startTestServer({ parts: echoParts });
    const dataDir = mkdtempSync(join(tmpdir(), "accord-main-"));
    const { code, stderr } = await run({ DATA_DIR: dataDir, PORT: String(first.config.port) });
    expect([code, ownLines(stderr).join()]).toEqual([
      78,
      `accord: port ${first.config.port} is in use; set PORT to another one`,
    ]);
    expect(existsSync(join(dataDir, "accord.sqlite.lock"))).toBe(false);
    await first.stop();
  });
});
