import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestBrowser } from "../../../../../../tests/support/test-browser.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
});
afterAll(() => server.stop());

/** Titles of the support requests this browser's account sees. */
const titlesSeenBy = async (browser: TestBrowser): Promise<string[]> => {
  const query = "{ myRequests(first: 50) { nodes { title } } }";
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", origin: browser.origin },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data?: { myRequests: { nodes: { title: string }[] } } };
  if (answer.data === undefined) throw new Error(JSON.stringify(answer));
  return answer.data.myRequests.nodes.map((node) => node.title).sort();
};

const enterAs = async (
  email: string,
  kind: "work" | "personal" | "partner",
  isEmailProven: boolean,
): Promise<TestBrowser> => {
  const browser = server.browser();
  await browser.signInAsNew({ givenName: "Ana", familyName: "Ionescu", email, kind, isEmailProven });
  return browser;
};

describe("A-10: an address alone opens nothing", () => {
  it("the account that is a contact sees its requests (so that the others fail for their own reason)", async () => {
    const browser = server.browser();
    await browser.signInAs("u-ana");
    expect((await titlesSeenBy(browser)).length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ["the same address from a hostile directory", "ana.ionescu@carpatia.example"],
    ["another case", "Ana.Ionescu@CARPATIA.example"],
    ["a plus-tag", "ana.ionescu+x@carpatia.example"],
    ["a full-width letter", "ａna.ionescu@carpatia.example"],
    ["a dotless i", "ana.ıonescu@carpatia.example"],
  ])("R81: %s, unproven, sees nothing", async (_what, email) => {
    for (const kind of ["work", "personal", "partner"] as const)
      expect(await titlesSeenBy(await enterAs(email, kind, false))).toEqual([]);
  });

  it("R81: a Kelvin sign, which lower case would make another letter, is no address", async () => {
    await expect(enterAs("\u212aana.ionescu@carpatia.example", "work", false)).rejects.toThrow("422");
  });

  it.each([
    ["a plus-tag", "ana.ionescu+y@carpatia.example"],
    ["a full-width letter", "ａna.ionescu@carpatia.example"],
    ["a dotless i", "ana.ıonescu@carpatia.example"],
    ["a subdomain", "ana.ionescu@mail.carpatia.example"],
  ])("R81: a look-alike (%s) sees nothing even where it is proven", async (_what, email) => {
    expect(await titlesSeenBy(await enterAs(email, "work", true))).toEqual([]);
  });
});
