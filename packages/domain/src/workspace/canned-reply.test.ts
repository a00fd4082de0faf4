/** Replies with variables, and who sees how much of a request in the queue (F52, F54). */
import { describe, expect, it } from "vitest";
import { decideCannedReply, renderReply } from "./canned-reply.js";
import { asksForFacts, decideView, EVERYTHING_OPEN, readFilter } from "./queue.js";
import { mayTake, sightOf } from "./sight.js";

describe("canned replies", () => {
  it("F54: variables are filled in once; a value that looks like a variable is a value", () => {
    const values = { "contact.name": "{{request.number}}", "request.number": "2611230000000001" };
    expect(renderReply("{{contact.name}} / {{ request.number }}", values)).toEqual({
      text: "{{request.number}} / 2611230000000001",
      unknown: [],
    });
    expect(renderReply("{{team.name}} {{toString}} {{team.name}}", {})).toEqual({
      text: "{{team.name}} {{toString}} {{team.name}}",
      unknown: ["team.name", "toString"],
    });
    expect(renderReply("$& $1 {{request.number}}", { "request.number": "$&" }).text).toBe("$& $1 $&");
  });

  it("F54: a slip in a variable's name is told when it is kept", () => {
    expect(decideCannedReply({ title: "a", text: "{{contact.nam}}", language: "en" })).toMatchObject({
      refusals: [{ code: "INPUT_INVALID", path: ["text"] }],
    });
    expect(decideCannedReply({ title: "a", text: "{{contact.name}}", language: "ro" }).ok).toBe(true);
  });
});

describe("views", () => {
  it("F41: a kept filter comes back without what this version does not know", () => {
    const kept = { owner: "MINE", severities: ["CRITICAL", "DREADFUL"], statuses: "NEW", productId: 7 };
    expect(readFilter(kept)).toEqual({ ...EVERYTHING_OPEN, owner: "MINE", severities: ["CRITICAL"] });
    expect(decideView(" Mine ", "  ")).toEqual({ ok: true, value: { name: "Mine", search: null } });
    expect(asksForFacts({ ...EVERYTHING_OPEN, owner: "MINE", severities: ["MINIMAL"] })).toBe(false);
    expect(asksForFacts({ ...EVERYTHING_OPEN, turn: "SUPPORT" })).toBe(true);
  });
});

describe("sight", () => {
  const person = (id: string, ...roles: ("ENGINEER" | "LEAD" | "ADMINISTRATOR" | "AUDITOR")[]) => ({ id, roles });
  const request = (engineerId: string | null, teamId: string | null = "emea") => ({ engineerId, teamId });

  it("F52: the routed team reads a request until somebody owns it; then its owner and a lead do", () => {
    expect(sightOf(person("a", "ENGINEER"), request(null), ["emea"])).toBe("CONTENT");
    expect(sightOf(person("a", "ENGINEER"), request("b"), ["emea"])).toBe("FACTS");
    expect(sightOf(person("a", "ENGINEER"), request("a", "apac"), [])).toBe("CONTENT");
    expect(sightOf(person("a", "ENGINEER"), request(null), ["apac"])).toBe("OUTLINE");
    expect(sightOf(person("a", "ENGINEER"), request(null, null), [])).toBe("CONTENT");
    expect(sightOf(person("a", "LEAD"), request("b"), [])).toBe("CONTENT");
    expect(sightOf(person("a", "ADMINISTRATOR"), request(null), ["emea"])).toBe("OUTLINE");
    expect(sightOf(person("a"), request("a"), ["emea"])).toBe("OUTLINE");
  });

  it("F52: its team and leads take it", () => {
    expect(mayTake(person("a", "ENGINEER"), request(null), ["emea"])).toBe(true);
    expect(mayTake(person("a", "ENGINEER"), request(null), [])).toBe(false);
    expect(mayTake(person("a", "LEAD"), request(null), [])).toBe(true);
    expect(mayTake(person("a", "ADMINISTRATOR"), request(null, null), [])).toBe(false);
  });
});
