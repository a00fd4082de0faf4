/** Days, instants, zones, numbers and lists of names in the person's language; the only place of the screens that formats and sorts them. */
import { decimalOf, HOUR, moneyFormatOf } from "@accord/domain";
import { useMemo } from "react";
import type { IntlShape } from "react-intl";
import { useIntl } from "react-intl";

export interface Formatters {
  /** A civil day such as `2027-04-01`: "1 April 2027". */
  readonly day: (day: string) => string;
  /** The same without the year, short: "1 Apr". */
  readonly shortDay: (day: string) => string;
  /** An instant (ISO text) in `zone`, else in the browser's: "1 April 2027 at 14:05". */
  readonly instant: (at: string, zone?: string) => string;
  /** The same, short, for lists: "1 Apr 2027, 14:05". */
  readonly stamp: (at: string, zone?: string) => string;
  /** The same with the zone's short name, for promises: "Mon 1 April, 14:05 EEST". */
  readonly due: (at: string, zone?: string) => string;
  /** The time of day of an instant in `zone`: "14:05". */
  readonly clock: (at: string, zone?: string) => string;
  /** The day of an instant in `zone`, with the day of the week: "Friday, 20 November 2026". */
  readonly weekday: (at: string, zone?: string) => string;
  /** A stretch of time: "Fri 20 Nov, 10:41 – 14:41". */
  readonly stretch: (from: string, until: string, zone?: string) => string;
  /** A length of time in its two largest units: "4 hr 30 min"; with seconds below an hour when asked for. */
  readonly duration: (ms: number, withSeconds?: boolean) => string;
  /** "in 12 days" for whole days from today. */
  readonly inDays: (days: number) => string;
  readonly number: (value: number) => string;
  /** Smallest units of an ISO 4217 currency: 9900 of EUR is "€99.00". */
  readonly money: (amountMinor: number, currency: string) => string;
  /** 0.21 is "21%". */
  readonly percent: (share: number) => string;
  /** "Europe/Bucharest (UTC+3)". */
  readonly zone: (zone: string) => string;
  readonly country: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** Things in the order of their names, as the person's alphabet has it; "Windows 9" stands before "Windows 10". */
  readonly byName: <Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string) => Thing[];
}

export function useFormatters(): Formatters {
  const intl = useIntl();
  return useMemo(() => createFormatters(intl), [intl]);
}

/** The formatters of one language. */
export function createFormatters(intl: IntlShape): Formatters {
  const collator = new Intl.Collator(intl.locale, { numeric: true });
  return {
    day: (day) =>
      intl.formatDate(`${day}T00:00:00Z`, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    shortDay: (day) => intl.formatDate(`${day}T00:00:00Z`, { day: "numeric", month: "short", timeZone: "UTC" }),
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
    clock: (at, zone) => intl.formatDate(at, { hour: "2-digit", minute: "2-digit", timeZone: zone }),
    weekday: (at, zone) =>
      intl.formatDate(at, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone }),
    stretch: (from, until, zone) =>
      intl.formatDateTimeRange(Date.parse(from), Date.parse(until), {
        weekday: "short",
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: zone,
      }),
    duration: (ms, withSeconds = false) => durationOf(intl, ms, withSeconds),
    inDays: (days) => intl.formatRelativeTime(days, "day", { numeric: "auto" }),
    number: (value) => intl.formatNumber(value),
    money: (amountMinor, currency) =>
      intl.formatNumber(Number(decimalOf(amountMinor, currency)), moneyFormatOf(currency)),
    percent: (share) => intl.formatNumber(share, { style: "percent", maximumFractionDigits: 2 }),
    zone: (zone) => `${zone.replaceAll("_", " ")} (${offsetOf(intl, zone)})`,
    country: (code) => intl.formatDisplayName(code, { type: "region" }) ?? code,
    list: (items) => intl.formatList(items, { type: "conjunction" }),
    byName: (things, nameOf) => [...things].sort((one, other) => collator.compare(nameOf(one), nameOf(other))),
  };
}

const SECONDS = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;

/** The two largest units that are not zero, rounded down; minutes are the smallest without `withSeconds`. */
function durationOf(intl: IntlShape, ms: number, withSeconds: boolean): string {
  let left = Math.floor(ms / 1000);
  const parts: string[] = [];
  for (const unit of ["day", "hour", "minute", "second"] as const) {
    const count = Math.floor(left / SECONDS[unit]);
    left -= count * SECONDS[unit];
    const isAsked = unit !== "second" || (withSeconds && ms < HOUR);
    if (isAsked && parts.length < 2 && (count > 0 || (unit === "minute" && parts.length === 0 && !withSeconds)))
      parts.push(intl.formatNumber(count, { style: "unit", unit, unitDisplay: "short" }));
  }
  return parts.join(" ");
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
