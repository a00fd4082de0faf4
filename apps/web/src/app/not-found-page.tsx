/** An address that leads nowhere. */
import { FormattedMessage, useIntl } from "react-intl";
import { LinkButton } from "../ui/link-button";
import { Page } from "../ui/page";

export default function NotFoundPage() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: "shell.notFound" })} isText lead={<FormattedMessage id="shell.notFound.text" />}>
      <div>
        <LinkButton to="/requests">
          <FormattedMessage id="shell.place.requests" />
        </LinkButton>
      </div>
    </Page>
  );
}
