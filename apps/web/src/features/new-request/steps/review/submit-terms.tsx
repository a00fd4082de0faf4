/** Beside Submit: what it uses and when an engineer answers (S2, S6, F38). */
import { FormattedMessage } from "react-intl";
import { useChosenPlan, useIsPlanLost } from "../../chosen-plan";
import { ExpectedResponse } from "../../expected-response";
import classes from "./form.module.css";

export function SubmitTerms() {
  const plan = useChosenPlan()?.plan;
  const isLost = useIsPlanLost();
  if (plan === undefined || isLost) return null;
  const left = plan.incidentsRemaining;
  const name = plan.programme.name;
  return (
    <div className={classes.terms}>
      <p>
        {left === null ? (
          <FormattedMessage id="newRequest.review.cost.unlimited" values={{ plan: name }} />
        ) : (
          <FormattedMessage id="newRequest.review.cost.value" values={{ plan: name, left: Math.max(left - 1, 0) }} />
        )}
      </p>
      <p>
        <ExpectedResponse words="newRequest.review.answer" />
      </p>
    </div>
  );
}
