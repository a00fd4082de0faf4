/** The term of a plan as a strip: what has passed, what is left, where today stands. */
import { DAY } from "@accord/domain";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import type { PlanCardFragment } from "./agreements.generated";
import styles from "./agreements.module.css";
import { TermWords } from "./plan-words";

const WIDTH = 1000;

export function CoverageStrip({ plan }: { readonly plan: PlanCardFragment }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const days = Math.max(1, (Date.parse(plan.endsOn) - Date.parse(plan.startsOn)) / DAY + 1);
  // The server's calendar says how many days are left: the browser's clock has no say.
  const today = Math.min(WIDTH, Math.max(0, WIDTH * (1 - plan.daysLeft / days)));
  const isWithin = plan.state !== "NOT_YET_ACTIVE" && plan.daysLeft >= 0;
  return (
    <div className={styles.strip}>
      <TermWords plan={plan} />
      {isWithin && (
        <div className={styles.stripNow} aria-hidden>
          <span style={{ insetInlineStart: `clamp(2em, ${today / (WIDTH / 100)}%, 100% - 2em)` }}>
            <FormattedMessage id="plans.today" />
          </span>
        </div>
      )}
      <svg
        data-follows-text
        viewBox={`0 0 ${WIDTH} 28`}
        preserveAspectRatio="none"
        role="img"
        aria-label={formatMessage(
          { id: "plans.strip" },
          { start: format.day(plan.startsOn), end: format.day(plan.endsOn), days: Math.max(0, plan.daysLeft) },
        )}
      >
        <rect className={styles.stripTrack} y="8" width={WIDTH} height="12" />
        {plan.daysLeft >= 0 && (
          <rect
            className={styles.stripLeft}
            x={isWithin ? today : 0}
            y="8"
            width={isWithin ? WIDTH - today : WIDTH}
            height="12"
          />
        )}
        {isWithin && <line className={styles.stripToday} x1={today} x2={today} y1="0" y2="28" />}
      </svg>
      <div className={styles.stripEnds} aria-hidden>
        <span>{format.day(plan.startsOn)}</span>
        <span>{format.day(plan.endsOn)}</span>
      </div>
    </div>
  );
}
