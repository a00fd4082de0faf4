/** The plans that can be used, as radio cards with end date and what is left (R34, R65). */
import { FormattedMessage } from "react-intl";
import { Notice } from "../../../../ui/notice";
import { useFlow } from "../../flow-context";
import type { PlansForVersionQuery } from "./form.generated";
import classes from "./plan-card.module.css";
import { PlanFacts } from "./plan-facts";
import { RuleTrace } from "./rule-trace";
import { ShortReasons } from "./short-reasons";

interface Props {
  readonly plans: PlansForVersionQuery["availablePlans"];
  /** The plan chosen before, when it can no longer be used (E2, E3). */
  readonly lost: PlansForVersionQuery["unavailablePlans"][number] | undefined;
}

export function AvailablePlans({ plans, lost }: Props) {
  const { content, change, errorOf } = useFlow();
  // A plan that can no longer be used is told with its reasons above the others, not under them.
  const error = lost ? undefined : errorOf("flow-planId");
  return (
    <fieldset
      className={classes.group}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error ? "flow-planId-error" : undefined}
    >
      <legend id="flow-planId" tabIndex={-1} className={classes.legend}>
        <FormattedMessage id="newRequest.plan.choose" />
      </legend>
      {lost ? (
        <Notice
          tone="soon"
          isLive={errorOf("flow-planId") === undefined}
          title={<FormattedMessage id="newRequest.plan.lost" values={{ plan: lost.plan.programme.name }} />}
        >
          <p>
            <ShortReasons entry={lost} />
          </p>
          <p>
            <FormattedMessage id="newRequest.plan.lost.kept" />
          </p>
        </Notice>
      ) : null}
      {plans.length === 0 ? (
        <p className={classes.none}>
          <FormattedMessage id="newRequest.plan.none" />
        </p>
      ) : null}
      {plans.map(({ plan, checks }) => (
        <div key={plan.id} className={classes.card} data-chosen={plan.id === content.planId || undefined}>
          <label className={classes.choice}>
            <input
              id={`plan-${plan.id}`}
              type="radio"
              name="plan"
              className={classes.radio}
              checked={plan.id === content.planId}
              onChange={() => change({ planId: plan.id })}
            />
            <PlanFacts plan={plan} />
          </label>
          <RuleTrace checks={checks} label="newRequest.trace.whyAvailable" />
        </div>
      ))}
      {error ? (
        <p id="flow-planId-error" className={classes.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
