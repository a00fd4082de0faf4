/** Every rule of a plan with its answer, one line each (F11). */
import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import type { PlansForVersionQuery } from "./form.generated";
import classes from "./rule-trace.module.css";

type Check = PlansForVersionQuery["availablePlans"][number]["checks"][number];

interface Props {
  readonly checks: readonly Check[];
  readonly label: "newRequest.trace.rules" | "newRequest.trace.whyAvailable";
}

const answerOf = (check: Check) => (check.passed === null ? "notJudged" : check.passed ? "passed" : "failed");
const ICONS = { passed: IconCheck, failed: IconX, notJudged: IconMinus } as const;

export function RuleTrace({ checks, label }: Props) {
  if (checks.length === 0) return null;
  return (
    <details className={classes.trace} data-inner={label === "newRequest.trace.rules" || undefined}>
      <summary>
        <FormattedMessage id={label} />
      </summary>
      <ul className={classes.rules}>
        {checks.map((check) => {
          const answer = answerOf(check);
          const Icon = ICONS[answer];
          return (
            <li key={check.code} data-answer={answer}>
              <Icon size={16} aria-hidden />
              <span className="only-for-readers">
                <FormattedMessage id={`newRequest.trace.${answer}`} />
              </span>
              <span>{check.explanation}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
