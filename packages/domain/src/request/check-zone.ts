/** Does the time zone belong to the country (R70)? A mismatch is a warning, never an error (E5). */
import type { Country } from "../region/region.js";
import { isSameTimeZone, type TimeZoneName } from "../shared/calendar.js";

export type ZoneCheck = "OK" | "ZONE_NOT_IN_COUNTRY";

/** A country without zones of its own in the tables accepts every zone. */
export const checkZone = (country: Pick<Country, "timeZones">, zone: TimeZoneName): ZoneCheck =>
  country.timeZones.length === 0 || country.timeZones.some((own) => isSameTimeZone(own, zone))
    ? "OK"
    : "ZONE_NOT_IN_COUNTRY";
