/** One request: where it stands, its facts, its history, and who sees it (R89, R90, R93, R96, R98). */
import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams, useSearchParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useRefusalText } from "../../lib/refusal-text";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { FailureNotice } from "../../ui/failure-notice";
import { LoadMore } from "../../ui/load-more";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { TabLinks } from "../../ui/tabs";
import { NoSuchRequest } from "./no-such-request";
import { DueCard, RequestFacts } from "./request-facts";
import styles from "./request-page.module.css";
import { SeverityBadge, StatusBadge, TurnBadge } from "./request-words";
import { RequestPageDocument } from "./requests.generated";
import { ShareTab } from "./share-tab";
import { Timeline } from "./timeline";

export default function RequestPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { requestId = "" } = useParams();
  const [search] = useSearchParams();
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(RequestPageDocument, {
    variables: { id: requestId },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const back = (
    <Link to="/requests">
      <FormattedMessage id="requests.title" />
    </Link>
  );
  if (data === undefined) {
    if (error !== undefined && failureOf(error).code === "NOT_FOUND") return <NoSuchRequest back={back} />;
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
  const { request } = data;
  const isSharing = search.get("tab") === "share";
  const { edges, pageInfo } = request.timeline;
  const contacts = 1 + request.additionalContacts.length;
  return (
    <Page
      back={back}
      title={request.title}
      lead={
        <div className={styles.headline}>
          <span className={styles.number}>
            {request.number}
            <CopyButton text={request.number} what={formatMessage({ id: "requests.number" })} />
          </span>
          <StatusBadge status={request.status} />
          <TurnBadge turn={request.turn} />
          <SeverityBadge severity={request.severity} />
        </div>
      }
      aside={
        <>
          <DueCard request={request} />
          <Card title={<FormattedMessage id="requests.facts" />}>
            <RequestFacts request={request} />
          </Card>
        </>
      }
    >
      <TabLinks
        label={formatMessage({ id: "requests.views.one" })}
        tabs={[
          { key: "history", label: <FormattedMessage id="requests.tab.history" />, to: "?", isCurrent: !isSharing },
          {
            key: "share",
            label: <FormattedMessage id="requests.tab.share" values={{ count: contacts }} />,
            to: "?tab=share",
            isCurrent: isSharing,
          },
        ]}
      />
      {isSharing ? (
        <ShareTab request={request} />
      ) : (
        <>
          <Card title={<FormattedMessage id="requests.description" />}>
            <p className={styles.description} dir="auto">
              {request.description}
            </p>
          </Card>
          <Card title={<FormattedMessage id="requests.tab.history" />}>
            <Timeline entries={edges.map((edge) => edge.node)} zone={request.timeZone} />
            {pageInfo.hasNextPage && (
              <LoadMore
                shown={edges.length}
                total={null}
                hasMore
                isBusy={networkStatus === NetworkStatus.fetchMore}
                onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            )}
          </Card>
        </>
      )}
    </Page>
  );
}
