/** F83: one's own data over HTTP: for oneself alone, after a fresh sign-in, a few times a day. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../tests/support/test-server.js";
import { openArchive } from "../kernel/archive/read-archive.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import { DEFAULT_LIMITS } from "../kernel/limits/limits.js";

const MINUTE = 60_000;
const MOST = 1_000_000;

describe("one's own data over HTTP", () => {
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), "accord-own-export-"));
  beforeAll(async () => {
    server = await startTestServer({ seed: "demo" });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (headers: Record<string, string>) =>
    fetch(new URL("/account/export.zip", server.origin), { headers, redirect: "manual" });

  it("F83: whoever is not signed in, or has been for long, is led to the sign-in and back to the page", async () => {
    const cookie = await server.signInAs("u-yuki");
    server.clock.advance(16 * MINUTE);
    const visitors: Record<string, string>[] = [{}, { cookie }, { authorization: "Bearer accord_pat_none" }];
    for (const headers of visitors) {
      const answer = await get(headers);
      expect(answer.status).toBe(303);
      const to = new URL(answer.headers.get("location") ?? "", server.origin);
      expect([to.pathname, to.searchParams.get("returnTo"), to.searchParams.get("prompt")]).toEqual([
        "/auth/login",
        "/settings/data?signedIn=again",
        "login",
      ]);
    }
  });

  it("F83, I-9: a link of another site leads to the page, and makes nothing", async () => {
    const cookie = await server.signInAs("u-yuki");
    const answer = await get({ cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/settings/data"]);
    const { rows } = await server.db.read.of(auditStore).page({ action: "subject.export" }, { first: 9, after: null });
    expect(rows).toEqual([]);
  });

  it("F83: it holds what is theirs and nothing of others, is on record, kept nowhere, and made a few times a day", async () => {
    const cookie = await server.signInAs("u-radu");
    for (let count = 0; count < DEFAULT_LIMITS.ownExportsPerDay; count += 1) {
      const answer = await get({ cookie });
      expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
        200,
        "application/zip",
        "private, no-store",
      ]);
      const path = join(folder, `${count}.zip`);
      writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
      const archive = await openArchive(path);
      expect(await archive.readText("identity.json", MOST)).toContain("Radu");
      const contact = await archive.readText("contact.json", MOST);
      expect(contact).toContain("radu.marin@");
      expect(contact).not.toContain("elena.stan@");
      archive.close();
    }
    const often = await get({ cookie });
    expect([often.status, often.headers.get("location")]).toEqual([303, "/settings/data?fetched=often"]);
    const { rows } = await server.db.read.of(auditStore).page({ action: "subject.export" }, { first: 9, after: null });
    expect(rows.length).toBe(DEFAULT_LIMITS.ownExportsPerDay);
    expect(new Set(rows.map(({ actorId, objectId }) => actorId === objectId))).toEqual(new Set([true]));
    await expect.poll(() => readdirSync(join(server.config.dataDir, "exports"))).toEqual([]);
  });
});
