/** One notice: what it tells, of which request, when; leads there (F71, F72). */
import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCircleCheck,
  IconClockExclamation,
  IconInbox,
  IconKey,
  IconMessage,
  IconProgress,
  IconUserCheck,
  IconUserPlus,
} from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { visibleControls } from "../../ui/visible-controls";
import type { NoticeKind, NoticeLineFragment } from "./notices.generated";
import styles from "./notices.module.css";

const ICONS: Record<NoticeKind, typeof IconInbox> = {
  ADDED_AS_CONTACT: IconUserPlus,
  REPLY: IconMessage,
  STATUS_CHANGED: IconProgress,
  CLOSING_SOON: IconClockExclamation,
  CLOSED: IconCircleCheck,
  NEW_WORK: IconInbox,
  ASSIGNED: IconUserCheck,
  CUSTOMER_REPLY: IconMessage,
  NEAR_BREACH: IconClockExclamation,
  BREACHED: IconAlertTriangle,
  ACCESS_ASKED: IconKey,
  SPLIT_PROPOSED: IconArrowsSplit2,
};

interface Props {
  readonly notice: NoticeLineFragment;
  readonly onOpen: (id: string) => void;
  /** In the narrow list under the bell. */
  readonly isShort?: boolean;
}

export function NoticeLine({ notice, onOpen, isShort = false }: Props) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const Icon = ICONS[notice.kind];
  const content = (
    <>
      <span className={styles.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.kind}>
          <FormattedMessage id={`notices.kind.${notice.kind}`} />
          {notice.readAt === null && (
            <span className={styles.unread}>
              <span className="only-for-readers">
                <FormattedMessage id="notices.unreadMark" />
              </span>
            </span>
          )}
        </span>
        <span className={styles.title}>
          {notice.title === null ? <FormattedMessage id="notices.outOfSight" /> : visibleControls(notice.title)}
        </span>
        <time className={styles.when} dateTime={notice.createdAt}>
          {isShort ? format.stamp(notice.createdAt, zone) : format.clock(notice.createdAt, zone)}
          {!isShort && notice.number !== null && ` · ${notice.number}`}
        </time>
      </span>
    </>
  );
  const classes = `${styles.line} ${notice.readAt === null ? styles.isUnread : ""}`;
  if (notice.request === null) return <div className={classes}>{content}</div>;
  const isAboutContacts = notice.kind === "ACCESS_ASKED";
  return (
    <Link
      className={classes}
      to={`/requests/${notice.request.id}${isAboutContacts ? "?tab=contacts" : ""}`}
      onClick={() => notice.readAt === null && onOpen(notice.id)}
    >
      {content}
    </Link>
  );
}
