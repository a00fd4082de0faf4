import { describe, expect, it } from "vitest";
import { actorKindOf } from "./timeline.js";

const entry = { kind: "REPLY", channel: "PORTAL", actorId: "acc_1", isFromSupport: false } as const;

describe("R90: who an entry of the timeline is from", () => {
  it.each([
    ["a contact who writes", {}, "CONTACT"],
    ["a contact without an account, by mail", { channel: "MAIL", actorId: null }, "CONTACT"],
    ["an engineer", { isFromSupport: true }, "ENGINEER"],
    ["a program that answers by mail", { kind: "AUTO_REPLY", channel: "MAIL", actorId: null }, "AUTOMATION"],
    ["a mail that came back", { kind: "MAIL_BOUNCED", channel: "MAIL", actorId: null }, "SYSTEM"],
    ["what the portal did", { kind: "CLOSED", channel: "SYSTEM", actorId: null, isFromSupport: true }, "SYSTEM"],
  ] as const)("%s", (_who, facts, kind) => expect(actorKindOf({ ...entry, ...facts })).toBe(kind));
});
