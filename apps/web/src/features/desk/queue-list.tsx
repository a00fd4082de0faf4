/** The requests of one view: what is due first, then what it is about and whose it is (F52). */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { visibleControls } from "../../ui/visible-controls";
import { DueBadge, SeverityBadge, StatusBadge } from "./queue-words";
import type { QueueRowFragment } from "./workspace.generated";
import styles from "./workspace.module.css";

interface Props {
  readonly label: string;
  readonly items: readonly QueueRowFragment[];
  readonly chosenId: string | undefined;
  /** Kept on the way to a request and back. */
  readonly address: string;
}

export function QueueList({ label, items, chosenId, address }: Props) {
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <Link
            className={styles.row}
            to={`/queue/${item.id}${address}`}
            data-queue-row={item.id}
            aria-current={item.id === chosenId ? "true" : undefined}
            preventScrollReset
          >
            <QueueRow item={item} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function QueueRow({ item }: { readonly item: QueueRowFragment }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  return (
    <>
      <span className={styles.badges}>
        <DueBadge firstResponse={item.firstResponse} />
        <SeverityBadge severity={item.severity} />
        <StatusBadge status={item.status} />
      </span>
      <strong className={styles.title}>{visibleControls(item.title ?? item.productVersion.name)}</strong>
      <span className={styles.quiet}>
        {[item.number, item.title === null ? null : item.productVersion.name, item.team?.name]
          .filter((one) => one != null)
          .join(" · ")}
      </span>
      <span className={styles.quiet}>
        {item.engineer === null ? <FormattedMessage id="workspace.nobody" /> : visibleControls(item.engineer.name)}
        {" · "}
        {format.stamp(item.createdAt, zone)}
      </span>
    </>
  );
}
