/** How much of a countable thing is left: a bar and its words; segments while they can be told apart. */
import styles from "./meter.module.css";

interface Props {
  /** Null: without limit. */
  readonly value: number | null;
  readonly total: number | null;
  /** The words, e.g. "7 of 20 left". */
  readonly label: string;
  readonly tone?: "good" | "soon" | "loss" | "quiet";
}

const MOST_SEGMENTS = 20;

export function Meter({ value, total, label, tone = "good" }: Props) {
  const isCounted = value !== null && total !== null && total > 0;
  return (
    <div className={styles.meter} data-tone={tone}>
      <span className={styles.label}>{label}</span>
      {isCounted && total <= MOST_SEGMENTS ? (
        <span className={styles.segments} aria-hidden>
          {Array.from({ length: total }, (_, position) => position).map((position) => (
            <i key={position} data-filled={position < value || undefined} />
          ))}
        </span>
      ) : (
        <svg data-follows-text className={styles.bar} aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none">
          <rect className={styles.track} width="100" height="8" />
          <rect className={styles.fill} width={isCounted ? (100 * Math.min(value, total)) / total : 100} height="8" />
        </svg>
      )}
    </div>
  );
}
