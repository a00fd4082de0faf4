/** The queue of the engineers: views, filters and search, the list, and the request that is open beside it (F41, F52, F69). */
import { useQuery } from "@apollo/client/react";
import { IconMoodCheck, IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useParams } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useAddressFilter } from "../../lib/list/address-filter";
import { FilterChoice, FilterText } from "../../lib/list/filter-fields";
import { PagedList } from "../../lib/list/paged-list";
import { useViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { LinkButton } from "../../ui/link-button";
import { Page } from "../../ui/page";
import { TabLinks } from "../../ui/tabs";
import { KeysHelp } from "./keys-help";
import { OpenItem } from "./open-item";
import { QueueList } from "./queue-list";
import { BUILT_IN, keyOfView, namedView, QUEUE_NAMES, type QueueState, variablesOf } from "./queue-view";
import { useQueue } from "./use-queue";
import { useRowKeys } from "./use-queue-keys";
import { ViewMenu } from "./view-menu";
import { WorkspaceOverviewDocument } from "./workspace.generated";
import styles from "./workspace.module.css";

export default function QueuePage() {
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const { requestId } = useParams();
  const state = useAddressFilter(QUEUE_NAMES);
  const key = keyOfView(state.filter);
  const address = state.addressOf({});
  const { data: overview } = useQuery(WorkspaceOverviewDocument);
  const saved = overview?.workspace.savedViews ?? [];
  const counts = overview?.workspace.counts;
  // A saved view is not known before the workspace is.
  const isUnknown = key.startsWith("vue_") && overview === undefined;
  const queue = useQueue(variablesOf(state.filter, saved), requestId ?? null, isUnknown);
  useRowKeys();
  const late = counts === undefined ? undefined : counts.nearBreach + counts.breached;
  const count = { unassigned: counts?.unassigned, mine: counts?.mine, late, all: undefined };
  const tabs = [
    ...BUILT_IN.map((id) => ({ id, name: formatMessage({ id: `workspace.view.${id}` }), count: count[id] })),
    ...saved,
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
          tabs={tabs.map(({ id, name, count: held }) => ({
            key: id,
            label: held === undefined ? name : `${name} (${held})`,
            to: `/queue${state.addressOf({ view: namedView(id) })}`,
            isCurrent: key === id,
          }))}
        />
      </div>
      <div className={styles.panes} data-open={requestId !== undefined || undefined}>
        <div className={styles.queue}>
          <Filters
            state={state}
            teams={overview?.workspace.teams ?? []}
            keep={<ViewMenu state={state} saved={saved} />}
          />
          <PagedList
            pages={queue}
            none={<EmptyState icon={<IconMoodCheck size={28} />} title={<FormattedMessage id="workspace.none" />} />}
          >
            <QueueList
              label={formatMessage({ id: "workspace.title" })}
              items={queue.nodes}
              chosenId={requestId}
              address={address}
            />
          </PagedList>
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
  readonly state: QueueState;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** What keeps the view, beside the search. */
  readonly keep: ReactNode;
}

function Filters({ state: { filter, change }, teams, keep }: FiltersProps) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return (
    <search className={styles.filters}>
      <div className={styles.searchRow}>
        <FilterText
          label={formatMessage({ id: "workspace.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          asked={filter.q}
          onAsk={(text) => change("q", text)}
        />
        {keep}
      </div>
      <FilterChoice
        label={formatMessage({ id: "requests.filter.severity" })}
        asked={filter.severity}
        onAsk={(value) => change("severity", value)}
        choices={QUEUE_NAMES.severity.map((value) => ({
          value,
          label: formatMessage({ id: `requests.severity.${value}` }),
        }))}
      />
      <FilterChoice
        label={formatMessage({ id: "workspace.filter.status" })}
        asked={filter.status}
        onAsk={(value) => change("status", value)}
        choices={QUEUE_NAMES.status.map((value) => ({
          value,
          label: formatMessage({ id: `workspace.status.${value}` }),
        }))}
      />
      {teams.length > 1 && (
        <FilterChoice
          label={formatMessage({ id: "workspace.fact.team" })}
          asked={filter.team}
          onAsk={(value) => change("team", value)}
          choices={format.byName(teams, ({ name }) => name).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </search>
  );
}
