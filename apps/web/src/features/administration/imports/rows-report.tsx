/** What becomes of each row of a file, those that were rejected first to be seen; the outcome lives in the address (F56). */
import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { visibleControls } from "../../../ui/visible-controls";
import { oneOf, useAddressFilter } from "../list/address-filter";
import { DataTable } from "../list/data-table";
import { FilterBar } from "../list/filter-bar";
import { PagedList } from "../list/paged-list";
import { type ImportRowFactsFragment, ImportRowsDocument } from "./imports.generated";

type Outcome = ImportRowFactsFragment["outcome"];
const TONES: Record<Outcome, BadgeTone> = { ACCEPTED: "accent", ADDED: "good", EXISTS: "quiet", REJECTED: "loss" };
const OUTCOMES = Object.keys(TONES) as readonly Outcome[];
const FILTERS = ["outcome"] as const;
const COLUMNS = ["line", "outcome", "programme", "recipient", "term", "message"] as const;

export function RowsReport({ importId }: { readonly importId: string }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const state = useAddressFilter(FILTERS);
  const {
    data: current,
    previousData,
    error,
    refetch,
    fetchMore,
    networkStatus,
  } = useQuery(ImportRowsDocument, {
    variables: { id: importId, outcome: oneOf(OUTCOMES, state.filter.outcome) },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const connection = (current ?? (error === undefined ? previousData : undefined))?.agreementImport.rows;
  const daysOf = ({ startsOn, endsOn }: ImportRowFactsFragment): string =>
    [startsOn, endsOn].flatMap((day) => (day === null ? [] : [format.day(day)])).join(" – ") || "–";
  return (
    <>
      <FilterBar
        state={state}
        fields={[
          {
            name: "outcome",
            label: formatMessage({ id: "imports.rows.outcome" }),
            options: OUTCOMES.map((value) => ({ value, label: formatMessage({ id: `imports.outcome.${value}` }) })),
          },
        ]}
      />
      <PagedList
        connection={connection}
        error={error}
        isFetchingMore={networkStatus === NetworkStatus.fetchMore}
        onRetry={() => void refetch()}
        onMore={(after) => void fetchMore({ variables: { after } })}
        none={<FormattedMessage id="imports.rows.none" />}
        onClear={state.isNarrowed ? state.clear : undefined}
      >
        <DataTable
          label={formatMessage({ id: "imports.rows" })}
          isBusy={current === undefined}
          columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `imports.row.${key}` }) }))}
          rows={(connection?.edges ?? []).map(({ node: row }) => ({
            key: String(row.line),
            cells: [
              <FormattedMessage key="line" id="imports.line" values={{ line: row.line }} />,
              <Badge key="outcome" tone={TONES[row.outcome]}>
                <FormattedMessage id={`imports.outcome.${row.outcome}`} />
              </Badge>,
              visibleControls(row.programmeId ?? "–"),
              row.planId === null || row.outcome === "ACCEPTED" ? (
                visibleControls(row.recipient ?? "–")
              ) : (
                <Link key="plan" to={`/administration/agreements/${row.planId}`}>
                  {visibleControls(row.recipient ?? row.planId)}
                </Link>
              ),
              daysOf(row),
              row.message ?? "–",
            ],
          }))}
        />
      </PagedList>
    </>
  );
}
