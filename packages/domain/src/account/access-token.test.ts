import { describe, expect, it } from "vitest";
import { decideToken } from "./access-token.js";

const input = { name: " CRM ", scopes: ["requests:write", "requests:read", "requests:read"], expiresInDays: 30 };
const codes = (wrong: object) => {
  const decided = decideToken({ ...input, ...wrong }, 365);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
};

describe("F74: a new access token", () => {
  it("has a name, scopes once each in their order, and a life", () => {
    expect(decideToken(input, 365)).toMatchObject({
      ok: true,
      value: { name: "CRM", scopes: ["requests:read", "requests:write"], expiresInDays: 30 },
    });
    expect(codes({ expiresInDays: 365 })).toEqual([]);
  });

  it.each([
    [{ name: "" }, ["INPUT_REQUIRED name"]],
    [{ name: "  " }, ["INPUT_REQUIRED name"]],
    [{ name: "n".repeat(101) }, ["INPUT_TOO_LONG name"]],
    [{ name: "two\nlines" }, ["INPUT_INVALID name"]],
    [{ scopes: [] }, ["INPUT_REQUIRED scopes"]],
    [{ scopes: ["requests:read", "all"] }, ["INPUT_INVALID scopes"]],
    [{ expiresInDays: 0 }, ["INPUT_INVALID expiresInDays"]],
    [{ expiresInDays: 366 }, ["INPUT_INVALID expiresInDays"]],
    [{ expiresInDays: 1.5 }, ["INPUT_INVALID expiresInDays"]],
    [{ name: "", scopes: [] }, ["INPUT_REQUIRED name", "INPUT_REQUIRED scopes"]],
  ])("%j is refused at its field", (wrong, refused) => {
    expect(codes(wrong)).toEqual(refused);
  });
});
