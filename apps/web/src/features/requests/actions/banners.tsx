/** What must not be overlooked on a request: it will be closed soon, mail does not arrive, a severity is asked for (F48, F49, E24). */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import { useIsDesk } from "../perspective";
import type { RequestPageQuery } from "../request-page.generated";
import { SplitAsked } from "../split/split-asked";
import { useRequestTab } from "../tab-address";

export function Banners({ request }: { readonly request: RequestPageQuery["request"] }) {
  const format = useFormatters();
  const { addressOf } = useRequestTab();
  const isDesk = useIsDesk();
  const zone = useViewer().account.profile?.timeZone;
  const { closesAt, closingNoticeAt, severityAsk, mailTrouble } = request;
  const isWaiting = request.status === "WAITING_FOR_CUSTOMER" || request.status === "SOLVED";
  return (
    <>
      <SplitAsked request={request} />
      {isWaiting && closesAt !== null && closingNoticeAt !== null && (
        <Notice
          tone="soon"
          title={<FormattedMessage id="conversation.closingSoon" values={{ at: format.due(closesAt, zone) }} />}
        >
          <p>
            <FormattedMessage id={isDesk ? "desk.closingSoon" : "conversation.closingSoon.text"} />
          </p>
        </Notice>
      )}
      {mailTrouble.length > 0 && (
        <Notice tone="loss" isLive={false} title={<FormattedMessage id="conversation.mailTrouble" />}>
          <ul>
            {mailTrouble.map((trouble) => (
              <li key={`${trouble.contact.id} ${trouble.at}`}>
                <FormattedMessage
                  id={`conversation.mailTrouble.${trouble.reason}`}
                  values={{
                    email: <strong>{visibleControls(trouble.contact.email)}</strong>,
                    at: format.instant(trouble.at, zone),
                  }}
                />
              </li>
            ))}
          </ul>
          <p>
            <Link to={addressOf("contacts")} preventScrollReset>
              <FormattedMessage id="conversation.mailTrouble.check" />
            </Link>
          </p>
        </Notice>
      )}
      {severityAsk !== null && !isDesk && (
        <Notice
          title={
            <FormattedMessage
              id="conversation.severity.pending"
              values={{ severity: <FormattedMessage id={`requests.severity.${severityAsk.severity}`} /> }}
            />
          }
        >
          <p dir="auto">{visibleControls(severityAsk.reason)}</p>
        </Notice>
      )}
    </>
  );
}
