/** The story of tests/journeys/two-browsers.spec.ts on PostgreSQL: the customer's pages come from one API process, the engineer's from another (F76, LISTEN/NOTIFY). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/machine.mjs";
import { Person } from "../journeys/person.js";
import { holdConversation } from "../journeys/two-sides.js";
import { newPostgresUrl } from "../support/databases.js";
import { killAll, MANY_ATTEMPTS, type SpawnedServer, spawnServer } from "../support/processes.js";

describe("two API processes on one PostgreSQL, a browser at each", () => {
  const folder = mkdtempSync(join(tmpdir(), "accord-two-browsers-"));
  let here: SpawnedServer;
  let there: SpawnedServer;
  let browser: Browser;

  beforeAll(async () => {
    const env = {
      DATABASE_URL: await newPostgresUrl(),
      // Files and keys are shared as two machines share them: by one folder.
      DATA_DIR: folder,
      ACCORD_SEED: "demo",
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      ACCORD_LIMITS: MANY_ATTEMPTS,
    };
    here = await spawnServer(env);
    there = await spawnServer(env);
    const executablePath = findBrowser();
    browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await killAll();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Signed in at the first process; its session holds at the second as well. */
  const personAt = async (personaId: string, language: "en" | "ro"): Promise<Person> => {
    const context = await browser.newContext({ baseURL: here.origin, locale: "en-GB", timezoneId: "Europe/Bucharest" });
    const person = new Person(await context.newPage(), language);
    await person.signIn(personaId, "/requests");
    return person;
  };

  test("R90, R91, R92, F42, F47, F48, F52, F76: customer at one process and engineer at the other hold a conversation with files, live without a reload; a note is never the customer's", async () => {
    expect(here.origin).not.toBe(there.origin);
    const [ana, petra] = [await personAt("u-ana", "ro"), await personAt("u-novak", "en")];
    await holdConversation({
      customer: { person: ana, origin: here.origin },
      engineer: { person: petra, origin: there.origin },
      title: "Replica secundară rămâne NOT SYNCHRONIZING",
    });
  }, 120_000);
});
