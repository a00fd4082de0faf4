/** The life of a version on a line: mainstream, extended, and where today stands (R44, S4). */

import { DAY, type LifecyclePhase } from "@accord/domain";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import classes from "./lifecycle-timeline.module.css";

export interface TimelineVersion {
  readonly name: string;
  readonly phase: LifecyclePhase | null;
  readonly releasedOn: string | null;
  readonly mainstreamEndsOn: string | null;
  readonly extendedEndsOn: string | null;
}

interface Props {
  readonly version: TimelineVersion;
  /** ISO day. */
  readonly today: string;
}

const WIDTH = 260;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const YEAR = 365;

/** Positions on the line in its own units; null when no date is known. */
function measure(version: TimelineVersion, today: string) {
  const now = dayNumber(today);
  const released = version.releasedOn ? dayNumber(version.releasedOn) : null;
  const mainstream = version.mainstreamEndsOn ? dayNumber(version.mainstreamEndsOn) + 1 : null;
  const extended = version.extendedEndsOn ? dayNumber(version.extendedEndsOn) + 1 : null;
  const known = [released, mainstream, extended].filter((day) => day !== null);
  if (known.length === 0) return null;
  const from = Math.min(...known, now) - YEAR / 4;
  const to = Math.max(...known, now) + (mainstream === null && extended === null ? 2 * YEAR : YEAR / 4);
  const at = (day: number): number => Math.round(((day - from) / (to - from)) * WIDTH * 10) / 10;
  const start = at(released ?? from);
  const middle = mainstream === null ? (extended === null ? WIDTH : start) : at(mainstream);
  const end = extended === null ? middle : Math.max(at(extended), middle);
  return { start, middle, end, today: at(now) };
}

/** The state of the version in one sentence, by its phase and dates. */
export function PhaseSentence({ version }: { readonly version: TimelineVersion }) {
  const intl = useIntl();
  const format = useFormatters();
  const phase = version.phase ?? "FOLLOWS_HOST";
  const endsOn =
    phase === "MAINSTREAM" ? version.mainstreamEndsOn : (version.extendedEndsOn ?? version.mainstreamEndsOn);
  const on = phase === "NOT_RELEASED" ? version.releasedOn : endsOn;
  const id = `newRequest.phase.${phase}${on ? ".on" : ""}`;
  return intl.formatMessage({ id }, { on: on ? format.day(on) : "" });
}

export function LifecycleTimeline({ version, today }: Props) {
  const intl = useIntl();
  const format = useFormatters();
  const line = measure(version, today);
  return (
    <div className={classes.timeline}>
      {line ? (
        <svg
          data-follows-text
          viewBox={`-2 0 ${WIDTH + 4} 34`}
          className={classes.drawing}
          aria-hidden="true"
          focusable="false"
        >
          <rect x={0} y={18} width={WIDTH} height={8} rx={4} className={classes.track} />
          {line.middle > line.start ? (
            <rect
              x={line.start}
              y={18}
              width={line.middle - line.start}
              height={8}
              rx={4}
              className={classes.mainstream}
            />
          ) : null}
          {line.end > line.middle ? (
            <rect
              x={line.middle}
              y={18}
              width={line.end - line.middle}
              height={8}
              rx={4}
              className={classes.extended}
            />
          ) : null}
          <line x1={line.today} x2={line.today} y1={14} y2={31} className={classes.today} />
          <circle cx={line.today} cy={14} r={3} className={classes.todayDot} />
          <text
            x={Math.min(Math.max(line.today, 2), WIDTH - 2)}
            y={9}
            className={classes.label}
            textAnchor={line.today < 30 ? "start" : line.today > WIDTH - 30 ? "end" : "middle"}
          >
            {intl.formatMessage({ id: "newRequest.timeline.today" })}
          </text>
        </svg>
      ) : null}
      {line ? (
        <ul className={classes.legend}>
          {version.mainstreamEndsOn ? (
            <li data-phase="mainstream">
              <FormattedMessage
                id="newRequest.timeline.mainstream"
                values={{ on: format.day(version.mainstreamEndsOn) }}
              />
            </li>
          ) : null}
          {version.extendedEndsOn && version.extendedEndsOn !== version.mainstreamEndsOn ? (
            <li data-phase="extended">
              <FormattedMessage id="newRequest.timeline.extended" values={{ on: format.day(version.extendedEndsOn) }} />
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
