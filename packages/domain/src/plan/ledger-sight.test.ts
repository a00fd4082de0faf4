import { describe, expect, it } from "vitest";
import { sightOfLine } from "./ledger-sight.js";

describe("F16, K8: what a holder sees of a line of the ledger", () => {
  const ALL = { isOwn: true, showsUsage: true };
  it.each([
    ["about no request: the plan's, everybody's", null, false, false, ALL],
    ["about the viewer's request", "req_1", true, false, ALL],
    ["about another holder's request", "req_1", false, false, { isOwn: false, showsUsage: false }],
    ["about another holder's, where the programme tells", "req_1", false, true, { isOwn: false, showsUsage: true }],
  ])("%s", (_name, requestId, isOfRequest, showsOthersUsage, sight) => {
    expect(sightOfLine({ requestId }, { isOfRequest, showsOthersUsage })).toEqual(sight);
  });
});
