/** Step 5 in one line; shown while an earlier step is edited. */
import { FormattedMessage } from "react-intl";

export function ReviewSummary() {
  return <FormattedMessage id="newRequest.review.again" />;
}
