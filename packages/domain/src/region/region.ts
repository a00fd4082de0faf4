/** Countries and regions: zones, weekend, business hours, what is sold there (regions.json). */
import type { TimeZoneName } from "../shared/calendar.js";

export interface Country {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly nameRo: string;
  readonly regionId: string;
  readonly timeZones: readonly TimeZoneName[];
  readonly defaultTimeZone: TimeZoneName | null;
  readonly currency: string | null;
  /** ISO weekdays 1-7 that are no business days. */
  readonly weekend: readonly number[];
  readonly isSinglePackSold: boolean;
  readonly isFivePackSold: boolean;
}

export interface Region {
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  /** Minutes since midnight. */
  readonly businessHours: { readonly start: number; readonly end: number };
  /** Null: the customer's own zone. */
  readonly businessTimeZone: TimeZoneName | null;
  readonly supportLanguages: readonly string[];
}
