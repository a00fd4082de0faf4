/** What a plan is, in four lines: programme, incidents left, end, coverage (R65, P1). */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { Badge } from "../../../../ui/badge";
import { Balance } from "./balance";
import type { FlowPlanFragment } from "./form.generated";
import classes from "./plan-card.module.css";

const NEAR_DAYS = 60;

export function PlanFacts({ plan }: { readonly plan: FlowPlanFragment }) {
  const format = useFormatters();
  const isOver = plan.state === "EXPIRED";
  const isNear = !isOver && plan.state !== "NOT_YET_ACTIVE" && plan.daysLeft <= NEAR_DAYS;
  return (
    <span className={classes.facts}>
      <span className={classes.head}>
        <span className={classes.name}>{plan.programme.name}</span>
        {plan.agreementIdEnding ? (
          <span className={classes.ending}>
            <FormattedMessage id="newRequest.plan.agreement" values={{ ending: plan.agreementIdEnding }} />
          </span>
        ) : null}
      </span>
      <span className={classes.row}>
        <span className={classes.balance}>
          <Balance plan={plan} />
        </span>
        <span className={classes.end}>
          {plan.state === "NOT_YET_ACTIVE" ? (
            <FormattedMessage id="newRequest.plan.starts" values={{ on: format.day(plan.startsOn) }} />
          ) : (
            <FormattedMessage
              id={isOver ? "newRequest.plan.ended" : "newRequest.plan.ends"}
              values={{ on: format.day(plan.endsOn) }}
            />
          )}
          {isNear ? <Badge tone="soon">{format.inDays(plan.daysLeft)}</Badge> : null}
        </span>
      </span>
      <span className={classes.coverage}>{plan.programme.coverage.summary}</span>
    </span>
  );
}
