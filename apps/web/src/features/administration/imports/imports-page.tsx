/** Imports of agreements: a new one from a file, and those there were (F56). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { PagedList } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { useViewer } from "../../../lib/viewer";
import { EmptyState } from "../../../ui/empty-state";
import { Page } from "../../../ui/page";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { ImportStateBadge } from "./import-words";
import { AgreementImportsDocument, type ImportFactsFragment } from "./imports.generated";
import { UploadCard } from "./upload-card";

const COLUMNS = ["file", "state", "accepted", "existing", "rejected", "by"] as const;
const NUMBERS: ReadonlySet<string> = new Set(["accepted", "existing", "rejected"]);

export default function ImportsPage() {
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const pages = readPages(useQuery(AgreementImportsDocument, PAGED), (data) => data.agreementImports);
  return (
    <Page title={formatMessage({ id: "imports.title" })} lead={<FormattedMessage id="imports.lead" />}>
      {staffRights.includes("MANAGE_AGREEMENTS") && <UploadCard />}
      <PagedList pages={pages} none={<EmptyState title={<FormattedMessage id="imports.none" />} />}>
        <ImportTable imports={pages.nodes} />
      </PagedList>
    </Page>
  );
}

function ImportTable({ imports }: { readonly imports: readonly ImportFactsFragment[] }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return (
    <DataTable
      label={formatMessage({ id: "imports.title" })}
      columns={COLUMNS.map((key) => ({
        key,
        name: formatMessage({ id: `imports.column.${key}` }),
        isNumber: NUMBERS.has(key),
      }))}
      rows={imports.map((one) => ({
        key: one.id,
        cells: [
          <span key="file" className={styles.title}>
            <Link to={`/administration/imports/${one.id}`}>{visibleControls(one.fileName)}</Link>
            <span className={styles.quiet}>{format.stamp(one.createdAt)}</span>
          </span>,
          <ImportStateBadge key="state" state={one.state} />,
          format.number(one.accepted),
          format.number(one.existing),
          format.number(one.rejected),
          visibleControls(one.createdBy?.name ?? "–"),
        ],
      }))}
    />
  );
}
