/** What a plan has and how long: the words, badge and meter that its card and its page share (R11, R65). */
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { Badge, type BadgeTone } from "../../ui/badge";
import { Meter } from "../../ui/meter";
import type { PlanCardFragment, PlanState } from "./agreements.generated";
import styles from "./agreements.module.css";

const TONES: Record<PlanState, BadgeTone> = {
  ACTIVE: "good",
  ENDING_SOON: "soon",
  EXPIRED: "loss",
  EMPTY: "loss",
  NOT_YET_ACTIVE: "quiet",
  ISSUED: "quiet",
  LAPSED: "loss",
  REVOKED: "loss",
  RETIRED: "loss",
};

export function PlanStateBadge({ state }: { readonly state: PlanState }) {
  return (
    <Badge tone={TONES[state]}>
      <FormattedMessage id={`plans.state.${state}`} />
    </Badge>
  );
}

export function IncidentMeter({ plan }: { readonly plan: PlanCardFragment }) {
  const { formatMessage } = useIntl();
  const { incidentsTotal: total, incidentsRemaining: remaining } = plan;
  const label =
    remaining === null
      ? formatMessage({ id: "plans.unlimited" })
      : total === null
        ? formatMessage({ id: "plans.left" }, { remaining })
        : formatMessage({ id: "plans.leftOf" }, { remaining, total });
  const isUsable = plan.state === "ACTIVE" || plan.state === "ENDING_SOON" || plan.state === "EMPTY";
  const isLow = remaining !== null && remaining > 0 && (remaining === 1 || (total !== null && remaining <= total / 4));
  return (
    <Meter
      value={remaining}
      total={total}
      label={label}
      tone={isUsable ? (remaining === 0 ? "loss" : isLow ? "soon" : "good") : "quiet"}
    />
  );
}

/** The end in words: "Ends on 3 March 2027, in 12 days" when near, "Ended on …", "Begins on …". The zone is the agreement's. */
export function TermWords({ plan }: { readonly plan: PlanCardFragment }) {
  const format = useFormatters();
  const values = {
    start: format.day(plan.startsOn),
    end: format.day(plan.endsOn),
    when: format.inDays(plan.daysLeft),
    zone: plan.timeZone,
  };
  if (plan.state === "NOT_YET_ACTIVE")
    return (
      <span>
        <FormattedMessage id="plans.begins" values={values} />
      </span>
    );
  if (plan.daysLeft < 0 || plan.state === "EXPIRED")
    return (
      <span className={styles.loss}>
        <FormattedMessage id="plans.ended" values={values} />
      </span>
    );
  if (plan.daysLeft <= 30)
    return (
      <span className={styles.soon}>
        <FormattedMessage id="plans.endsSoon" values={values} />
      </span>
    );
  return (
    <span>
      <FormattedMessage id="plans.ends" values={values} />
    </span>
  );
}

/** "Access ID …4F2A · Agreement ID …81C0": enough to tell two agreements apart. */
export function IdEndings({ plan }: { readonly plan: PlanCardFragment }) {
  if (plan.accessIdEnding === null || plan.agreementIdEnding === null) return null;
  return (
    <span className="numeric">
      <FormattedMessage
        id="plans.idEndings"
        values={{ access: plan.accessIdEnding, agreement: plan.agreementIdEnding }}
      />
    </span>
  );
}
