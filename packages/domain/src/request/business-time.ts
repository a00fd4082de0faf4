/** A calendar as a row of spans: business time, nights, weekends, public holidays, each in real time (R70, F66, E16). */
import type { Country, PublicHoliday, Region } from "../region/region.js";
import {
  addDays,
  type CivilDate,
  dayAt,
  type EpochMs,
  endOfDay,
  instantAt,
  startOfDay,
  type TimeZoneName,
  weekdayOf,
} from "../shared/calendar.js";

export const SPAN_KINDS = ["COUNTED", "OUTSIDE_BUSINESS_HOURS", "WEEKEND", "HOLIDAY", "WAITING_FOR_CUSTOMER"] as const;
/** Why a span of time counts towards a deadline, or does not. */
export type SpanKind = (typeof SPAN_KINDS)[number];

export interface TimeSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly kind: SpanKind;
  /** Name of the holiday, as its calendar gives it. */
  readonly name: string | null;
}

export interface BusinessCalendar {
  readonly timeZone: TimeZoneName;
  readonly hours: Region["businessHours"];
  /** ISO weekdays 1-7 that are no business days. */
  readonly weekend: readonly number[];
  readonly holidays: readonly PublicHoliday[];
}

/** A region without hours of its own is served in common office hours of the customer's zone. */
const COMMON_HOURS = { start: 9 * 60, end: 17 * 60 };
/** A calendar that has not been open for so long never opens. */
const MOST_CLOSED_DAYS = 60;

export interface CalendarQuestion {
  readonly country: Pick<Country, "weekend" | "holidays">;
  readonly region: Pick<Region, "businessTimeZone" | "holidays"> & {
    readonly businessHours: Region["businessHours"] | null;
  };
  /** The zone of the request; counts only where the region has no zone of its own. */
  readonly timeZone: TimeZoneName;
}

export const calendarOf = ({ country, region, timeZone }: CalendarQuestion): BusinessCalendar => ({
  timeZone: region.businessTimeZone ?? timeZone,
  hours: region.businessHours ?? COMMON_HOURS,
  weekend: country.weekend,
  holidays: [...(region.holidays ?? []), ...(country.holidays ?? [])],
});

/**
 * Spans from `from` on, without end and without gaps; business time is COUNTED. Counts real time inside each business day,
 * so a clock change costs or gives nothing.
 * @throws RangeError when the calendar has no business time at all.
 */
export function* businessTime(calendar: BusinessCalendar, from: EpochMs): Generator<TimeSpan, never> {
  let day = dayAt(from, calendar.timeZone);
  for (let closedDays = 0; ; day = addDays(day, 1)) {
    let isOpen = false;
    for (const span of spansOfDay(calendar, day)) {
      const clipped = { ...span, from: Math.max(span.from, from) };
      if (clipped.until <= clipped.from) continue;
      isOpen ||= span.kind === "COUNTED";
      yield clipped;
    }
    closedDays = isOpen ? 0 : closedDays + 1;
    if (closedDays > MOST_CLOSED_DAYS) throw new RangeError("the calendar has no business hours");
  }
}

const spansOfDay = (calendar: BusinessCalendar, day: CivilDate): readonly TimeSpan[] => {
  const { timeZone, hours } = calendar;
  const [from, until] = [startOfDay(day, timeZone), endOfDay(day, timeZone)];
  // A zone that crossed the day line has skipped the day.
  if (until <= from) return [];
  const holiday = calendar.holidays.find((one) => one.on === day);
  if (holiday !== undefined) return [{ from, until, kind: "HOLIDAY", name: holiday.name }];
  if (calendar.weekend.includes(weekdayOf(day))) return [{ from, until, kind: "WEEKEND", name: null }];
  const [opens, closes] = [instantAt(day, hours.start, timeZone), instantAt(day, hours.end, timeZone)];
  return [
    { from, until: opens, kind: "OUTSIDE_BUSINESS_HOURS", name: null },
    { from: opens, until: closes, kind: "COUNTED", name: null },
    { from: closes, until, kind: "OUTSIDE_BUSINESS_HOURS", name: null },
  ];
};
