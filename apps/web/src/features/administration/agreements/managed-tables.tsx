/** Who registered an agreement, and every change of its balance (F16, F18). */
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import type { ManagedFactsFragment, ManagedLedgerLineFragment } from "./managed.generated";

export function HolderTable({ holders }: { readonly holders: ManagedFactsFragment["holders"] }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const mayReadAccounts = useViewer().staffRights.includes("READ_ACCOUNTS");
  const columns = ["account", "used", "registered"] as const;
  return (
    <DataTable
      label={formatMessage({ id: "managed.holders.table" })}
      columns={columns.map((key) => ({
        key,
        name: formatMessage({ id: `managed.holders.${key}` }),
        isNumber: key === "used",
      }))}
      rows={holders.map(({ account, incidentsUsed, registeredAt }) => ({
        key: account.id,
        cells: [
          <span key="account" className={styles.title}>
            {mayReadAccounts ? (
              <Link to={`/administration/people/${account.id}`}>{visibleControls(account.name)}</Link>
            ) : (
              <span>{visibleControls(account.name)}</span>
            )}
            <span className={styles.quiet}>
              {account.email} · <FormattedMessage id={`account.kind.${account.kind}`} />
            </span>
          </span>,
          format.number(incidentsUsed),
          format.stamp(registeredAt),
        ],
      }))}
    />
  );
}

export function LedgerTable({ lines }: { readonly lines: readonly ManagedLedgerLineFragment[] }) {
  const { formatMessage, formatNumber } = useIntl();
  const format = useFormatters();
  const columns = ["what", "date", "change", "balance"] as const;
  return (
    <DataTable
      label={formatMessage({ id: "managed.ledger" })}
      columns={columns.map((key) => ({
        key,
        name: formatMessage({ id: `plans.statement.${key}` }),
        isNumber: key === "change" || key === "balance",
      }))}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <span key="what" className={styles.title}>
            <span>
              <FormattedMessage id={`plans.ledger.${line.kind}`} />
            </span>
            <span className={styles.quiet}>
              {[line.requestNumber, line.actor?.name, line.reason]
                .flatMap((part) => (part == null ? [] : [visibleControls(part)]))
                .join(" · ")}
            </span>
          </span>,
          format.stamp(line.at),
          <span key="change" className={line.incidents > 0 ? styles.gain : undefined}>
            {formatNumber(line.incidents, { signDisplay: "exceptZero" })}
          </span>,
          line.balanceAfter === null ? "∞" : format.number(line.balanceAfter),
        ],
      }))}
    />
  );
}
