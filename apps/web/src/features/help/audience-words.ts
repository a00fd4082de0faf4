/** The audiences of the data in the reader's language (R9); one we do not know is shown as it is. */
import { useIntl } from "react-intl";

const AUDIENCES: Readonly<Record<string, string>> = {
  Administrators: "help.audience.administrators",
  Benefits: "help.audience.benefits",
  Developers: "help.audience.developers",
  "End users": "help.audience.endUsers",
  Partner: "help.audience.partner",
};

export function useAudienceWords(): (audience: string) => string {
  const { formatMessage } = useIntl();
  return (audience) => {
    const id = AUDIENCES[audience];
    return id === undefined ? audience : formatMessage({ id });
  };
}
