/** The way to the deadline as a picture: what counts stands high, what is skipped lies low, waiting is hatched, now is a line (F68). */
import { useId } from "react";
import { useIntl } from "react-intl";
import { now as clockNow } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";
import styles from "./first-response.module.css";
import { type DeadlineStretch, layOut, WIDTH } from "./strip-layout";

interface Props {
  readonly intervals: readonly DeadlineStretch[];
  readonly zone: string | undefined;
}

export function DeadlineStrip({ intervals, zone }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const hatch = useId();
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { stretches, now } = layOut(intervals, clockNow());
  return (
    <div className={styles.strip}>
      <svg
        data-follows-text
        viewBox={`0 0 ${WIDTH} 32`}
        preserveAspectRatio="none"
        role="img"
        aria-label={formatMessage(
          { id: "conversation.due.picture" },
          { from: format.due(first.from, zone), until: format.due(last.until, zone) },
        )}
      >
        <defs>
          <pattern id={hatch} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="14" className={styles.hatch} />
          </pattern>
        </defs>
        {stretches.map(({ kind, from, x, width }) =>
          kind === "WAITING_FOR_CUSTOMER" ? (
            <rect key={from} x={x} width={width} y="6" height="20" fill={`url(#${hatch})`} />
          ) : (
            <rect
              key={from}
              className={kind === "COUNTED" ? styles.counted : styles.skipped}
              x={x}
              width={width}
              y={kind === "COUNTED" ? 6 : 13}
              height={kind === "COUNTED" ? 20 : 6}
            />
          ),
        )}
        {now !== null && <line className={styles.now} x1={now} x2={now} y1="0" y2="32" />}
      </svg>
      <div className={styles.ends} aria-hidden>
        <span>{format.clock(first.from, zone)}</span>
        <span>{format.clock(last.until, zone)}</span>
      </div>
    </div>
  );
}
