/** Step 3 in one line: who the engineer contacts. */
import { FormattedMessage } from "react-intl";
import { useFlow } from "../../flow-context";

export function PrimaryContactSummary() {
  const { primaryContact } = useFlow().content;
  if (!primaryContact) return null;
  return (
    <>
      <strong>
        {primaryContact.givenName} {primaryContact.familyName}
      </strong>{" "}
      {primaryContact.isSelf ? <FormattedMessage id="newRequest.you" /> : null} · {primaryContact.email}
    </>
  );
}
