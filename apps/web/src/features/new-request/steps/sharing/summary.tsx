/** Step 4 in one line: who else sees the request. */
import { joinName } from "@accord/domain";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useFlow } from "../../flow-context";

export function SharingSummary() {
  const { additionalContacts } = useFlow().content;
  const format = useFormatters();
  if (additionalContacts.length === 0) return <FormattedMessage id="newRequest.sharing.nobody" />;
  return format.list(additionalContacts.map((contact) => joinName(contact) || contact.email));
}
