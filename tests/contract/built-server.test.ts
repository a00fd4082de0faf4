/** The built server, a process of its own, answers the published examples as the sources do: what only the build breaks shows here. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopesFor } from "../../packages/domain/src/index.js";
import {
  EXAMPLE_NAMES,
  EXAMPLES,
  ExampleRun,
  goldenOf,
  refusalsIn,
  shownRefusals,
  type Visit,
  withoutTimes,
} from "../support/examples.js";
import { killAll, runCommand, type SpawnedServer, spawnServer } from "../support/processes.js";
import { TestBrowser } from "../support/test-browser.js";

const folder = mkdtempSync(join(tmpdir(), "accord-built-"));
const env = { DATA_DIR: folder, ACCORD_NOW: "2026-11-23T08:30:00Z", ACCORD_SEED: "demo", NODE_ENV: "test" };
const SCOPES = scopesFor([]).join(",");
const examples = new ExampleRun();
let server: SpawnedServer;
let visit: Visit;

beforeAll(async () => {
  server = await spawnServer(env);
  const browser = new TestBrowser(server.origin);
  await browser.signInAs("u-lena");
  const administrator = new TestBrowser(server.origin);
  await administrator.signInAs("u-admin");
  const tokenOf = async (email: string): Promise<string> => {
    const made = await runCommand(["token", "create", "--account", email, "--scopes", SCOPES, "--json"], env);
    return (JSON.parse(made.stdout) as { token: string }).token;
  };
  const token = await tokenOf("lena.koch@nordwind.example");
  const engineerToken = await tokenOf("petra.novak@desk.example");
  const buyer = new TestBrowser(server.origin);
  await buyer.signInAs("u-sam");
  const buyerToken = await tokenOf("sam.carter@mail.example");
  const partnerToken = await tokenOf("radu.marin@transilvan.example");
  const leadToken = await tokenOf("ioana.dumitru@desk.example");
  visit = {
    leadToken,
    partnerToken,
    origin: server.origin,
    token,
    cookie: browser.cookieHeader(),
    engineerToken,
    buyerToken,
    buyerCookie: buyer.cookieHeader(),
    adminCookie: administrator.cookieHeader(),
  };
});
afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

describe("the built server", () => {
  it.each(EXAMPLE_NAMES)("%s gives the published answer", async (name) => {
    const answer = await examples.ask(name, visit);
    expect(answer.errors).toBeUndefined();
    expect(refusalsIn(answer)).toEqual(shownRefusals(name));
    const published = readFileSync(`${EXAMPLES}${name}.answer.json`, "utf8");
    expect(withoutTimes(goldenOf(answer.data))).toBe(withoutTimes(published));
  });

  it("R33, R88: what it was told is there for the next process, and adds up", async () => {
    const { code } = await server.stop();
    expect(code).toBe(0);
    const verified = await runCommand(["verify", "--json"], env);
    expect(JSON.parse(verified.stdout)).toEqual({ ok: true, breaches: [] });
  });
});
