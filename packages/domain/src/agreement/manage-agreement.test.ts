/** What staff may do with agreements, and rows of an import (F18, F56, F60, F77). */
import { describe, expect, it } from "vitest";
import { planOf, programmes } from "../../testing/seed-world.js";
import { decideRoles } from "../account/staff-roles.js";
import type { Programme } from "../plan/support-plan.js";
import type { Refusal, Result } from "../shared/result.js";
import { textCell } from "../table/table-cell.js";
import { type ImportCells, type ImportRow, readImportRow } from "./import-row.js";
import { decideAdjustment, decideExtension, decideIssue, decideReason, type IssueInput } from "./manage-agreement.js";

const byId: ReadonlyMap<string, Programme> = new Map(programmes.map((one) => [one.id, one]));
const visualStudio = byId.get("visual-studio-enterprise") ?? null;
const NOW = Date.parse("2026-11-23T12:00:00Z");
const codes = (result: Result<unknown>): (string | undefined)[][] =>
  result.ok ? [] : result.refusals.map((one: Refusal) => [one.code, one.path?.join(".")]);

describe("issuing", () => {
  const input: IssueInput = {
    startsOn: "2027-01-01",
    incidents: null,
    count: 1,
    timeZone: "UTC",
    needsActivation: null,
    redeemBy: null,
    recipientName: " Ana Pop ",
    recipientEmail: "Ana@Example.com",
    language: "ro",
  };
  it("F56: as many incidents as the programme grants unless told otherwise, and an address in one form", () => {
    expect(decideIssue(visualStudio, input, NOW)).toMatchObject({
      ok: true,
      value: { incidents: 4, count: 1, recipient: { name: "Ana Pop", email: "ana@example.com", language: "ro" } },
    });
    expect(decideIssue(visualStudio, { ...input, incidents: 9, count: 100 }, NOW)).toMatchObject({
      value: { incidents: 9, count: 100 },
    });
  });
  it.each([
    [{ startsOn: "2027-02-30" }, "startsOn"],
    [{ timeZone: "Mars/Base" }, "timeZone"],
    [{ incidents: 0 }, "incidents"],
    [{ incidents: 1.5 }, "incidents"],
    [{ incidents: 1_000_000 }, "incidents"],
    [{ count: 101 }, "count"],
    [{ count: 0 }, "count"],
    [{ recipientEmail: "a@b.c, d@e.f" }, "recipientEmail"],
    [{ language: "de" }, "language"],
  ])("F56: %o is refused at its field", (wrong, path) => {
    expect(codes(decideIssue(visualStudio, { ...input, ...wrong }, NOW))).toEqual([["INPUT_INVALID", path]]);
  });
  it("F56: a pack is bought, never issued", () => {
    expect(codes(decideIssue(byId.get("pay-per-incident") ?? null, input, NOW))).toEqual([
      ["INPUT_INVALID", "programmeId"],
    ]);
    expect(codes(decideIssue(null, input, NOW))).toEqual([["INPUT_INVALID", "programmeId"]]);
  });
  it("R2, K8: nothing is issued of a programme from the day on it was retired", () => {
    const retiring = visualStudio && { ...visualStudio, retiredOn: "2026-11-23" };
    expect(codes(decideIssue(retiring, input, Date.parse("2026-11-23T12:00:00Z")))).toEqual([
      ["INPUT_INVALID", "programmeId"],
    ]);
    expect(decideIssue(retiring, input, Date.parse("2026-11-20T12:00:00Z")).ok).toBe(true);
  });
});

describe("changing", () => {
  const plan = planOf("visual-studio-enterprise", "2026-03-02", { incidentsTotal: 4, incidentsRemaining: 1 });
  it("F18: the balance stays between none and all, and needs a reason", () => {
    for (const incidents of [-1, 1, 3]) expect(decideAdjustment(plan, { incidents, reason: "x" }).ok).toBe(true);
    for (const incidents of [-2, 4])
      expect(codes(decideAdjustment(plan, { incidents, reason: "x" }))).toEqual([
        ["ADJUSTMENT_NOT_POSSIBLE", "incidents"],
      ]);
    expect(codes(decideAdjustment(plan, { incidents: 0, reason: " " }))).toEqual([
      ["INPUT_REQUIRED", "reason"],
      ["INPUT_INVALID", "incidents"],
    ]);
    expect(codes(decideReason(""))).toEqual([["INPUT_REQUIRED", "reason"]]);
  });
  it("F56: an extension ends later, within ten years, and revives nothing that was withdrawn", () => {
    expect(plan.endsOn).toBe("2027-03-02");
    const extend = (endsOn: string, more = {}) => decideExtension({ ...plan, ...more }, { endsOn, reason: "agreed" });
    expect(extend("2027-03-03")).toEqual({ ok: true, value: { endsOn: "2027-03-03", reason: "agreed" } });
    for (const day of ["2027-03-02", "2027-03-01", "2037-03-03", "soon"])
      expect(codes(extend(day))).toEqual([["INPUT_INVALID", "endsOn"]]);
    expect(codes(extend("2027-03-03", { revokedAt: 1 }))).toEqual([["ADJUSTMENT_NOT_POSSIBLE", "endsOn"]]);
  });
  it("F60: the last administrator stays; with another one the role may go", () => {
    expect(codes(decideRoles(["ADMINISTRATOR"], [], 1))).toEqual([["LAST_ADMINISTRATOR", "roles"]]);
    expect(decideRoles(["ADMINISTRATOR", "LEAD"], ["AUDITOR", "LEAD"], 2)).toEqual({
      ok: true,
      value: { roles: ["LEAD", "AUDITOR"], granted: ["AUDITOR"], revoked: ["ADMINISTRATOR"] },
    });
    expect(decideRoles([], ["ADMINISTRATOR"], 0).ok).toBe(true);
  });
});

describe("rows of an import", () => {
  const row: ImportRow = {
    programme: "visual-studio-enterprise",
    accessId: "000-123",
    agreementId: "0000456",
    startsOn: "2026-10-01",
  };
  const cellsOf = (texts: ImportRow): ImportCells =>
    Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, textCell(text)]));
  it("E14, F56: leading zeros stay, what is left out comes from the programme", () => {
    expect(
      readImportRow(cellsOf({ ...row, used: "1", recipientEmail: "A@B.example", language: "ro" }), byId),
    ).toMatchObject({
      ok: true,
      agreement: {
        pair: { accessId: "000123", agreementId: "0000456" },
        endsOn: null,
        incidents: 4,
        used: 1,
        recipient: { email: "a@b.example", language: "ro" },
      },
    });
  });
  it.each([
    [{ programme: "none" }, "PROGRAMME_UNKNOWN"],
    [{ programme: "pay-per-incident" }, "PROGRAMME_NOT_ISSUED"],
    [{ accessId: "" }, "CELL_NOT_VALID"],
    [{ agreementId: "AB!1" }, "CELL_NOT_VALID"],
    [{ startsOn: "2026-13-01" }, "CELL_NOT_VALID"],
    [{ endsOn: "2026-09-30" }, "ENDS_BEFORE_START"],
    [{ incidents: "-1" }, "CELL_NOT_VALID"],
    [{ used: "unlimited" }, "CELL_NOT_VALID"],
    [{ used: "5" }, "MORE_USED_THAN_GRANTED"],
    [{ recipientEmail: "nobody" }, "RECIPIENT_NOT_VALID"],
    [{ language: "de" }, "LANGUAGE_NOT_VALID"],
  ])("F56: %o is told as %s", (wrong, code) => {
    expect(readImportRow(cellsOf({ ...row, ...wrong }), byId)).toMatchObject({ ok: false, problem: { code } });
  });
  it("K8: a name with signs nobody can read is made readable, not refused", () => {
    expect(readImportRow(cellsOf({ ...row, recipientName: "Ana\tPop\u0000" }), byId)).toMatchObject({
      agreement: { recipient: { name: "Ana Pop␀" } },
    });
  });
});
