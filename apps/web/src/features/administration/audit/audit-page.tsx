/** The audit record: every change of entitlement, access and administration, filtered and page by page (F82). */
import { isAuditAction } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useLanguage } from "../../../lib/language";
import { DAY, TEXT, useAddressFilter } from "../../../lib/list/address-filter";
import { PagedList } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { Page } from "../../../ui/page";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { DownloadTable } from "../list/download-table";
import { FilterBar } from "../list/filter-bar";
import { NothingListed } from "../list/nothing-listed";
import { AuditEntriesDocument, type AuditRowFragment } from "./audit.generated";
import { auditFilterOf, auditOptions, auditWords } from "./audit-words";
import { ChainState } from "./chain-state";

const FILTERS = { action: TEXT, actor: TEXT, object: TEXT, from: DAY, to: DAY };
const NAMES = Object.keys(FILTERS) as readonly (keyof typeof FILTERS)[];
const COLUMNS = ["action", "when", "who", "object", "details"] as const;

/** The first instant of a civil day in this browser's zone, `days` later. */
const instantOf = (day: string, days = 0): string | undefined => {
  if (day === "") return undefined;
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + days);
  return start.toISOString();
};

export default function AuditPage() {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const format = useFormatters();
  const state = useAddressFilter(FILTERS);
  const { action, actor, object, from, to } = state.filter;
  const asked = {
    ...auditFilterOf(action),
    actorId: actor || undefined,
    objectId: object || undefined,
    from: instantOf(from),
    to: instantOf(to, 1),
  };
  const pages = readPages(
    useQuery(AuditEntriesDocument, { variables: { filter: asked }, ...PAGED }),
    (data) => data.auditEntries,
  );
  return (
    <Page
      title={formatMessage({ id: "audit.title" })}
      lead={<FormattedMessage id="audit.lead" />}
      actions={<DownloadTable path="/admin/export/audit" />}
    >
      <ChainState />
      <FilterBar
        state={state}
        fields={NAMES.map((name) => ({
          name,
          label: formatMessage({ id: `audit.filter.${name}` }),
          ...(name === "from" || name === "to" ? { kind: "date" as const } : {}),
          ...(name === "action"
            ? {
                options: auditOptions(
                  language,
                  (area) => formatMessage({ id: "audit.area.all" }, { area }),
                  format.byName,
                ),
              }
            : {}),
        }))}
      />
      <PagedList pages={pages} none={<NothingListed title={<FormattedMessage id="audit.none" />} state={state} />}>
        <AuditTable entries={pages.nodes} isBusy={pages.isOld} />
      </PagedList>
    </Page>
  );
}

function AuditTable(props: { readonly entries: readonly AuditRowFragment[]; readonly isBusy: boolean }) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const format = useFormatters();
  return (
    <DataTable
      label={formatMessage({ id: "audit.title" })}
      isBusy={props.isBusy}
      columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `audit.column.${key}` }) }))}
      rows={props.entries.map((entry) => ({
        key: entry.id,
        cells: [
          <span key="action" className={styles.title}>
            {isAuditAction(entry.actionCode) ? (
              <Link to={`?${new URLSearchParams({ action: entry.actionCode })}`}>
                {auditWords(language, entry.actionCode)}
              </Link>
            ) : (
              // Of an older record: no filter has it.
              entry.actionCode
            )}
          </span>,
          <time key="when" dateTime={entry.createdAt}>
            {format.stamp(entry.createdAt)}
          </time>,
          entry.actor === null ? (
            <FormattedMessage key="who" id="audit.server" />
          ) : (
            <Link key="who" to={`?${new URLSearchParams({ actor: entry.actor.id })}`}>
              {visibleControls(entry.actor.name || entry.actor.email)}
            </Link>
          ),
          <Link key="object" className={styles.mono} to={`?${new URLSearchParams({ object: entry.objectId })}`}>
            {visibleControls(entry.objectId)}
          </Link>,
          <span key="details" className={styles.quiet}>
            {entry.details === null ? (
              <FormattedMessage id="audit.erased" />
            ) : (
              entry.details.map(({ name, value }) => `${name}: ${visibleControls(value)}`).join(", ") || "–"
            )}
          </span>,
        ],
      }))}
    />
  );
}
