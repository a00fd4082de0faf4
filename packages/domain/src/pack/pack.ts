/** Packs: what a vendor sells, supports and serves, as data that is loaded as a whole, by kind (F57, F59, S14). */

export const PACK_KINDS = [
  "PROGRAMMES",
  "PRODUCTS",
  "TOPICS",
  "PORTALS",
  "REGIONS",
  "TEAMS",
  "PARTNER_TENANTS",
  "TAXES",
] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** `partner-tenants`: as in file names, addresses and on the command line. */
export const packName = (kind: PackKind): string => kind.toLowerCase().replaceAll("_", "-");

export const PACK_PROBLEM_CODES = [
  "NOT_JSON",
  "NOT_A_TABLE",
  "CELLS_TOO_MANY",
  "CELL_NOT_VALID",
  "TOO_LARGE",
  "NAME_TWICE",
  "MISSING",
  "UNKNOWN_NAME",
  "WRONG_FORM",
  "REPEATED",
  "ENDS_BEFORE_START",
  "NOT_THERE",
  "IN_USE",
  "NO_STAFF",
  "DAY_PAST",
] as const;
export type PackProblemCode = (typeof PACK_PROBLEM_CODES)[number];

/** One thing wrong with a file, where it stands. */
export interface PackProblem {
  readonly code: PackProblemCode;
  /** Line of the file, from 1. */
  readonly line: number;
  /** As `products[3].versions[0].mainstreamEnd`; empty for the file as a whole. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One version of a pack of a kind, as far as choosing among them goes. */
export interface DatedPack {
  readonly kind: PackKind;
  /** 1, 2, 3, … within its kind. */
  readonly version: number;
  /** The day from which on it holds. */
  readonly effectiveOn: string;
}

/** Which pack of each kind holds on a day: the one with the latest day that has come; of one day, the latest loaded. */
export const packsInForce = <Pack extends DatedPack>(
  packs: readonly Pack[],
  day: string,
): ReadonlyMap<PackKind, Pack> => {
  const inForce = new Map<PackKind, Pack>();
  for (const pack of packs) {
    if (pack.effectiveOn > day) continue;
    const known = inForce.get(pack.kind);
    if (known === undefined || isLater(pack, known)) inForce.set(pack.kind, pack);
  }
  return inForce;
};

const isLater = (a: DatedPack, b: DatedPack): boolean =>
  a.effectiveOn === b.effectiveOn ? a.version > b.version : a.effectiveOn > b.effectiveOn;
