/** An address that leads nowhere. */
import { FormattedMessage, useIntl } from "react-intl";
import { useKnownViewer } from "../lib/viewer";
import { LinkButton } from "../ui/link-button";
import { Page } from "../ui/page";

export default function NotFoundPage() {
  const { formatMessage } = useIntl();
  const isStranger = useKnownViewer() === null;
  return (
    <Page title={formatMessage({ id: "shell.notFound" })} isText lead={<FormattedMessage id="shell.notFound.text" />}>
      <div>
        {isStranger ? (
          <LinkButton to="/help">
            <FormattedMessage id="shell.place.help" />
          </LinkButton>
        ) : (
          <LinkButton to="/requests">
            <FormattedMessage id="shell.place.requests" />
          </LinkButton>
        )}
      </div>
    </Page>
  );
}
