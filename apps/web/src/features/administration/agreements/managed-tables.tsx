/** Who registered an agreement, and every change of its balance (F16, F18). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { CardSkeletons } from "../../../ui/skeletons";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import {
  AgreementHoldersDocument,
  type AgreementHoldersQuery,
  type ManagedLedgerLineFragment,
} from "./managed.generated";

type Holder = AgreementHoldersQuery["managedAgreement"]["holders"]["nodes"][number];

export function HoldersCard({ planId }: { readonly planId: string }) {
  const answer = useQuery(AgreementHoldersDocument, { variables: { id: planId }, ...WHOLE });
  const holders = useWhole(answer, (data) => data.managedAgreement.holders);
  if (holders === undefined)
    return <Waiting error={answer.error} refetch={answer.refetch} shape={<CardSkeletons count={1} />} />;
  return (
    <Card title={<FormattedMessage id="managed.holders" values={{ count: holders.length }} />}>
      {holders.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage id="managed.holders.none" />
        </p>
      ) : (
        <HolderTable holders={holders} />
      )}
    </Card>
  );
}

function HolderTable({ holders }: { readonly holders: readonly Holder[] }) {
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
