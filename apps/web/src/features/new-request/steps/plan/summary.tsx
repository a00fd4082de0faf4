/** Step 2 in one line: the plan, the severity and the place. */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useChosenPlan } from "../../chosen-plan";
import { useFlow } from "../../flow-context";

export function PlanSummary() {
  const { content, start } = useFlow();
  const format = useFormatters();
  const plan = useChosenPlan();
  const severity = start.severities.find((level) => level.severity === content.severity)?.name;
  const country = start.countries.find((one) => one.code === content.country)?.name;
  const parts = [severity, country, content.timeZone ? format.zone(content.timeZone) : null].filter(Boolean);
  return (
    <>
      <strong>{plan?.plan.programme.name ?? <FormattedMessage id="newRequest.plan.noneChosen" />}</strong>
      {parts.map((part) => ` · ${part}`)}
      {content.support24x7 ? " · 24/7" : null}
    </>
  );
}
