import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { echoParts } from "../../../tests/support/echo-graphql.js";
import { freePort, startTestServer } from "../../../tests/support/test-server.js";
import { runCommandLine } from "./cli/run.js";

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

const noDatabase = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), "accord-main-")), "x.sqlite");
  writeFileSync(file, "this is no database, however long it may be: ".repeat(100));
  return file;
};

/** The line the program writes itself, apart from what the runtime says. */
const ownLines = (stderr: string): string[] => stderr.split("\n").filter((line) => line.startsWith("accord: "));

const QUIET = { out: () => {}, err: () => {}, random: randomBytes };

describe("a boot that must not happen", () => {
  it("keys that are not those the database was filled with: exit 78, named, and nothing is made in their place", async () => {
    const [DATA_DIR, KEYS_DIR] = [
      mkdtempSync(join(tmpdir(), "accord-main-")),
      mkdtempSync(join(tmpdir(), "accord-main-")),
    ];
    for (const command of ["migrate", "seed"])
      expect(await runCommandLine([command], { ...QUIET, env: { DATA_DIR } })).toBe(0);
    const { code, stderr } = await run({ PORT: String(await freePort()), DATA_DIR, KEYS_DIR });
    expect(code).toBe(78);
    expect(ownLines(stderr)).toEqual([expect.stringMatching(/KEYS_DIR .* lacks pair-pepper, .*accord keys lost/)]);
    expect(readdirSync(KEYS_DIR)).toEqual([]);
  }, 60_000);

  it.each<[string, Record<string, string>, RegExp]>([
    ["an unknown ACCORD_ name", { ACCORD_SPEED: "9" }, /ACCORD_SPEED/],
    ["a bad value", { PORT: "http" }, /PORT/],
    ["R49: production without an issuer", { NODE_ENV: "production" }, /OIDC_ISSUER/],
    [
      "decision 26: a public origin without one",
      { PUBLIC_ORIGIN: "https://support.example.com" },
      /PUBLIC_ORIGIN .*ACCORD_DEMO/,
    ],
    ["K9: an origin that is none", { PUBLIC_ORIGIN: "foo" }, /PUBLIC_ORIGIN/],
    ["K9: a DATA_DIR that is a file", { DATA_DIR: fileURLToPath(import.meta.url) }, /DATA_DIR/],
    ["K9: a database that is none", { DATABASE_URL: `sqlite:${noDatabase()}` }, /DATABASE_URL/],
    ["K9: files below a file", { BLOB_URL: `file:${fileURLToPath(import.meta.url)}/x` }, /BLOB_URL/],
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
  ])(
    "%s: exit 78 and one clear line",
    async (_what, env, named) => {
      const { code, stderr } = await run({ PORT: String(await freePort()), ...env });
      expect(code).toBe(78);
      expect(ownLines(stderr)).toHaveLength(1);
      expect(stderr.trim().split("\n")).toEqual(ownLines(stderr));
      expect(stderr).toMatch(named);
    },
    60_000,
  );

  it("U-7: ACCORD_MIGRATE=off leaves the schema alone: exit 70 and the command until it is at this version", async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), "accord-main-"));
    const env = { PORT: String(await freePort()), DATA_DIR, ACCORD_MIGRATE: "off" };
    const { code, stderr } = await run(env);
    expect([code, ownLines(stderr)]).toEqual([70, [expect.stringContaining("accord migrate")]]);
    expect(await runCommandLine(["verify"], { ...QUIET, env: { DATA_DIR } })).toBe(70);
  }, 60_000);

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

describe("K9: a server that is told to stop", () => {
  /** In a group of its own, as behind npm; resolves once it is ready. */
  const start = async (env: Record<string, string>): Promise<{ child: ChildProcess; said: () => string }> => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: { PATH: process.env.PATH ?? "", ACCORD_SEED: "none", ...env },
      stdio: ["ignore", "pipe", "ignore", "ipc"],
      detached: true,
    });
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
    });
    await Promise.race([once(child, "message"), once(child, "exit")]);
    return { child, said: () => said };
  };

  it("drains when its group is signalled and the signal is passed on once more, and gives the lock back", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "accord-main-"));
    const { child } = await start({ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: "silent" });
    expect(existsSync(join(dataDir, "accord.sqlite.lock"))).toBe(true);
    process.kill(-(child.pid ?? 0), "SIGINT");
    child.kill("SIGINT");
    child.kill("SIGTERM");
    const [code, signal] = await once(child, "exit");
    expect([code, signal]).toEqual([0, null]);
    expect(existsSync(join(dataDir, "accord.sqlite.lock"))).toBe(false);
  }, 60_000);

  it("writes lines that people read where LOG_FORMAT says so, none for a probe, and who reaches what", async () => {
    const port = await freePort();
    const dataDir = mkdtempSync(join(tmpdir(), "accord-main-"));
    const { child, said } = await start({ DATA_DIR: dataDir, PORT: String(port), LOG_FORMAT: "text" });
    for (const path of ["/livez", "/readyz", "/version", "/auth/login"]) await fetch(`http://localhost:${port}${path}`);
    child.kill("SIGTERM");
    await once(child, "exit");
    const lines = said();
    expect(lines).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: pages and API: this machine alone at port \d+$/m);
    expect(lines).toMatch(/sign-in: whoever reaches the pages, as any demo persona/);
    expect(lines).toMatch(/GET \/auth\/login \d+, [\d.]+ ms/);
    expect(lines).not.toMatch(/livez|readyz|\/version|"level"/);
  }, 60_000);
});
