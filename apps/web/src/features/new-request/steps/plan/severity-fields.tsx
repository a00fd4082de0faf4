/** Severity, asked once a plan is chosen (R68), and 24/7, offered only by critical severity (R69, E4). */
import { chooseSeverity, type Severity } from "@accord/domain";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Notice } from "../../../../ui/notice";
import { useFlow } from "../../flow-context";
import plan from "./plan-card.module.css";
import classes from "./severity-fields.module.css";

export function SeverityFields() {
  const { content, change, start, errorOf, announce } = useFlow();
  const { formatMessage } = useIntl();
  const [wasCleared, setCleared] = useState(false);
  const error = errorOf("flow-severity");
  const chosen = start.severities.find((level) => level.severity === content.severity);
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
      {chosen?.offers24x7 ? (
        <Checkbox
          id="flow-support24x7"
          size="md"
          label={<FormattedMessage id="newRequest.support24x7" />}
          description={chosen.customerCommitment}
          error={errorOf("flow-support24x7")}
          checked={content.support24x7}
          onChange={(event) => change({ support24x7: event.target.checked })}
        />
      ) : null}
      {chosen && !chosen.offers24x7 ? <p className={plan.none}>{chosen.customerCommitment}</p> : null}
    </fieldset>
  );
}
