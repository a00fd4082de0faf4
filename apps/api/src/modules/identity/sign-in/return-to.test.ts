import { describe, expect, it } from "vitest";
import { safeReturnTo } from "./return-to.js";

const ORIGIN = "http://localhost:4000";

describe("I-9: after sign-in the browser stays on this origin", () => {
  it.each([
    "https://evil.example/",
    "http://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "http:evil.example",
    "https:/evil.example",
    "//evil.example@localhost:4000/",
    "http://localhost:4000@evil.example/",
    "http://localhost:4000.evil.example/",
    "http://localhost:4000/requests",
    "evil.example",
    "",
    "/./..//evil.example",
    "/..//evil.example",
    "/a/../..//evil.example",
    "/\u2028/evil.example",
    "/\u0000/evil.example",
    "/\u0085/evil.example",
    "/auth/logout",
    "/auth/login?returnTo=/",
    "/AUTH/logout",
    "/idp/interaction/x",
    "/graphql",
    "?x",
    "#x",
    "..",
    "//",
    "/\\",
    `/${"a".repeat(3000)}`,
  ])("%j goes to the start page", (wanted) => {
    expect(safeReturnTo(wanted, ORIGIN)).toBe("/");
  });

  it.each([
    ["/requests", "/requests"],
    ["/requests/req_1?tab=share#facts", "/requests/req_1?tab=share#facts"],
    ["/requests/new/drf_1/plan", "/requests/new/drf_1/plan"],
    ["/a/../plans", "/plans"],
    ["/search?next=https://evil.example", "/search?next=https://evil.example"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
    ["/authors", "/authors"],
  ])("%j is kept as %j", (wanted, kept) => {
    expect(safeReturnTo(wanted, ORIGIN)).toBe(kept);
  });

  it("nothing asked for is the start page", () => {
    expect(safeReturnTo(undefined, ORIGIN)).toBe("/");
  });
});
