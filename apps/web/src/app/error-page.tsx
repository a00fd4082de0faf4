/** The last net: a page broke, or its code could not be loaded; a reload usually helps, and typed text is kept in drafts. */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import NotFoundPage from "./not-found-page";

export function ErrorPage() {
  const error = useRouteError();
  const { formatMessage } = useIntl();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <Page title={formatMessage({ id: "shell.broken" })} isText>
      <Notice tone="loss" title={<FormattedMessage id="shell.broken.what" />}>
        <p>
          <FormattedMessage id="shell.broken.text" />
        </p>
      </Notice>
      <div>
        <Button onClick={() => location.reload()} me={8}>
          <FormattedMessage id="shell.reload" />
        </Button>
        <LinkButton to="/requests" variant="default">
          <FormattedMessage id="shell.place.requests" />
        </LinkButton>
      </div>
    </Page>
  );
}
