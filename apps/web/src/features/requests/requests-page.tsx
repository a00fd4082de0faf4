/** Manage support requests: those where this account is primary or additional contact, open and closed (R31, R32, R57, R81, R83, R94). */

import { useQuery } from "@apollo/client/react";
import { IconInbox, IconPlus } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { askAgain } from "../../lib/ask-again";
import { NothingFits, PagedList } from "../../lib/list/paged-list";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { useLive } from "../../lib/live";
import { useViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { LinkButton } from "../../ui/link-button";
import { Page } from "../../ui/page";
import { TabLinks } from "../../ui/tabs";
import { DraftCards } from "./draft-cards";
import { Filters } from "./filters";
import { MyRequestsChangedDocument } from "./live.generated";
import { filterOf, type RequestList, useRequestList } from "./request-filter";
import { RequestTable } from "./request-table";
import { MyRequestsDocument, UnreadRequestsDocument } from "./requests.generated";
import { UnprovenAddress } from "./unproven-address";

/** Requests asked for at once. */
const PAGE = 25;

export default function RequestsPage() {
  const { formatMessage } = useIntl();
  const list = useRequestList();
  const answer = useQuery(MyRequestsDocument, { variables: { filter: filterOf(list) }, ...PAGED });
  const { data: current, refetch } = answer;
  const pages = readPages(answer, (data) => data.myRequests);
  const { data: unread } = useQuery(UnreadRequestsDocument, { fetchPolicy: "cache-and-network" });
  const unreadIds = new Set(unread?.notices.edges.flatMap(({ node }) => node.request?.id ?? []));
  const isFirstPage = (current?.myRequests.edges.length ?? 0) <= PAGE;
  const again = (): void => {
    // Asking again begins at the first page: what was unfolded below it would fold.
    if (isFirstPage) void askAgain(refetch);
  };
  useLive({ document: MyRequestsChangedDocument, variables: {}, onEvent: again, refetch: again });
  const tab = (isOpen: boolean) => ({
    key: isOpen ? "open" : "closed",
    isCurrent: list.isOpen === isOpen,
    label: <FormattedMessage id={isOpen ? "requests.open" : "requests.closed"} />,
    to: list.addressOf({ view: isOpen ? "" : "closed", status: "", turn: "" }) || "?",
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
      <Filters list={list} />
      <PagedList
        pages={pages}
        none={
          <>
            <Nothing list={list} />
            <UnprovenAddress />
          </>
        }
      >
        <UnprovenAddress />
        <RequestTable
          requests={pages.nodes}
          isBusy={pages.isOld}
          unreadIds={unreadIds}
          label={formatMessage({ id: "requests.title" })}
        />
      </PagedList>
    </Page>
  );
}

/** Empty for three reasons, each with its own way on. */
function Nothing({ list }: { readonly list: RequestList }) {
  const { account } = useViewer();
  if (list.isNarrowed)
    return (
      <NothingFits title={<FormattedMessage id="requests.none.narrowed" />} onClear={list.clear}>
        <p>
          <FormattedMessage id="requests.none.narrowed.text" />
        </p>
      </NothingFits>
    );
  return (
    <EmptyState
      icon={<IconInbox size={28} />}
      title={<FormattedMessage id={list.isOpen ? "requests.none.open" : "requests.none.closed"} />}
      action={
        list.isOpen ? (
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
