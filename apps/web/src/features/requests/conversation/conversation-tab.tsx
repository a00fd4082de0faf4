/** The conversation: the problem, everything that was written and happened since, and where to write (R90, R91). */
import { DAY } from "@accord/domain";
import { Button } from "@mantine/core";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { now as clockNow } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";
import { useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { Badge } from "../../../ui/badge";
import { FailureNotice } from "../../../ui/failure-notice";
import { LiveRegion } from "../../../ui/live-region";
import { MessageText } from "../../../ui/message-text";
import { RowSkeletons } from "../../../ui/skeletons";
import { visibleControls } from "../../../ui/visible-controls";
import { AfterConversation } from "../actions/after-conversation";
import type { RequestPageQuery } from "../request-page.generated";
import { AutomaticReply } from "./automatic-reply";
import { Composer, type ComposerProps } from "./composer";
import styles from "./conversation.module.css";
import { DialogueTranscript } from "./dialogue-transcript";
import { EventLine } from "./event-line";
import { MessageCard, MessageFrame } from "./message-card";
import { dayIn, streamItems } from "./stream-items";
import type { TimelineItem } from "./timeline-item";
import { useTimeline } from "./use-timeline";

/** From here on it is worth jumping to the end. */
const LONG = 8;

interface Props {
  readonly request: RequestPageQuery["request"];
  /** Where to write, instead of the contacts' field. */
  readonly Write?: ComponentType<ComposerProps>;
}

export function ConversationTab({ request, Write }: Props) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const zone = useViewer().account.profile?.timeZone;
  const composer = useRef<HTMLTextAreaElement>(null);
  const timeline = useTimeline(request.id);
  const { entries, loadNewer } = timeline;
  // The submission is told by the card of the problem.
  const submitter = entries?.find((entry) => entry.kind === "SUBMITTED")?.actor.name ?? null;
  const items = streamItems(entries?.filter((entry) => entry.kind !== "SUBMITTED") ?? [], zone);
  const write = (): void => composer.current?.focus();
  return (
    <>
      {items.length > LONG && request.viewerCan.reply && (
        <div className={styles.jump}>
          <Button variant="subtle" size="compact-sm" onClick={write}>
            <FormattedMessage id="conversation.jump" />
          </Button>
        </div>
      )}
      <ol className={styles.stream} aria-label={formatMessage({ id: "conversation.tab" })}>
        <li className={styles.day}>
          <Day at={request.createdAt} />
        </li>
        {request.dialogueTranscript !== null && (
          <li>
            <DialogueTranscript transcript={request.dialogueTranscript} />
          </li>
        )}
        <li>
          <MessageFrame
            name={submitter ?? formatMessage({ id: "requests.actor.somebody" })}
            at={request.createdAt}
            isFromSupport={false}
            marks={
              <Badge>
                <FormattedMessage id="requests.description" />
              </Badge>
            }
          >
            <MessageText markdown={request.description} />
          </MessageFrame>
        </li>
        {timeline.hasOlder && (
          <li className={styles.older}>
            <Button variant="default" size="xs" loading={timeline.isLoadingOlder} onClick={timeline.loadOlder}>
              <FormattedMessage id="conversation.older" />
            </Button>
          </li>
        )}
        {items.map((item) => {
          if (item.kind === "entry") return <Entry key={item.key} entry={item.entry} onMarked={loadNewer} />;
          const isSaid = !timeline.hasOlder && item.key === dayIn(request.createdAt, zone);
          return isSaid ? null : (
            <li key={item.key} className={styles.day}>
              <Day at={item.at} />
            </li>
          );
        })}
      </ol>
      {timeline.error !== undefined && (
        <FailureNotice text={refusalText(timeline.error)} onRetry={() => void loadNewer()} />
      )}
      {entries === null && timeline.error === undefined && <RowSkeletons count={2} />}
      {entries !== null && <Announcement entries={entries} />}
      <AfterConversation request={request} onWrite={write} onDone={() => void loadNewer()} />
      {Write !== undefined && <Write ref={composer} request={request} onSent={loadNewer} />}
      {Write === undefined && request.viewerCan.reply && (
        <Composer ref={composer} request={request} onSent={loadNewer} />
      )}
    </>
  );
}

interface EntryProps {
  readonly entry: TimelineItem;
  readonly onMarked: () => Promise<void>;
}

function Entry({ entry, onMarked }: EntryProps) {
  if (entry.kind === "AUTO_REPLY")
    return (
      <li>
        <AutomaticReply entry={entry} onMarked={onMarked} />
      </li>
    );
  if (entry.kind !== "REPLY" && entry.kind !== "NOTE") return <EventLine entry={entry} />;
  return (
    <li>
      <MessageCard entry={entry} />
    </li>
  );
}

/** "Today", "Yesterday", else the day with its name. */
function Day({ at }: { readonly at: string }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const days = Math.round(
    (Date.parse(dayIn(at, zone)) - Date.parse(dayIn(new Date(clockNow()).toISOString(), zone))) / DAY,
  );
  return <span>{days === 0 || days === -1 ? format.inDays(days) : format.weekday(at, zone)}</span>;
}

/** Says to readers that somebody else wrote while the page was open. */
function Announcement({ entries }: { readonly entries: readonly TimelineItem[] }) {
  const { formatMessage } = useIntl();
  const last = useRef(entries.at(-1)?.id ?? "");
  const [name, setName] = useState("");
  useEffect(() => {
    // Ids are time-ordered; older pages are no news.
    const added = entries.filter((entry) => entry.id > last.current && entry.kind === "REPLY" && !entry.canEdit);
    last.current = entries.at(-1)?.id ?? last.current;
    const newest = added.at(-1);
    if (newest !== undefined) setName(visibleControls(newest.actor.name ?? ""));
  }, [entries]);
  return <LiveRegion>{name === "" ? "" : formatMessage({ id: "conversation.new" }, { name })}</LiveRegion>;
}
