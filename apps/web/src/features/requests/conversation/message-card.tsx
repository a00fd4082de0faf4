/** What somebody wrote: who, when, through which channel, the words, the files; one's own can be corrected for a while (R91, F42). */
import { Button } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Badge } from "../../../ui/badge";
import { Initials } from "../../../ui/initials";
import { MessageText } from "../../../ui/message-text";
import { OutcomePlace } from "../../../ui/outcome-place";
import { visibleControls } from "../../../ui/visible-controls";
import { AttachmentList } from "../../files";
import styles from "./conversation.module.css";
import { EditForm } from "./edit-form";
import { InternalMark } from "./internal-mark";
import { MailBody, MailMark } from "./mail-parts";
import type { TimelineItem } from "./timeline-item";

interface FrameProps {
  readonly name: string;
  readonly at: string;
  readonly isFromSupport: boolean;
  /** Support alone reads it. */
  readonly isInternal?: boolean;
  /** A program wrote it: it stands back. */
  readonly isQuiet?: boolean;
  /** After the name: badges, marks. */
  readonly marks?: ReactNode;
  /** At the end of the head. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The card of a message; the problem description is the first of them. */
export function MessageFrame(props: FrameProps) {
  const { name, at, isFromSupport, isInternal = false, isQuiet = false, marks, action, children } = props;
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  return (
    <article
      className={styles.message}
      data-support={isFromSupport || undefined}
      data-internal={isInternal || undefined}
      data-quiet={isQuiet || undefined}
      aria-label={formatMessage({ id: "conversation.message" }, { name, at: format.instant(at, zone) })}
    >
      <Initials name={name} isAccent={isFromSupport} />
      <div className={styles.card}>
        <header className={styles.head}>
          <strong>{visibleControls(name)}</strong>
          {isInternal && <InternalMark />}
          {isFromSupport && !isInternal && (
            <Badge>
              <FormattedMessage id="requests.actor.support" />
            </Badge>
          )}
          <time className={styles.when} dateTime={at} title={format.instant(at, zone)}>
            {format.clock(at, zone)}
          </time>
          {marks}
          {action !== undefined && <span className={styles.action}>{action}</span>}
        </header>
        <div className={styles.body}>{children}</div>
      </div>
    </article>
  );
}

export function MessageCard({ entry }: { readonly entry: TimelineItem }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const [isEditing, setEditing] = useState(false);
  const { isFromSupport, text } = entry;
  const isByMail = entry.channel === "MAIL";
  const name =
    entry.actor.name ?? formatMessage({ id: isFromSupport ? "requests.actor.support" : "requests.actor.somebody" });
  return (
    <MessageFrame
      name={name}
      at={entry.createdAt}
      isFromSupport={isFromSupport}
      isInternal={entry.isInternal}
      marks={
        <>
          {isByMail && <MailMark mail={entry.mail} />}
          {entry.channel === "API" && (
            <span className={styles.mark}>
              <IconPlugConnected size={14} aria-hidden /> <FormattedMessage id="conversation.byApi" />
            </span>
          )}
          {entry.editedAt !== null && (
            <span className={styles.mark} title={format.instant(entry.editedAt, zone)}>
              <FormattedMessage id="conversation.edited" />
            </span>
          )}
        </>
      }
      action={
        entry.canEdit && !isEditing ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            <FormattedMessage id="conversation.edit" />
          </Button>
        ) : undefined
      }
    >
      <OutcomePlace>
        {isEditing ? (
          <EditForm entryId={entry.id} text={text ?? ""} onEnd={() => setEditing(false)} />
        ) : isByMail ? (
          <MailBody entry={entry} />
        ) : (
          text !== null && <MessageText markdown={text} />
        )}
      </OutcomePlace>
      {entry.attachments.length > 0 && <AttachmentList files={entry.attachments} />}
    </MessageFrame>
  );
}
