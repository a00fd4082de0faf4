/** What happened on a request, oldest first. */
import {
  IconCircleCheck,
  IconMessage,
  IconProgress,
  IconRefresh,
  IconSend,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
} from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import styles from "./request-page.module.css";
import type { RequestPageQuery, TimelineEntryKind } from "./requests.generated";

type Entry = RequestPageQuery["request"]["timeline"]["edges"][number]["node"];

const ICONS: Record<TimelineEntryKind, typeof IconSend> = {
  SUBMITTED: IconSend,
  ASSIGNED: IconUserCheck,
  REPLY: IconMessage,
  STATUS_CHANGED: IconProgress,
  CONTACT_ADDED: IconUserPlus,
  CONTACT_REMOVED: IconUserMinus,
  CLOSED: IconCircleCheck,
  REOPENED: IconRefresh,
};

export function Timeline({ entries, zone }: { readonly entries: readonly Entry[]; readonly zone: string }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { account } = useViewer();
  return (
    <ol className={styles.timeline}>
      {entries.map((entry) => {
        const Icon = ICONS[entry.kind];
        const status = entry.status === null ? "" : formatMessage({ id: `requests.status.${entry.status}` });
        const actor =
          entry.actorName ??
          formatMessage({ id: entry.isFromSupport ? "requests.actor.support" : "requests.actor.somebody" });
        return (
          <li key={entry.id} className={styles.entry} data-support={entry.isFromSupport || undefined}>
            <span className={styles.dot}>
              <Icon size={18} aria-hidden />
            </span>
            <div className={styles.what}>
              <p>
                <FormattedMessage
                  id={`requests.entry.${entry.kind}`}
                  values={{ actor: <strong>{actor}</strong>, status }}
                />
              </p>
              <p className={styles.quiet}>
                <time dateTime={entry.at}>{format.instant(entry.at, account.profile?.timeZone ?? zone)}</time>
              </p>
              {entry.text !== null && (
                <p className={styles.text} dir="auto">
                  {entry.text}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
