/** Every account there is: found by name or address, kind and staff role; and the directories of partners (F60). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { TEXT, useAddressFilter } from "../../../lib/list/address-filter";
import { PagedList } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { LinkButton } from "../../../ui/link-button";
import { Page } from "../../../ui/page";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { DownloadTable } from "../list/download-table";
import { FilterBar } from "../list/filter-bar";
import { NothingListed } from "../list/nothing-listed";
import { type AccountRowFragment, AccountsDocument } from "./people.generated";
import { accountName, KINDS, ROLES, RoleBadges } from "./people-words";

const FILTERS = { text: TEXT, kind: KINDS, role: ROLES };
const COLUMNS = ["person", "kind", "roles", "since"] as const;

export default function PeoplePage() {
  const { formatMessage } = useIntl();
  const state = useAddressFilter(FILTERS);
  const { text, kind, role } = state.filter;
  const pages = readPages(
    useQuery(AccountsDocument, {
      variables: { filter: { text: text || undefined, kind: kind || undefined, role: role || undefined } },
      ...PAGED,
    }),
    (data) => data.accounts,
  );
  return (
    <Page
      title={formatMessage({ id: "people.title" })}
      actions={
        <>
          <LinkButton to="/administration/people/partners" variant="default">
            <FormattedMessage id="people.partners" />
          </LinkButton>
          <DownloadTable path="/admin/export/accounts" />
        </>
      }
    >
      <FilterBar
        state={state}
        fields={[
          { name: "text", label: formatMessage({ id: "people.filter.text" }) },
          {
            name: "kind",
            label: formatMessage({ id: "people.filter.kind" }),
            options: KINDS.map((value) => ({ value, label: formatMessage({ id: `account.kind.${value}` }) })),
          },
          {
            name: "role",
            label: formatMessage({ id: "people.filter.role" }),
            options: ROLES.map((value) => ({ value, label: formatMessage({ id: `people.role.${value}` }) })),
          },
        ]}
      />
      <PagedList pages={pages} none={<NothingListed title={<FormattedMessage id="people.none" />} state={state} />}>
        <PeopleTable people={pages.nodes} isBusy={pages.isOld} />
      </PagedList>
    </Page>
  );
}

function PeopleTable(props: { readonly people: readonly AccountRowFragment[]; readonly isBusy: boolean }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return (
    <DataTable
      label={formatMessage({ id: "people.title" })}
      isBusy={props.isBusy}
      columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `people.column.${key}` }) }))}
      rows={props.people.map((person) => ({
        key: person.id,
        cells: [
          <span key="person" className={styles.title}>
            <Link to={`/administration/people/${person.id}`}>{accountName(person)}</Link>
            <span className={styles.quiet}>{visibleControls(person.email)}</span>
          </span>,
          <FormattedMessage key="kind" id={`account.kind.${person.kind}`} />,
          <RoleBadges key="roles" roles={person.roles} />,
          format.stamp(person.createdAt),
        ],
      }))}
    />
  );
}
