/** Random plans and needs over the real catalogue, for the laws. */
import fc from "fast-check";
import type { Need, SupportPlan } from "../src/index.js";
import { AS_OF, needOf, planOf, programmes, versions } from "./seed-world.js";

const DAY_MS = 86_400_000;

export const anyAt: fc.Arbitrary<number> = fc.integer({ min: -800, max: 800 }).map((days) => AS_OF + days * DAY_MS);
export const anyNeed: fc.Arbitrary<Need> = fc
  .record({ version: fc.constantFrom(...versions.map((version) => version.id)), at: anyAt })
  .map(({ version, at }) => needOf(version, at));

export const anyPlan: fc.Arbitrary<SupportPlan> = fc
  .record({
    id: fc.integer({ min: 1, max: 1_000_000 }),
    programme: fc.constantFrom(...programmes.map((programme) => programme.id)),
    start: anyAt,
    remaining: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }),
    isRevoked: fc.integer({ min: 0, max: 9 }),
    zone: fc.constantFrom("UTC", "Europe/Bucharest", "Pacific/Auckland"),
  })
  .map((one) =>
    planOf(one.programme, new Date(one.start).toISOString().slice(0, 10), {
      id: `pln_${one.id}`,
      timeZone: one.zone,
      incidentsTotal: one.remaining === null ? null : 3,
      incidentsRemaining: one.remaining,
      revokedAt: one.isRevoked === 0 ? one.start : null,
    }),
  );
