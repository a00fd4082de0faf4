/** Writing in a request: what it does to the status, what is refused, how long it may be corrected (R91, F42, F48, S23). */
import { describe, expect, it } from "vitest";
import { AS_OF } from "../../testing/seed-world.js";
import { type Communication, canEdit, decideCommunication, decideEdit, statusAfterAnswer } from "./conversation.js";
import { decideSeverityAsk } from "./severity-ask.js";
import { REQUEST_STATUSES } from "./support-request.js";
import { isInternalKind, TIMELINE_KINDS } from "./timeline.js";

const MINUTE = 60_000;
const write = (
  changes: Partial<Communication> & { status?: Communication["request"]["status"]; answered?: boolean },
) => {
  const { status = "IN_PROGRESS", answered = true, ...rest } = changes;
  return decideCommunication({
    request: { status, firstRespondedAt: answered ? AS_OF : null },
    by: "CUSTOMER",
    text: "It is back.",
    isInternal: false,
    markAs: null,
    ...rest,
  });
};
const codeOf = (result: ReturnType<typeof write>) => (result.ok ? "ok" : result.refusals[0]?.code);

describe("writing in a request", () => {
  it("F48, S23: a customer's answer takes a request that waits for one back to the engineer, and no other", () => {
    const after = REQUEST_STATUSES.map((status) => [
      status,
      statusAfterAnswer({ status, firstRespondedAt: AS_OF }),
      statusAfterAnswer({ status, firstRespondedAt: null }),
    ]);
    expect(after).toEqual([
      ["NEW", null, null],
      ["ASSIGNED", null, null],
      ["IN_PROGRESS", null, null],
      ["WAITING_FOR_CUSTOMER", "IN_PROGRESS", "ASSIGNED"],
      ["WAITING_FOR_VENDOR", null, null],
      ["SOLVED", "IN_PROGRESS", "IN_PROGRESS"],
      ["CLOSED", null, null],
    ]);
    expect(write({ status: "SOLVED" })).toEqual({
      ok: true,
      value: { kind: "REPLY", status: "IN_PROGRESS", isFirstResponse: false },
    });
  });
  it("F42: the engineer's first public word is the first response; a note is not", () => {
    const by = "ENGINEER" as const;
    expect(write({ by, answered: false })).toMatchObject({ value: { kind: "REPLY", isFirstResponse: true } });
    expect(write({ by })).toMatchObject({ value: { isFirstResponse: false } });
    expect(write({ by, answered: false, isInternal: true })).toMatchObject({
      value: { kind: "NOTE", isFirstResponse: false, status: null },
    });
    expect(write({ by, status: "WAITING_FOR_CUSTOMER" })).toMatchObject({ value: { status: null } });
  });
  it("F48: the engineer moves the request along with a word, along its machine only", () => {
    const by = "ENGINEER" as const;
    expect(write({ by, markAs: "WAITING_FOR_CUSTOMER" })).toMatchObject({ value: { status: "WAITING_FOR_CUSTOMER" } });
    expect(write({ by, markAs: "IN_PROGRESS" })).toMatchObject({ value: { status: null } });
    expect(write({ by, status: "SOLVED", markAs: "WAITING_FOR_VENDOR" })).toMatchObject({
      refusals: [{ code: "STATUS_CHANGE_NOT_ALLOWED", path: ["markAs"] }],
    });
    expect(codeOf(write({ by, markAs: "CLOSED" }))).toBe("STATUS_CHANGE_NOT_ALLOWED");
  });
  it("R91: a closed request takes no public word, only notes", () => {
    expect(codeOf(write({ status: "CLOSED" }))).toBe("REQUEST_CLOSED");
    expect(codeOf(write({ status: "CLOSED", by: "ENGINEER" }))).toBe("REQUEST_CLOSED");
    expect(codeOf(write({ status: "CLOSED", by: "ENGINEER", isInternal: true }))).toBe("ok");
    expect(codeOf(write({ status: "CLOSED", by: "ENGINEER", isInternal: true, markAs: "SOLVED" }))).toBe(
      "REQUEST_CLOSED",
    );
  });
  it.each([
    ["", "INPUT_REQUIRED"],
    [" \n ", "INPUT_REQUIRED"],
    ["x".repeat(20_001), "INPUT_TOO_LONG"],
    ["x".repeat(20_000), "ok"],
    ["**bold**\n\n<b>raw</b>", "ok"],
    ["\u0007", "INPUT_INVALID"],
  ])("R91: text of 1 to 20,000 characters, kept as it was typed (%#)", (text, code) => {
    expect(codeOf(write({ text }))).toBe(code);
  });
  it("F42: one's own word may be corrected for fifteen minutes, to the millisecond", () => {
    const entry = { kind: "REPLY", actorId: "acc_1", at: AS_OF } as const;
    const end = AS_OF + 15 * MINUTE;
    expect([canEdit({ id: "acc_1" }, entry, end - 1), canEdit({ id: "acc_1" }, entry, end)]).toEqual([true, false]);
    expect(canEdit({ id: "acc_2" }, entry, AS_OF)).toBe(false);
    expect(canEdit({ id: "acc_1" }, { ...entry, kind: "CLOSED" }, AS_OF)).toBe(false);
    expect(decideEdit(entry, "Better.", end - 1)).toEqual({ ok: true, value: "Better." });
    expect(decideEdit(entry, "Better.", end)).toMatchObject({ refusals: [{ code: "EDIT_WINDOW_OVER" }] });
    expect(decideEdit(entry, "", AS_OF)).toMatchObject({ refusals: [{ code: "INPUT_REQUIRED", path: ["text"] }] });
  });
  it("F42: what customers never learn of is a closed list", () => {
    expect(TIMELINE_KINDS.filter(isInternalKind)).toEqual(["NOTE", "HANDED_OVER", "ROUTED", "NEAR_BREACH", "BREACHED"]);
  });
});

describe("another severity", () => {
  const request = { status: "NEW", engineerId: null, severity: "CRITICAL", support24x7: true } as const;
  it("S23, F49, E4: at once while nobody is assigned, and lowering clears the 24/7 flag", () => {
    expect(decideSeverityAsk(request, "MINIMAL", "It can wait.")).toEqual({
      ok: true,
      value: { kind: "CHANGED", severity: "MINIMAL", support24x7: false },
    });
  });
  it("S23, F49: by asking once an engineer is assigned", () => {
    expect(decideSeverityAsk({ ...request, status: "ASSIGNED", engineerId: "acc_e" }, "MODERATE", "Less.")).toEqual({
      ok: true,
      value: { kind: "ASKED", severity: "MODERATE" },
    });
  });
  it("F49: always with a reason, for another severity, of an open request", () => {
    expect(decideSeverityAsk(request, "CRITICAL", "")).toMatchObject({
      refusals: [
        { code: "INPUT_INVALID", path: ["severity"] },
        { code: "INPUT_REQUIRED", path: ["reason"] },
      ],
    });
    expect(decideSeverityAsk({ ...request, status: "CLOSED" }, "MODERATE", "Less.")).toMatchObject({
      refusals: [{ code: "REQUEST_CLOSED" }],
    });
  });
});
