/** What becomes of each row of a file, those that were rejected first to be seen; the outcome lives in the address (F56). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useAddressFilter } from "../../../lib/list/address-filter";
import { PagedList } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { visibleControls } from "../../../ui/visible-controls";
import { DataTable } from "../list/data-table";
import { FilterBar } from "../list/filter-bar";
import { NothingListed } from "../list/nothing-listed";
import { type ImportRowFactsFragment, ImportRowsDocument } from "./imports.generated";

type Outcome = ImportRowFactsFragment["outcome"];
const TONES: Record<Outcome, BadgeTone> = { ACCEPTED: "accent", ADDED: "good", EXISTS: "quiet", REJECTED: "loss" };
const OUTCOMES = Object.keys(TONES) as readonly Outcome[];
const FILTERS = { outcome: OUTCOMES };
const COLUMNS = ["line", "outcome", "programme", "recipient", "term", "message"] as const;

export function RowsReport({ importId }: { readonly importId: string }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const state = useAddressFilter(FILTERS);
  const pages = readPages(
    useQuery(ImportRowsDocument, { variables: { id: importId, outcome: state.filter.outcome || undefined }, ...PAGED }),
    (data) => data.agreementImport.rows,
  );
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
        pages={pages}
        none={<NothingListed title={<FormattedMessage id="imports.rows.none" />} state={state} />}
      >
        <DataTable
          label={formatMessage({ id: "imports.rows" })}
          isBusy={pages.isOld}
          columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `imports.row.${key}` }) }))}
          rows={pages.nodes.map((row) => ({
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
