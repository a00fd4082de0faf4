/** The requests as a table on wide screens and as cards on phones; whose turn it is comes first. */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { visibleControls } from "../../ui/visible-controls";
import { SeverityBadge, StatusBadge, TurnBadge } from "./request-words";
import type { RequestRowFragment } from "./requests.generated";
import styles from "./requests.module.css";

const COLUMNS = ["turn", "title", "severity", "status", "role", "updated"] as const;

interface Props {
  readonly requests: readonly RequestRowFragment[];
  readonly isBusy: boolean;
  readonly label: string;
  /** Requests with notices that were not read. */
  readonly unreadIds: ReadonlySet<string>;
}

export function RequestTable({ requests, isBusy, label, unreadIds }: Props) {
  const format = useFormatters();
  return (
    <div className={styles.frame} aria-busy={isBusy}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === "role" ? styles.wide : undefined}>
                <FormattedMessage id={`requests.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <td>
                <TurnBadge turn={request.turn} />
              </td>
              <td className={styles.titleCell}>
                <div className={styles.title}>
                  <span className={unreadIds.has(request.id) ? styles.unread : undefined}>
                    <Link to={`/requests/${request.id}`}>{visibleControls(request.title)}</Link>
                    {unreadIds.has(request.id) && (
                      <span className={styles.dot}>
                        <span className="only-for-readers">
                          <FormattedMessage id="requests.unread" />
                        </span>
                      </span>
                    )}
                  </span>
                  <span className={styles.quiet}>
                    {request.number} · {request.productVersion.name}
                  </span>
                </div>
              </td>
              <td>
                <SeverityBadge severity={request.severity} />
              </td>
              <td>
                <StatusBadge status={request.status} />
              </td>
              <td className={`${styles.quiet} ${styles.wide}`}>
                {request.viewerRole !== null && <FormattedMessage id={`requests.role.${request.viewerRole}`} />}
              </td>
              <td className={styles.quiet}>
                <time dateTime={request.updatedAt}>{format.stamp(request.updatedAt)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
