/** Every agreement there is: found by a part of an ID, by holder, programme, state or end (F56). */
import { useQuery } from "@apollo/client/react";
import { IconPlus } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { DAY, TEXT, useAddressFilter } from "../../../lib/list/address-filter";
import { PagedList } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { useViewer } from "../../../lib/viewer";
import { LinkButton } from "../../../ui/link-button";
import { Page } from "../../../ui/page";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { DownloadTable } from "../list/download-table";
import { FilterBar } from "../list/filter-bar";
import { NothingListed } from "../list/nothing-listed";
import { IssuableProgrammesDocument, ManagedAgreementsDocument, type ManagedRowFragment } from "./managed.generated";
import { AgreementName, IncidentsLeft, idEndings, ManagedStateBadge, PLAN_STATES } from "./managed-words";

const FILTERS = { idPart: TEXT, holder: TEXT, programme: TEXT, state: PLAN_STATES, endingBefore: DAY };
const COLUMNS = ["recipient", "programme", "ids", "state", "incidents", "ends"] as const;

export default function ManagedAgreementsPage() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { staffRights } = useViewer();
  const state = useAddressFilter(FILTERS);
  const { idPart, holder, programme, endingBefore } = state.filter;
  const asked = {
    idPart: idPart || undefined,
    holder: holder || undefined,
    programmeId: programme || undefined,
    state: state.filter.state || undefined,
    endingBefore: endingBefore || undefined,
  };
  const { data: known } = useQuery(IssuableProgrammesDocument);
  const pages = readPages(
    useQuery(ManagedAgreementsDocument, { variables: { filter: asked }, ...PAGED }),
    (data) => data.managedAgreements,
  );
  const label = (name: keyof typeof FILTERS): string => formatMessage({ id: `managed.filter.${name}` });
  return (
    <Page
      title={formatMessage({ id: "managed.title" })}
      actions={
        <>
          <DownloadTable
            path="/admin/export/agreements"
            query={asked}
            isNarrowed={Object.values(asked).some((value) => value !== undefined)}
          />
          {staffRights.includes("MANAGE_AGREEMENTS") && (
            <LinkButton to="/administration/agreements/issue" leftSection={<IconPlus size={18} aria-hidden />}>
              <FormattedMessage id="managed.issue" />
            </LinkButton>
          )}
        </>
      }
    >
      <FilterBar
        state={state}
        fields={[
          { name: "idPart", label: label("idPart"), hint: formatMessage({ id: "managed.filter.idPart.hint" }) },
          { name: "holder", label: label("holder"), hint: formatMessage({ id: "managed.filter.holder.hint" }) },
          {
            name: "programme",
            label: label("programme"),
            options: format
              .byName(known?.programmes ?? [], ({ name }) => name)
              .map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: "state",
            label: label("state"),
            options: PLAN_STATES.map((value) => ({ value, label: formatMessage({ id: `plans.state.${value}` }) })),
          },
          { name: "endingBefore", label: label("endingBefore"), kind: "date" },
        ]}
      />
      <PagedList pages={pages} none={<NothingListed title={<FormattedMessage id="managed.none" />} state={state} />}>
        <AgreementTable agreements={pages.nodes} isBusy={pages.isOld} />
      </PagedList>
    </Page>
  );
}

function AgreementTable(props: { readonly agreements: readonly ManagedRowFragment[]; readonly isBusy: boolean }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return (
    <DataTable
      label={formatMessage({ id: "managed.title" })}
      isBusy={props.isBusy}
      columns={COLUMNS.map((key) => ({
        key,
        name: formatMessage({ id: `managed.column.${key}` }),
        isShort: key === "ids" || key === "incidents" || key === "ends",
      }))}
      rows={props.agreements.map((agreement) => ({
        key: agreement.id,
        cells: [
          <span key="recipient" className={styles.title}>
            <Link to={`/administration/agreements/${agreement.id}`}>
              <AgreementName agreement={agreement} />
            </Link>
            {agreement.recipient?.name != null && <span className={styles.quiet}>{agreement.recipient.email}</span>}
          </span>,
          agreement.programme.name,
          <span key="ids" className={styles.mono}>
            {idEndings(agreement)}
          </span>,
          <ManagedStateBadge key="state" state={agreement.state} />,
          <IncidentsLeft key="incidents" agreement={agreement} />,
          format.day(agreement.endsOn),
        ],
      }))}
    />
  );
}
