/** Where a version stands in its support life on a day; lifecycle days end in the catalogue's zone (E23). */
import { dayAt, type EpochMs, type TimeZoneName } from "../shared/calendar.js";
import type { LifecyclePhase, ProductVersion } from "./product.js";

/** The phase at an instant; null for a version that has no phase of its own and follows its host. Last days are inclusive. */
export const lifecyclePhaseAt = (version: ProductVersion, at: EpochMs, zone: TimeZoneName): LifecyclePhase | null =>
  lifecyclePhaseOn(version, dayAt(at, zone));

/** The same for a day already known. */
export const lifecyclePhaseOn = (version: ProductVersion, day: string): LifecyclePhase | null => {
  if (version.releasedOn !== null && day < version.releasedOn) return "NOT_RELEASED";
  if (version.endStatus === "FOLLOWS_HOST") return null;
  if (version.endStatus === "OPEN") return "MAINSTREAM";
  if (version.endStatus === "UNKNOWN" || version.mainstreamEndsOn === null) return "UNKNOWN";
  if (day <= version.mainstreamEndsOn) return "MAINSTREAM";
  return version.extendedEndsOn !== null && day <= version.extendedEndsOn ? "EXTENDED" : "ENDED";
};
