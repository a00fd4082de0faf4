/** Once answered, the deadline on record and what led to it (F67, F68). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryOf, regionOf } from "../../testing/seed-world.js";
import { explainAnswered } from "./answered-response.js";
import { type ExplainedQuestion, explainFirstResponse, minutesOf } from "./first-response.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const createdAt = Date.parse("2026-11-20T14:10:00Z");
const asked: ExplainedQuestion = {
  severity: "MODERATE",
  support24x7: false,
  country: countryOf("RO"),
  region: regionOf("RO"),
  timeZone: "Europe/Bucharest",
  createdAt,
  pauses: [],
  now: createdAt + 40 * 24 * HOUR,
};
const respondedAt = createdAt + HOUR;

describe("the deadline of an answered request", () => {
  it("F67: what is waited after the answer changes nothing, what lasted at the answer counts up to it", () => {
    const pauses = [
      { from: createdAt + HOUR / 2, until: null },
      { from: respondedAt, until: respondedAt + HOUR },
    ];
    const settled = explainFirstResponse({ ...asked, pauses: pauses.slice(0, 1), now: respondedAt });
    expect(explainAnswered({ ...asked, pauses, respondedAt, dueAt: settled.dueAt })).toEqual(settled);
  });
  it("F68: another severity since the answer does not change why it was due then", () => {
    const promised = explainFirstResponse({ ...asked, severity: "CRITICAL", support24x7: true, now: respondedAt });
    expect(explainAnswered({ ...asked, severity: "MINIMAL", respondedAt, dueAt: promised.dueAt })).toEqual(promised);
  });
  it("F68: where no severity leads to it the spans end at the deadline on record", () => {
    for (const dueAt of [createdAt + 7 * MINUTE, createdAt + 30 * 24 * HOUR + 7 * MINUTE]) {
      const told = explainAnswered({ ...asked, respondedAt, dueAt });
      expect([told.dueAt, told.spans[0]?.from, told.spans.at(-1)?.until]).toEqual([dueAt, createdAt, dueAt]);
    }
  });
  it("F68: whole minutes add up, wherever the seconds fall", () => {
    const pause = fc.record({ from: fc.nat(7 * HOUR), length: fc.nat(3 * HOUR) });
    fc.assert(
      fc.property(fc.nat(HOUR), fc.array(pause, { maxLength: 4 }), fc.boolean(), (by, found, support24x7) => {
        const begun = createdAt + by;
        const pauses = found.map(({ from, length }) => ({ from: begun + from, until: begun + from + length }));
        const { spans, targetMs } = explainFirstResponse({ ...asked, support24x7, createdAt: begun, pauses });
        const minutes = minutesOf(spans);
        const sum = (isCounted: boolean) =>
          spans.reduce((all, { kind }, at) => all + ((kind === "COUNTED") === isCounted ? (minutes[at] ?? 0) : 0), 0);
        const whole = (spans.at(-1)?.until ?? begun) - begun;
        expect([sum(true), sum(false)]).toEqual([targetMs / MINUTE, Math.floor((whole - targetMs) / MINUTE)]);
      }),
      { numRuns: 500 },
    );
  });
});
