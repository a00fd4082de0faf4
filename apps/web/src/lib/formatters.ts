/** Days, instants, zones and numbers in the person's language; the only place of the screens that formats them. */
import { useMemo } from "react";
import type { IntlShape } from "react-intl";
import { useIntl } from "react-intl";

export interface Formatters {
  /** A civil day such as `2027-04-01`: "1 April 2027". */
  readonly day: (day: string) => string;
  /** An instant (ISO text) in `zone`, else in the browser's: "1 April 2027 at 14:05". */
  readonly instant: (at: string, zone?: string) => string;
  /** The same, short, for lists: "1 Apr 2027, 14:05". */
  readonly stamp: (at: string, zone?: string) => string;
  /** The same with the zone's short name, for promises: "Mon 1 April, 14:05 EEST". */
  readonly due: (at: string, zone?: string) => string;
  /** "in 12 days" for whole days from today. */
  readonly inDays: (days: number) => string;
  readonly number: (value: number) => string;
  /** "Europe/Bucharest (UTC+3)". */
  readonly zone: (zone: string) => string;
  readonly country: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
}

export function useFormatters(): Formatters {
  const intl = useIntl();
  return useMemo(() => createFormatters(intl), [intl]);
}

/** The formatters of one language. */
export function createFormatters(intl: IntlShape): Formatters {
  return {
    day: (day) =>
      intl.formatDate(`${day}T00:00:00Z`, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    instant: (at, zone) => intl.formatDate(at, { dateStyle: "long", timeStyle: "short", timeZone: zone }),
    stamp: (at, zone) => intl.formatDate(at, { dateStyle: "medium", timeStyle: "short", timeZone: zone }),
    due: (at, zone) =>
      intl.formatDate(at, {
        weekday: "short",
        day: "numeric",
        month: "long",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: zone,
        timeZoneName: "short",
      }),
    inDays: (days) => intl.formatRelativeTime(days, "day", { numeric: "auto" }),
    number: (value) => intl.formatNumber(value),
    zone: (zone) => `${zone.replaceAll("_", " ")} (${offsetOf(intl, zone)})`,
    country: (code) => intl.formatDisplayName(code, { type: "region" }) ?? code,
    list: (items) => intl.formatList(items, { type: "conjunction" }),
  };
}

/** "UTC+3": the offset that `zone` has now; empty text for a zone the browser does not know. */
function offsetOf(intl: IntlShape, zone: string): string {
  try {
    const parts = intl.formatDateToParts(undefined, { timeZone: zone, timeZoneName: "shortOffset" });
    const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    return name.replace("GMT", "UTC");
  } catch {
    return "";
  }
}
