/** Products and their versions with lifecycle dates (R60, F33). */
import type { CivilDate } from "../shared/calendar.js";

export const DELIVERIES = ["ON_PREMISES", "CLOUD"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const LIFECYCLE_PHASES = ["MAINSTREAM", "EXTENDED", "ENDED", "NOT_RELEASED", "UNKNOWN"] as const;
export type LifecyclePhase = (typeof LIFECYCLE_PHASES)[number];

/** `DATED`: ends on its dates; `OPEN`: no end announced; `FOLLOWS_HOST`: no phase of its own; `UNKNOWN`: no date known. */
export const END_STATUSES = ["DATED", "OPEN", "FOLLOWS_HOST", "UNKNOWN"] as const;
export type EndStatus = (typeof END_STATUSES)[number];

export interface Product {
  /** Slug, e.g. `windows-server`. */
  readonly id: string;
  readonly family: string;
  readonly name: string;
  /** What people call it or a part of it, for the search alone; a catalogue kept from before has none. */
  readonly aliases?: readonly string[];
  readonly delivery: Delivery;
  /** Slug of the portal that takes its requests (R25-R30). */
  readonly portalId: string;
}

export interface ProductVersion {
  /** Slug, e.g. `windows-server-2025`. */
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly releasedOn: CivilDate | null;
  /** Last day of mainstream support, inclusive, in the catalogue's zone (E23). */
  readonly mainstreamEndsOn: CivilDate | null;
  readonly extendedEndsOn: CivilDate | null;
  readonly endStatus: EndStatus;
  /** 1 = current, 2 = previous within its track (N-1 rule, R71). */
  readonly rank: number;
  readonly track: string | null;
  readonly hostVersionId: string | null;
}

export interface Problem {
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
}
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  readonly problems: readonly Problem[];
}
/** Categories belong to a product family (R60: each list depends on the previous one). */
export interface Topic {
  readonly family: string;
  readonly name: string;
  readonly nameRo: string;
  readonly categories: readonly Category[];
}

export interface Portal {
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  /** True for this portal; the others are addresses to go to. */
  readonly isHere: boolean;
  readonly url: string | null;
  readonly signIn: string;
  readonly signInRo: string;
  /** Whether the ID pair is needed there (R24-R29). */
  readonly pairNeeded: "ALWAYS_FOR_AGREEMENTS" | "NEVER";
  readonly pairAlternative: string | null;
  readonly pairAlternativeRo: string | null;
  readonly docsUrl: string | null;
}
