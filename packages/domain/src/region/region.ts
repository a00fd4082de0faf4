/** Countries and regions: zones, weekend, business hours, what is sold there (regions.json). */
import type { CountryTax } from "../purchase/tax.js";
import type { CivilDate, TimeZoneName } from "../shared/calendar.js";

/** A day on which nobody works: of a whole region, or of one country. */
export interface PublicHoliday {
  readonly on: CivilDate;
  readonly name: string;
}

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
  /** On top of those of its region; none in the reference data, an installation loads its own. */
  readonly holidays?: readonly PublicHoliday[];
  readonly isSinglePackSold: boolean;
  readonly isFivePackSold: boolean;
  /** Within the prices of what is sold there; none where none is charged. */
  readonly tax?: CountryTax | null;
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
  readonly holidays?: readonly PublicHoliday[];
}
