/** Decision 26: a demonstration by choice says so on every page, in the page's language; others say nothing. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";

const EN = "This is a demonstration";
const RO = "Aceasta este o demonstrație";
const root = mkdtempSync(join(tmpdir(), "accord-pages-"));
writeFileSync(
  join(root, "index.html"),
  '<!doctype html><html><head><title>A</title></head><body><div id="root"></div></body></html>',
);
writeFileSync(join(root, "explorer.html"), "<!doctype html><html><head></head><body></body></html>");

describe("the line of a demonstration", () => {
  let shown: TestServer;
  let silent: TestServer;
  const parts = { ...echoParts, web: { kind: "built", root } as const };
  beforeAll(async () => {
    const env = { PUBLIC_ORIGIN: "https://demo.example.com", ACCORD_DEMO: "on" };
    [shown, silent] = await Promise.all([startTestServer({ parts, env }), startTestServer({ parts })]);
  });
  afterAll(() => Promise.all([shown.stop(), silent.stop()]));
  const page = async ({ config }: TestServer, path: string, language: string): Promise<string> => {
    const headers = { accept: "text/html", "accept-language": language };
    return (await fetch(`http://localhost:${config.port}${path}`, { headers, redirect: "manual" })).text();
  };

  it("stands on the server's pages in both languages", async () => {
    for (const path of ["/idp/interaction/none", "/docs/api", "/explorer"]) {
      expect([path, (await page(shown, path, "en")).includes(EN)]).toEqual([path, true]);
      expect([path, (await page(silent, path, "en")).includes(EN)]).toEqual([path, false]);
    }
    expect(await page(shown, "/idp/interaction/none", "ro")).toContain(RO);
  });

  it("is left to the SPA by a mark in its page", async () => {
    for (const path of ["/", "/sign-in", "/requests/new"]) {
      expect(await page(shown, path, "en")).toContain('<meta name="accord-demo" content="on">');
      expect(await page(silent, path, "en")).not.toContain("accord-demo");
    }
  });

  it("listens on loopback alone, by both of its addresses where the machine has them", async () => {
    const { address } = silent.app.server.address() as { address: string };
    expect(address).toBe("127.0.0.1");
    expect((await fetch(`http://127.0.0.1:${silent.config.port}/livez`)).status).toBe(200);
  });
});
