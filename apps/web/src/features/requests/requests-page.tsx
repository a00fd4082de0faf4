/** Manage support requests: those where this account is primary or additional contact, open and closed (R31, R32, R57, R81, R83, R94). */

import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconInbox, IconPlus, IconSearchOff } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { askAgain } from "../../lib/ask-again";
import { useLive } from "../../lib/live";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { LinkButton } from "../../ui/link-button";
import { LoadMore } from "../../ui/load-more";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { TabLinks } from "../../ui/tabs";
import { DraftCards } from "./draft-cards";
import { Filters } from "./filters";
import { MyRequestsChangedDocument } from "./live.generated";
import { addressOfView, filterOfView, isNarrowed, type ListView, useListView } from "./request-filter";
import { RequestTable } from "./request-table";
import { MyRequestsDocument, UnreadRequestsDocument } from "./requests.generated";
import { UnprovenAddress } from "./unproven-address";

/** Requests asked for at once. */
const PAGE = 25;

export default function RequestsPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [view, change] = useListView();
  const {
    data: current,
    previousData,
    error,
    refetch,
    fetchMore,
    networkStatus,
  } = useQuery(MyRequestsDocument, {
    variables: { filter: filterOfView(view) },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const { data: unread } = useQuery(UnreadRequestsDocument, { fetchPolicy: "cache-and-network" });
  const unreadIds = new Set(unread?.notices.edges.flatMap(({ node }) => node.request?.id ?? []));
  const isFirstPage = (current?.myRequests.edges.length ?? 0) <= PAGE;
  const again = (): void => {
    // Asking again begins at the first page: what was unfolded below it would fold.
    if (isFirstPage) void askAgain(refetch);
  };
  useLive({ document: MyRequestsChangedDocument, variables: {}, onEvent: again, refetch: again });
  const data = current ?? (error === undefined ? previousData : undefined);
  const requests = data?.myRequests.edges.map((edge) => edge.node) ?? [];
  const tab = (isOpen: boolean) => ({
    key: isOpen ? "open" : "closed",
    isCurrent: view.isOpen === isOpen,
    label: <FormattedMessage id={isOpen ? "requests.open" : "requests.closed"} />,
    to: `?${addressOfView({ ...view, isOpen, status: null, turn: null })}`,
  });
  return (
    <Page
      title={formatMessage({ id: "requests.title" })}
      actions={
        // Drafts that are kept stand below, each with its own way on: this begins another.
        <LinkButton to="/requests/new?fresh=1" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
          <FormattedMessage id="requests.create" />
        </LinkButton>
      }
    >
      <DraftCards />
      <TabLinks label={formatMessage({ id: "requests.views" })} tabs={[tab(true), tab(false)]} />
      <Filters view={view} onChange={change} />
      {error !== undefined && data === undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === undefined && <RowSkeletons />}
      {data !== undefined && requests.length === 0 && (
        <Nothing
          view={view}
          onClear={() => change({ search: "", status: null, severity: null, turn: null, role: null })}
        />
      )}
      {data !== undefined && <UnprovenAddress />}
      {data !== undefined && requests.length > 0 && (
        <>
          <RequestTable
            requests={requests}
            isBusy={current === undefined}
            unreadIds={unreadIds}
            label={formatMessage({ id: "requests.title" })}
          />
          <LoadMore
            shown={requests.length}
            total={data.myRequests.totalCount}
            hasMore={data.myRequests.pageInfo.hasNextPage}
            isBusy={networkStatus === NetworkStatus.fetchMore}
            onMore={() => void fetchMore({ variables: { after: data.myRequests.pageInfo.endCursor } })}
          />
        </>
      )}
    </Page>
  );
}

/** Empty for three reasons, each with its own way on. */
function Nothing({ view, onClear }: { readonly view: ListView; readonly onClear: () => void }) {
  const { account } = useViewer();
  if (isNarrowed(view)) {
    return (
      <EmptyState
        icon={<IconSearchOff size={28} />}
        title={<FormattedMessage id="requests.none.narrowed" />}
        action={
          <Button variant="default" onClick={onClear}>
            <FormattedMessage id="requests.filter.clear" />
          </Button>
        }
      >
        <p>
          <FormattedMessage id="requests.none.narrowed.text" />
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconInbox size={28} />}
      title={<FormattedMessage id={view.isOpen ? "requests.none.open" : "requests.none.closed"} />}
      action={
        view.isOpen ? (
          <LinkButton to="/requests/new" variant="light">
            <FormattedMessage id="requests.create" />
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        <FormattedMessage id="requests.none.account" values={{ account: account.email }} />
      </p>
      <p>
        <FormattedMessage
          id="requests.none.addMe"
          values={{
            ask: (words) => <Link to="/ask-access">{words}</Link>,
            link: (words) => <Link to={articlePage("shareRequest")}>{words}</Link>,
          }}
        />
      </p>
    </EmptyState>
  );
}
