/** When an engineer answers first, in the time of the request's own zone (S2, R70). */
import type { DraftContent } from "@accord/domain";
import { skipToken, useQuery } from "@apollo/client/react";
import { FormattedMessage } from "react-intl";
import { KEEPS_PAGE } from "../../lib/client";
import { useFormatters } from "../../lib/formatters";
import { useIsPlanLost } from "./chosen-plan";
import { FlowFirstResponseDocument } from "./expected-response.generated";
import { useFlow } from "./flow-context";

const REFRESH_MS = 300_000;

/** What the server is asked; nothing until severity and place are chosen. */
const questionOf = ({ severity, support24x7, country, timeZone }: DraftContent) =>
  severity && country && timeZone ? { severity, support24x7, country, timeZone } : null;

/** The promise of the chosen severity: by when, and in how many hours; none with a plan that cannot be used. */
export function ExpectedResponse({ words = "newRequest.side.by" }: { readonly words?: string }) {
  const { content, start } = useFlow();
  const format = useFormatters();
  const isLost = useIsPlanLost();
  const question = isLost ? null : questionOf(content);
  const { data } = useQuery(
    FlowFirstResponseDocument,
    question
      ? { variables: question, context: KEEPS_PAGE, fetchPolicy: "cache-and-network", pollInterval: REFRESH_MS }
      : skipToken,
  );
  const level = start.severities.find((one) => one.severity === content.severity);
  if (!level || isLost) {
    return (
      <small>
        <FormattedMessage id={isLost ? "newRequest.side.laterPlan" : "newRequest.side.later"} />
      </small>
    );
  }
  const hours = (
    <FormattedMessage
      id={content.support24x7 ? "newRequest.side.within24x7" : "newRequest.side.within"}
      values={{ hours: level.responseHours }}
    />
  );
  const due = question && data?.expectedFirstResponse;
  if (!due) return hours;
  return (
    <>
      <FormattedMessage id={words} values={{ due: format.due(due, question.timeZone) }} />
      <small>
        {hours} <FormattedMessage id="newRequest.side.ifNow" />
      </small>
    </>
  );
}
