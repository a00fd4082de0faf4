/** One request: where it stands, the conversation, its files, who sees it, its facts (R89-R93, R96, R98). */
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, Navigate, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useRefusalText } from "../../lib/refusal-text";
import { CopyButton } from "../../ui/copy-button";
import { FailureNotice } from "../../ui/failure-notice";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { TabLinks } from "../../ui/tabs";
import { visibleControls } from "../../ui/visible-controls";
import { Banners } from "./actions/banners";
import { RequestMenu } from "./actions/request-menu";
import { AttachmentsTab } from "./attachments-tab";
import { ContactsTab } from "./contacts/contacts-tab";
import { ConversationTab } from "./conversation/conversation-tab";
import { NoSuchRequest } from "./no-such-request";
import type { RequestPageQuery } from "./request-page.generated";
import styles from "./request-page.module.css";
import { RequestSide } from "./request-side";
import { SeverityBadge, StatusBadge, TurnBadge } from "./request-words";
import { type RequestTab, useRequestTab } from "./tab-address";
import { useRequest } from "./use-request";

type Request = RequestPageQuery["request"];

export default function RequestPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { requestId = "" } = useParams();
  const { data, error, refetch } = useRequest(requestId);
  const back = (
    <Link to="/requests">
      <FormattedMessage id="requests.title" />
    </Link>
  );
  if (error !== undefined && failureOf(error).code === "NOT_FOUND") return <NoSuchRequest back={back} />;
  // Whoever sees it without being a contact works on it.
  if (data?.request.viewerRole === null) return <Navigate to={`/queue/${requestId}?view=mine`} replace />;
  if (data !== undefined) return <LoadedPage request={data.request} onChange={() => void refetch()} />;
  return (
    <Page back={back} title={formatMessage({ id: "requests.one" })}>
      {error === undefined ? (
        <RowSkeletons count={4} />
      ) : (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function LoadedPage({ request, onChange }: { readonly request: Request; readonly onChange: () => void }) {
  const { formatMessage } = useIntl();
  const { current, addressOf } = useRequestTab();
  // The facts fold under the head on phones, where a column beside has no room.
  const isNarrow = useMediaQuery("(max-width: 61.99em)", false, { getInitialValueInEffect: false });
  // Kept here, so that turning a tablet does not fold what was unfolded.
  const [isWhyOpen, setWhyOpen] = useState(false);
  const side = { request, isWhyOpen, onWhy: setWhyOpen };
  const counts = { attachments: request.attachments.length, contacts: 1 + request.additionalContacts.length };
  const tab = (key: RequestTab, count?: number) => ({
    key,
    label: <FormattedMessage id={`conversation.tab.${key}`} values={{ count }} />,
    to: addressOf(key),
    isCurrent: key === current,
  });
  return (
    <Page
      back={
        <Link to="/requests">
          <FormattedMessage id="requests.title" />
        </Link>
      }
      title={visibleControls(request.title)}
      lead={<Headline request={request} />}
      actions={<RequestMenu request={request} onDone={onChange} />}
      aside={isNarrow ? undefined : <RequestSide {...side} />}
    >
      <Banners request={request} />
      {isNarrow && <RequestSide {...side} isFolded />}
      <TabLinks
        label={formatMessage({ id: "requests.views.one" })}
        tabs={[tab("conversation"), tab("attachments", counts.attachments), tab("contacts", counts.contacts)]}
      />
      {current === "conversation" && <ConversationTab request={request} />}
      {current === "attachments" && <AttachmentsTab request={request} />}
      {current === "contacts" && <ContactsTab request={request} />}
    </Page>
  );
}

/** Number, status, whose turn, severity, owner. */
function Headline({ request }: { readonly request: Request }) {
  const { formatMessage } = useIntl();
  return (
    <div className={styles.headline}>
      <span className={styles.number}>
        {request.number}
        <CopyButton text={request.number} what={formatMessage({ id: "requests.number" })} />
      </span>
      <StatusBadge status={request.status} />
      <TurnBadge turn={request.turn} />
      <SeverityBadge severity={request.severity} />
      <span>
        {request.engineer === null ? (
          <FormattedMessage id="requests.fact.noEngineer" />
        ) : (
          <FormattedMessage
            id="conversation.owner"
            values={{ name: <strong>{visibleControls(request.engineer.name)}</strong> }}
          />
        )}
      </span>
    </div>
  );
}
