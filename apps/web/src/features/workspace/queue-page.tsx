/** The queue of the engineers: views, filters and search, the list, and the request that is open beside it (F41, F52, F69). */
import { SEVERITIES } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconMoodCheck, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { LinkButton } from "../../ui/link-button";
import { LoadMore } from "../../ui/load-more";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { TabLinks } from "../../ui/tabs";
import { KeysHelp } from "./keys-help";
import { OpenItem } from "./open-item";
import { QueueList } from "./queue-list";
import { addressOf, BUILT_IN, type QueueView, STATUSES, variablesOf, viewOf } from "./queue-view";
import { useQueue } from "./use-queue";
import { useRowKeys } from "./use-queue-keys";
import { ViewMenu } from "./view-menu";
import { WorkspaceOverviewDocument } from "./workspace.generated";
import styles from "./workspace.module.css";

export default function QueuePage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { staffRights } = useViewer();
  const { requestId } = useParams();
  const [search] = useSearchParams();
  const view = viewOf(search);
  const address = addressOf(view);
  const { data: overview } = useQuery(WorkspaceOverviewDocument);
  const saved = overview?.workspace.savedViews ?? [];
  const counts = overview?.workspace.counts;
  // A saved view is not known before the workspace is.
  const isUnknown = view.key.startsWith("vue_") && overview === undefined;
  const queue = useQueue(variablesOf(view, saved), requestId ?? null, isUnknown);
  const { items, data, error } = queue;
  useRowKeys();
  const late = counts === undefined ? undefined : counts.nearBreach + counts.breached;
  const count = { unassigned: counts?.unassigned, mine: counts?.mine, late, all: undefined };
  const tabs = [
    ...BUILT_IN.map((key) => ({ key, name: formatMessage({ id: `workspace.view.${key}` }), count: count[key] })),
    ...saved.map((one) => ({ key: one.id, name: one.name, count: one.count })),
  ];
  return (
    <Page
      title={formatMessage({ id: "workspace.title" })}
      lead={<KeysHelp />}
      actions={
        staffRights.includes("WORK_REQUESTS") && (
          <LinkButton to="/queue/new" variant="default">
            <FormattedMessage id="enter.open" />
          </LinkButton>
        )
      }
    >
      <div className={styles.views} data-open={requestId !== undefined || undefined}>
        <TabLinks
          label={formatMessage({ id: "workspace.views" })}
          tabs={tabs.map(({ key, name, count: held }) => ({
            key,
            label: held === undefined ? name : `${name} (${held})`,
            to: `/queue${addressOf({ ...view, key })}`,
            isCurrent: view.key === key,
          }))}
        />
      </div>
      <div className={styles.panes} data-open={requestId !== undefined || undefined}>
        <div className={styles.queue}>
          <Filters view={view} teams={overview?.workspace.teams ?? []} keep={<ViewMenu view={view} saved={saved} />} />
          {error !== undefined && data === undefined && (
            <FailureNotice text={refusalText(error)} onRetry={queue.retry} />
          )}
          {data === undefined && error === undefined && <RowSkeletons />}
          {data !== undefined && items.length === 0 && (
            <EmptyState icon={<IconMoodCheck size={28} />} title={<FormattedMessage id="workspace.none" />} />
          )}
          {items.length > 0 && (
            <>
              <QueueList
                label={formatMessage({ id: "workspace.title" })}
                items={items}
                chosenId={requestId}
                address={address}
              />
              <LoadMore
                shown={items.length}
                total={data?.queue.totalCount ?? null}
                hasMore={data?.queue.pageInfo.hasNextPage ?? false}
                isBusy={queue.isLoadingMore}
                onMore={queue.loadMore}
              />
            </>
          )}
        </div>
        {requestId !== undefined && (
          <OpenItem
            key={requestId}
            requestId={requestId}
            back={`/queue${address}`}
            onChange={() => void queue.again()}
          />
        )}
      </div>
    </Page>
  );
}

interface FiltersProps {
  readonly view: QueueView;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** What keeps the view, beside the search. */
  readonly keep: ReactNode;
}

function Filters({ view, teams, keep }: FiltersProps) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(view.search);
  useEffect(() => setTyped((now) => (now.trim() === view.search ? now : view.search)), [view.search]);
  const change = (part: Partial<QueueView>): void =>
    void navigate(addressOf({ ...view, ...part }) || "?", { replace: true, preventScrollReset: true });
  const searchLater = useDebouncedCallback((text: string) => change({ search: text.trim() }), 250);
  return (
    <search className={styles.filters}>
      <div className={styles.searchRow}>
        <TextInput
          type="search"
          label={formatMessage({ id: "workspace.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            searchLater(event.currentTarget.value);
          }}
        />
        {keep}
      </div>
      <NativeSelect
        label={formatMessage({ id: "requests.filter.severity" })}
        value={view.severity ?? ""}
        data={[
          { value: "", label: formatMessage({ id: "requests.filter.any" }) },
          ...SEVERITIES.map((one) => ({ value: one, label: formatMessage({ id: `requests.severity.${one}` }) })),
        ]}
        onChange={(event) => change({ severity: SEVERITIES.find((one) => one === event.currentTarget.value) ?? null })}
      />
      <NativeSelect
        label={formatMessage({ id: "workspace.filter.status" })}
        value={view.status ?? ""}
        data={[
          { value: "", label: formatMessage({ id: "requests.filter.any" }) },
          ...STATUSES.map((one) => ({ value: one, label: formatMessage({ id: `workspace.status.${one}` }) })),
        ]}
        onChange={(event) => change({ status: STATUSES.find((one) => one === event.currentTarget.value) ?? null })}
      />
      {teams.length > 1 && (
        <NativeSelect
          label={formatMessage({ id: "workspace.fact.team" })}
          value={view.teamId ?? ""}
          data={[
            { value: "", label: formatMessage({ id: "requests.filter.any" }) },
            ...format.byName(teams, ({ name }) => name).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => change({ teamId: event.currentTarget.value || null })}
        />
      )}
    </search>
  );
}
