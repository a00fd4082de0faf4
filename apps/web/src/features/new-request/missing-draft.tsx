/** The draft of this address does not exist for this account: submitted, thrown away, or typed by another account. */
import { FormattedMessage, useIntl } from "react-intl";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";

export function MissingDraft() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: "newRequest.heading" })} isText>
      <Notice tone="info" isLive title={<FormattedMessage id="newRequest.missing.title" />}>
        <p>
          <FormattedMessage id="newRequest.missing.text" />
        </p>
        <LinkButton to="/requests" variant="default" size="compact-md">
          <FormattedMessage id="newRequest.done.all" />
        </LinkButton>{" "}
        <LinkButton to="/requests/new" size="compact-md">
          <FormattedMessage id="newRequest.done.another" />
        </LinkButton>
      </Notice>
    </Page>
  );
}
