/** The words of the audit record: for each action, in each language, each a different one (F82). */
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../account/account.js";
import { AUDIT_ACTIONS, isAuditAction } from "../audit/audit-actions.js";
import { AUDIT_MESSAGES } from "./index.js";

describe("the words of the audit record", () => {
  it.each(LANGUAGES)("F82: every action and its area have words (%s), never a code, no two alike", (language) => {
    const { actions, areas } = AUDIT_MESSAGES[language];
    expect(Object.keys(actions).sort()).toEqual([...AUDIT_ACTIONS].sort());
    expect(Object.keys(areas).sort()).toEqual([...new Set(AUDIT_ACTIONS.map((code) => code.split(".")[0]))].sort());
    for (const words of [Object.values(actions), Object.values(areas)]) {
      expect(new Set(words).size).toBe(words.length);
      expect(words.filter((text) => !/^\p{Lu}/u.test(text) || /[._{}şţŞŢ]/.test(text))).toEqual([]);
    }
  });

  it("F82: no sentence of one language stands in the other", () => {
    const { en, ro } = AUDIT_MESSAGES;
    expect(AUDIT_ACTIONS.filter((code) => en.actions[code] === ro.actions[code])).toEqual([]);
  });

  it("F82: a code of an older record is told from those known", () => {
    expect([isAuditAction("agreement.issue"), isAuditAction("agreement."), isAuditAction("toString")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
