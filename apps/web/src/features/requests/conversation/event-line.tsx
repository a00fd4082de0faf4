/** Something that happened and was not written: one quiet line, with the words that came along. */
import {
  IconAlertTriangle,
  IconArrowRight,
  IconArrowsSplit2,
  IconCircleCheck,
  IconClockExclamation,
  IconFlag,
  IconInfoCircle,
  IconKey,
  IconMail,
  IconMailCheck,
  IconMailX,
  IconPaperclip,
  IconProgress,
  IconReceiptRefund,
  IconRefresh,
  IconSend,
  IconStar,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
} from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { MessageText } from "../../../ui/message-text";
import { visibleControls } from "../../../ui/visible-controls";
import { AttachmentList } from "../../files";
import { useStatusId } from "../perspective";
import styles from "./conversation.module.css";
import { InternalMark } from "./internal-mark";
import type { TimelineItem } from "./timeline-item";

const ICONS: Partial<Record<TimelineItem["kind"], typeof IconSend>> = {
  SUBMITTED: IconSend,
  ASSIGNED: IconUserCheck,
  HANDED_OVER: IconArrowRight,
  STATUS_CHANGED: IconProgress,
  CONTACT_ADDED: IconUserPlus,
  CONTACT_REMOVED: IconUserMinus,
  CONTACT_LEFT: IconUserMinus,
  PRIMARY_CONTACT_CHANGED: IconUserCheck,
  CONTACT_ADDRESS_CHANGED: IconMail,
  CLOSED: IconCircleCheck,
  REOPENED: IconRefresh,
  SEVERITY_CHANGE_ASKED: IconFlag,
  SEVERITY_CHANGED: IconFlag,
  ATTACHMENT_ADDED: IconPaperclip,
  INVITATION_REDEEMED: IconKey,
  ACCESS_ASKED: IconKey,
  MAIL_BOUNCED: IconMailX,
  MARKED_AS_MESSAGE: IconMailCheck,
  INCIDENT_REFUNDED: IconReceiptRefund,
  RATED: IconStar,
  CLOSING_SOON: IconClockExclamation,
  SPLIT_PROPOSED: IconArrowsSplit2,
  SPLIT_DECIDED: IconArrowsSplit2,
  NEAR_BREACH: IconAlertTriangle,
  BREACHED: IconAlertTriangle,
};

export function EventLine({ entry }: { readonly entry: TimelineItem }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const statusId = useStatusId();
  const Icon = ICONS[entry.kind] ?? IconInfoCircle;
  const { isFromSupport, status, severity, subject, text } = entry;
  const { name } = entry.actor;
  const actor = name ?? formatMessage({ id: isFromSupport ? "requests.actor.support" : "requests.actor.somebody" });
  return (
    <li className={styles.event} data-support={isFromSupport || undefined}>
      <span className={styles.dot}>
        <Icon size={16} aria-hidden />
      </span>
      <div className={styles.what}>
        <p>
          <FormattedMessage
            id={`conversation.event.${entry.kind}`}
            values={{
              actor: <strong>{visibleControls(actor)}</strong>,
              who: name === null && !isFromSupport ? "nobody" : "somebody",
              status: status === null ? "" : formatMessage({ id: statusId(status) }),
              severity: severity === null ? "" : formatMessage({ id: `requests.severity.${severity}` }),
              hasSubject: String(subject !== null),
              subject: <strong>{visibleControls(subject ?? "")}</strong>,
            }}
          />{" "}
          <time className={styles.when} dateTime={entry.createdAt}>
            {format.clock(entry.createdAt, zone)}
          </time>{" "}
          {entry.isInternal && <InternalMark />}
        </p>
        {text !== null && (
          <div className={styles.aside}>
            <MessageText markdown={text} />
          </div>
        )}
        {entry.attachments.length > 0 && <AttachmentList files={entry.attachments} />}
      </div>
    </li>
  );
}
