import { describe, expect, it } from "vitest";
import { SCOPES } from "../account/access-token.js";
import { AUDIT_ACTIONS, AUDIT_AREAS } from "../audit/audit-actions.js";
import { capitalNameOf } from "./capital-name.js";

describe("F73: codes by their names in capitals", () => {
  it.each([
    ["requests:read", "REQUESTS_READ"],
    ["agreementImport.begin", "AGREEMENT_IMPORT_BEGIN"],
    ["purchase.ask-refund", "PURCHASE_ASK_REFUND"],
    ["export", "EXPORT"],
  ] as const)("%s is called %s", (code, name) => expect(capitalNameOf(code)).toBe(name));

  it.each([[SCOPES], [AUDIT_ACTIONS], [AUDIT_AREAS]])("no two are called alike: %j", (codes) => {
    const names = codes.map((code) => capitalNameOf(code));
    expect(new Set(names).size).toBe(codes.length);
    expect(names.filter((name) => !/^[A-Z]+(_[A-Z]+)*$/.test(name))).toEqual([]);
  });
});
