import { describe, expect, it } from "vitest";
import { decideToken, SCOPES, STAFF_SCOPES, scopesFor, type TokenBounds } from "./access-token.js";
import { staffRightsOf } from "./staff-rights.js";

const input = {
  name: " CRM ",
  scopes: ["requests:write", "requests:read", "requests:read"],
  expiresInDays: 30,
} as const;
const CUSTOMER: TokenBounds = { mostDays: 365, mostStaffDays: 90, mostDailyIncidents: 100_000, rights: [] };
const ADMINISTRATOR: TokenBounds = { ...CUSTOMER, rights: staffRightsOf(["ADMINISTRATOR"]) };
const codes = (wrong: object, bounds = CUSTOMER) => {
  const decided = decideToken({ ...input, ...wrong }, bounds);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
};

describe("F74: a new access token", () => {
  it("has a name, scopes once each in their order, and a life", () => {
    expect(decideToken(input, CUSTOMER)).toMatchObject({
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
    [{ expiresInDays: 0 }, ["INPUT_INVALID expiresInDays"]],
    [{ expiresInDays: 366 }, ["INPUT_INVALID expiresInDays"]],
    [{ expiresInDays: 1.5 }, ["INPUT_INVALID expiresInDays"]],
    [{ name: "", scopes: [] }, ["INPUT_REQUIRED name", "INPUT_REQUIRED scopes"]],
  ])("%j is refused at its field", (wrong, refused) => {
    expect(codes(wrong)).toEqual(refused);
  });

  const STAFF = { scopes: ["staff:agreements:write"], expiresInDays: 90, dailyIncidents: 20 };
  it.each([
    [STAFF, []],
    [{ ...STAFF, scopes: ["staff:agreements:write", "requests:read"] }, []],
    [{ ...STAFF, expiresInDays: 91 }, ["INPUT_INVALID expiresInDays"]],
    [{ ...STAFF, dailyIncidents: null }, ["INPUT_REQUIRED dailyIncidents"]],
    [{ ...STAFF, dailyIncidents: 0 }, ["INPUT_INVALID dailyIncidents"]],
    [{ ...STAFF, dailyIncidents: 100_001 }, ["INPUT_INVALID dailyIncidents"]],
    [{ ...STAFF, scopes: ["staff:audit:read"] }, ["INPUT_INVALID dailyIncidents"]],
    [{ dailyIncidents: 1 }, ["INPUT_INVALID dailyIncidents"]],
  ])("F60, F74: for staff, %j: %j", (wrong, refused) => {
    expect(codes(wrong, ADMINISTRATOR)).toEqual(refused);
  });

  it("F60: carries a right of staff only for whoever has it", () => {
    const auditor: TokenBounds = { ...CUSTOMER, rights: staffRightsOf(["AUDITOR"]) };
    expect(codes(STAFF)).toEqual(["INPUT_INVALID scopes"]);
    expect(codes(STAFF, auditor)).toEqual(["INPUT_INVALID scopes"]);
    expect(codes({ scopes: ["staff:audit:read"], expiresInDays: 90 }, auditor)).toEqual([]);
    expect(scopesFor(staffRightsOf(["ADMINISTRATOR"]))).toEqual(SCOPES);
    const staffScopes: readonly string[] = Object.values(STAFF_SCOPES);
    expect(scopesFor([])).toEqual(SCOPES.filter((scope) => !staffScopes.includes(scope)));
  });
});
