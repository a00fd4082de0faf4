/** When an engineer answers first, in the time of the request's own zone (S2, R70). */
import { FormattedMessage } from "react-intl";
import { useFlow } from "./flow-context";

/** The promise of the chosen severity; nothing until one is chosen. */
export function ExpectedResponse() {
  const { content, start } = useFlow();
  const level = start.severities.find((one) => one.severity === content.severity);
  if (!level) return <FormattedMessage id="newRequest.side.later" />;
  return (
    <FormattedMessage
      id={content.support24x7 ? "newRequest.side.within24x7" : "newRequest.side.within"}
      values={{ hours: level.responseHours }}
    />
  );
}
