/** What a program answered by mail: kept and quiet; one press makes it a message where a person wrote it after all (F50). */
import { Button } from "@mantine/core";
import { IconRobot } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { Badge } from "../../../ui/badge";
import { CommandProblem } from "../../../ui/command-problem";
import { AttachmentList } from "../../files";
import { MarkAsMessageDocument } from "../request-page.generated";
import styles from "./conversation.module.css";
import { MailBody, MailMark } from "./mail-parts";
import { MessageFrame } from "./message-card";
import type { TimelineItem } from "./timeline-item";

interface Props {
  readonly entry: TimelineItem;
  /** The timeline has one entry more. */
  readonly onMarked: () => Promise<void>;
}

export function AutomaticReply({ entry, onMarked }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(MarkAsMessageDocument, {
    done: () => formatMessage({ id: "conversation.automatic.marked" }),
    onDone: onMarked,
  });
  const kind = entry.mail?.automatic ?? "OTHER";
  const press = () => command.sendKeyed({ entryId: entry.id });
  return (
    <MessageFrame
      name={entry.actor.name ?? formatMessage({ id: "requests.actor.somebody" })}
      at={entry.createdAt}
      isFromSupport={false}
      isQuiet
      marks={
        <>
          <Badge icon={<IconRobot size={14} aria-hidden />}>
            <FormattedMessage id={`conversation.automatic.${kind}`} />
          </Badge>
          <MailMark mail={entry.mail} />
        </>
      }
      action={
        entry.canMarkAsMessage ? (
          <Button variant="default" size="compact-sm" loading={command.isBusy} onClick={() => void press()}>
            <FormattedMessage id="conversation.automatic.mark" />
          </Button>
        ) : undefined
      }
    >
      <CommandProblem command={command} />
      <MailBody entry={entry} />
      {entry.attachments.length > 0 && <AttachmentList files={entry.attachments} />}
      <p className={styles.quiet}>
        <FormattedMessage id="conversation.automatic.text" />
      </p>
    </MessageFrame>
  );
}
