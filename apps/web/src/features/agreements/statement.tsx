/** The ledger of a plan as a bank's statement: date, what, change, balance; of other holders’ requests only date and incidents (R11, F16). */
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import type { StatementLineFragment } from "./agreements.generated";
import styles from "./agreements.module.css";

/** Reasons with a sentence; a free text is shown as it is. */
const REASONS: ReadonlySet<string> = new Set([
  "DUPLICATE",
  "PRODUCT_DEFECT",
  "NOT_CHARGEABLE",
  "CANCELLED_BEFORE_ASSIGNMENT",
  "OPENING_BALANCE",
  "PLAN_ENDED",
  "PURCHASE_REFUNDED",
  "REFUND_FAILED",
]);

interface StatementProps {
  readonly lines: readonly StatementLineFragment[];
  /** Of the plan: its days are reckoned in it. */
  readonly timeZone: string;
}

export function Statement({ lines, timeZone }: StatementProps) {
  const { formatMessage, formatNumber } = useIntl();
  const format = useFormatters();
  const balance = formatMessage({ id: "plans.statement.balance" });
  return (
    <table className={styles.statement}>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="plans.statement.date" />
          </th>
          <th scope="col">
            <FormattedMessage id="plans.statement.what" />
          </th>
          <th scope="col" className={styles.amount}>
            <FormattedMessage id="plans.statement.change" />
          </th>
          <th scope="col" className={styles.amount}>
            {balance}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              {format.day(line.on)}
              {line.isOwn && <span className={styles.quiet}> {format.clock(line.createdAt, timeZone)}</span>}
            </td>
            <td>
              <What line={line} />
            </td>
            <td className={`${styles.amount} ${line.incidents > 0 ? styles.gain : ""}`}>
              {formatNumber(line.incidents, { signDisplay: "exceptZero" })}
            </td>
            <td className={styles.amount} data-label={balance}>
              {line.balanceAfter === null ? "∞" : format.number(line.balanceAfter)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function What({ line }: { readonly line: StatementLineFragment }) {
  const { formatMessage } = useIntl();
  const isOthers = !line.isOwn && (line.kind === "CONSUME" || line.kind === "REFUND");
  const reason =
    line.reason === null
      ? null
      : REASONS.has(line.reason)
        ? formatMessage({ id: `plans.reason.${line.reason}` })
        : line.reason;
  return (
    <>
      <p>
        <FormattedMessage id={isOthers ? `plans.ledger.${line.kind}.others` : `plans.ledger.${line.kind}`} />
      </p>
      {line.requestNumber !== null && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="plans.ledger.request"
            values={{
              number:
                line.request === null ? (
                  line.requestNumber
                ) : (
                  <Link to={`/requests/${line.request.id}`}>{line.requestNumber}</Link>
                ),
            }}
          />
        </p>
      )}
      {line.actorName !== null && <p className={styles.quiet}>{line.actorName}</p>}
      {reason !== null && <p className={styles.quiet}>{reason}</p>}
    </>
  );
}
