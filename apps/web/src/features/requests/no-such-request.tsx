/** Nothing to see, without saying whether there is something: what a person who submitted it for a colleague can do (R88, R95). */
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { useViewer } from "../../lib/viewer";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { UnprovenAddress } from "./unproven-address";

export function NoSuchRequest({ back }: { readonly back: ReactNode }) {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  return (
    <Page
      isText
      back={back}
      title={formatMessage({ id: "requests.gone" })}
      lead={<FormattedMessage id="requests.gone.text" values={{ account: account.email }} />}
    >
      <UnprovenAddress />
      <Notice title={<FormattedMessage id="requests.gone.colleague" />}>
        <p>
          <FormattedMessage id="requests.gone.colleague.text" />
        </p>
        <LinkButton to="/ask-access" variant="default">
          <FormattedMessage id="requests.gone.ask" />
        </LinkButton>
        <p>
          <Link to={articlePage("shareRequest")}>
            <FormattedMessage id="requests.gone.more" />
          </Link>
        </p>
      </Notice>
      <div>
        <LinkButton to="/requests">
          <FormattedMessage id="requests.title" />
        </LinkButton>
      </div>
    </Page>
  );
}
