/** Severity, asked once a plan is chosen (R68), and 24/7 inside the critical choice (R69, E4). */
import { chooseSeverity, type Severity } from "@accord/domain";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Notice } from "../../../../ui/notice";
import { useFlow } from "../../flow-context";
import plan from "./plan-card.module.css";
import classes from "./severity-fields.module.css";
import { Support24x7 } from "./support-24x7";

export function SeverityFields() {
  const { content, change, start, errorOf, announce } = useFlow();
  const { formatMessage } = useIntl();
  const [wasCleared, setCleared] = useState(false);
  const error = errorOf("flow-severity");
  const choose = (severity: Severity): void => {
    const next = chooseSeverity(content, severity);
    change({ severity: next.severity, support24x7: next.support24x7 });
    setCleared(next.isSupport24x7Cleared);
    if (next.isSupport24x7Cleared) announce(formatMessage({ id: "newRequest.severity.cleared" }));
  };
  return (
    <fieldset
      className={plan.group}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error ? "flow-severity-error" : undefined}
    >
      <legend id="flow-severity" tabIndex={-1} className={plan.legend}>
        <FormattedMessage id="newRequest.severity" />
      </legend>
      <div className={classes.levels}>
        {start.severities.map((level) => (
          <div
            key={level.severity}
            className={plan.card}
            data-chosen={level.severity === content.severity || undefined}
          >
            <label className={plan.choice}>
              <input
                type="radio"
                name="severity"
                className={plan.radio}
                checked={level.severity === content.severity}
                onChange={() => choose(level.severity)}
              />
              <span className={classes.text}>
                <span className={plan.name}>{level.name}</span>
                <span className={classes.impact}>{level.impact}</span>
                <span className={classes.hours}>
                  <FormattedMessage
                    id={level.offers24x7 ? "newRequest.severity.hours.critical" : "newRequest.severity.hours"}
                    values={{ hours: level.responseHours }}
                  />
                </span>
              </span>
            </label>
            {level.severity !== content.severity ? null : level.offers24x7 ? (
              <Support24x7 commitment={level.customerCommitment} />
            ) : (
              <p className={classes.commitment}>{level.customerCommitment}</p>
            )}
          </div>
        ))}
      </div>
      {error ? (
        <p id="flow-severity-error" className={plan.error}>
          {error}
        </p>
      ) : null}
      {wasCleared && !content.support24x7 ? (
        <Notice tone="info">
          <p>
            <FormattedMessage id="newRequest.severity.cleared" />
          </p>
        </Notice>
      ) : null}
    </fieldset>
  );
}
