/** Step 3 in one line: who the engineer contacts. */
import { joinName } from "@accord/domain";
import { FormattedMessage } from "react-intl";
import { useFlow } from "../../flow-context";

export function PrimaryContactSummary() {
  const { primaryContact } = useFlow().content;
  if (!primaryContact) return null;
  return (
    <>
      <strong>{joinName(primaryContact)}</strong>{" "}
      {primaryContact.isSelf ? <FormattedMessage id="newRequest.you" /> : null} · {primaryContact.email}
    </>
  );
}
