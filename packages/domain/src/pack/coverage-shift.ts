/** What a change of programmes or products does to a plan: when, for which version, the same judgement comes out differently (F58). */
import type { Product, ProductVersion } from "../catalogue/product.js";
import { isAvailable, judgeEntitlement } from "../entitlement/judge-entitlement.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import { type CivilDate, type EpochMs, endOfDay, startOfDay, type TimeZoneName } from "../shared/calendar.js";

/** What is judged by, before or after a change. */
export interface CatalogueSide {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly products: ReadonlyMap<string, Product>;
  readonly versions: ReadonlyMap<string, ProductVersion>;
}

/** A stretch of time in which a version is covered on one side and not on the other. */
export interface CoverageShift {
  readonly versionId: string;
  readonly from: EpochMs;
  /** First instant after it; null: without an end. */
  readonly until: EpochMs | null;
  readonly isCoveredAfter: boolean;
}

export interface ShiftQuestion {
  readonly programmeId: string;
  /** Of the plans. */
  readonly timeZone: TimeZoneName;
  readonly before: CatalogueSide;
  readonly after: CatalogueSide;
  /** When the change takes effect. */
  readonly from: EpochMs;
  readonly lifecycleZone: TimeZoneName;
}

/**
 * Every shift of a programme, for the versions there were before; a version that is new changes nobody's decision.
 * The judgement of a plan is the same between two instants at which a lifecycle day or the programme ends: only those are judged.
 */
export const coverageShifts = (question: ShiftQuestion): readonly CoverageShift[] => {
  const { programmeId, before, after } = question;
  const programmes = [before.programmes.get(programmeId), after.programmes.get(programmeId)] as const;
  const isSameProgramme = isSame(...programmes);
  return [...before.versions.values()].flatMap((version) => {
    const later = after.versions.get(version.id);
    const products = [before.products.get(version.productId), later && after.products.get(later.productId)] as const;
    if (isSameProgramme && isSame(version, later) && isSame(...products)) return [];
    return shiftsOf(question, [
      { programme: programmes[0], version, product: products[0] },
      { programme: programmes[1], version: later, product: products[1] },
    ]);
  });
};

interface Side {
  readonly programme: Programme | undefined;
  readonly version: ProductVersion | undefined;
  readonly product: Product | undefined;
}

const shiftsOf = (question: ShiftQuestion, sides: readonly [Side, Side]): CoverageShift[] => {
  const shifts: CoverageShift[] = [];
  const instants = turningPoints(question, sides);
  for (const [place, from] of instants.entries()) {
    const [was, is] = [isCovered(question, sides[0], from), isCovered(question, sides[1], from)];
    if (was === is) continue;
    const until = instants[place + 1] ?? null;
    const last = shifts.at(-1);
    if (last !== undefined && last.until === from && last.isCoveredAfter === is)
      shifts.splice(-1, 1, { ...last, until });
    else shifts.push({ versionId: sides[0].version?.id ?? "", from, until, isCoveredAfter: is });
  }
  return shifts;
};

/** The instants at which a judgement may change, the first being `from`. */
const turningPoints = ({ from, lifecycleZone, timeZone }: ShiftQuestion, sides: readonly Side[]): EpochMs[] => {
  const starts = (day: CivilDate | null | undefined, zone: TimeZoneName): EpochMs[] =>
    day ? [startOfDay(day, zone)] : [];
  const ends = (day: CivilDate | null | undefined): EpochMs[] => (day ? [endOfDay(day, lifecycleZone)] : []);
  const points = sides.flatMap(({ programme, version }) => [
    ...starts(version?.releasedOn, lifecycleZone),
    ...ends(version?.mainstreamEndsOn),
    ...ends(version?.extendedEndsOn),
    ...starts(programme?.retiredOn, timeZone),
  ]);
  return [...new Set([from, ...points.filter((at) => at > from)])].sort((a, b) => a - b);
};

const isCovered = (
  { timeZone, lifecycleZone }: ShiftQuestion,
  { programme, version, product }: Side,
  at: EpochMs,
): boolean => {
  if (programme === undefined || version === undefined || product === undefined) return false;
  return isAvailable(judgeEntitlement(unendingPlan(programme, timeZone), { product, version, at, lifecycleZone }));
};

/** A plan that nothing of its own stands against: what is left is what programme and version say. */
const unendingPlan = (programme: Programme, timeZone: TimeZoneName): SupportPlan => ({
  id: "",
  programme,
  startsOn: "0001-01-01",
  endsOn: "9999-12-31",
  timeZone,
  startsAt: Number.NEGATIVE_INFINITY,
  endsAt: Number.POSITIVE_INFINITY,
  revokedAt: null,
  incidentsTotal: null,
  incidentsRemaining: null,
});

/** What of a plan decides whether it can be used at all. */
export type UsableTerm = Pick<SupportPlan, "startsAt" | "endsAt" | "revokedAt" | "incidentsRemaining">;

/** The shifts that this plan lives to see; none where it can be used for nothing anyway. */
export const shiftsOfPlan = (plan: UsableTerm, shifts: readonly CoverageShift[]): readonly CoverageShift[] =>
  plan.revokedAt !== null || plan.incidentsRemaining === 0
    ? []
    : shifts.filter(({ from, until }) => plan.endsAt > from && (until === null || plan.startsAt < until));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Refused {
  readonly code: string;
  readonly path: readonly string[] | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Whether the same draft, judged before and after a change, is answered differently. */
export const isAnsweredDifferently = (before: readonly Refused[], after: readonly Refused[]): boolean =>
  !isSame(before.map(answerOf), after.map(answerOf));

/** Names of things may change without the answer changing. */
const answerOf = ({ code, path, params }: Refused): unknown => [code, path, params.reason ?? null];
