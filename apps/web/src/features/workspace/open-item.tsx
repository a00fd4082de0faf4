/** The request that is open beside the queue: to be taken or given away, or one's own with all that belongs to it (F52). */
import { mayReassign } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useMemo } from "react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useRefusalText } from "../../lib/refusal-text";
import { type ReplyToolsProps, useRequestDesk } from "../../lib/request-desk";
import { useViewer } from "../../lib/viewer";
import { FailureNotice } from "../../ui/failure-notice";
import { RowSkeletons } from "../../ui/skeletons";
import { CannedReplies } from "./canned-replies";
import { HandOver } from "./hand-over";
import { type Item, QueueItemCard } from "./queue-item";
import { Routing } from "./routing";
import { TeamNote, useMayNote } from "./team-note";
import { useTakeKey } from "./use-queue-keys";
import { useTake } from "./use-take";
import { QueueItemPageDocument } from "./workspace.generated";
import styles from "./workspace.module.css";

interface Props {
  readonly requestId: string;
  readonly back: string;
  readonly onChange: () => void;
}

export function OpenItem({ requestId, back, onChange }: Props) {
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(QueueItemPageDocument, {
    variables: { id: requestId },
    fetchPolicy: "cache-and-network",
  });
  const changed = (): void => {
    void refetch().catch(() => undefined);
    onChange();
  };
  const item = data?.queueItem;
  return (
    <div className={styles.item}>
      <Link className={styles.back} to={back}>
        <FormattedMessage id="workspace.back" />
      </Link>
      {item === undefined && error === undefined && <RowSkeletons count={3} />}
      {item === undefined && error !== undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch().catch(() => undefined)} />
      )}
      {item?.isMine === true && <OwnItem item={item} onChange={changed} />}
      {item?.isMine === false && <OthersItem item={item} onChange={changed} />}
    </div>
  );
}

interface ItemProps {
  readonly item: Item;
  readonly onChange: () => void;
}

function OwnItem({ item, onChange }: ItemProps) {
  const Desk = useRequestDesk();
  const { id, language } = item;
  const ReplyTools = useMemo(
    () =>
      function ReplyTools(props: ReplyToolsProps) {
        return <CannedReplies {...props} requestId={id} language={language?.toLowerCase() ?? null} />;
      },
    [id, language],
  );
  if (Desk === null) return null;
  const isOpen = item.status !== "CLOSED";
  return (
    <Desk
      requestId={id}
      deeds={isOpen && <HandOver requestId={id} isOwner engineerId={item.engineer?.id ?? null} onDone={onChange} />}
      facts={item.routing !== null && <Routing routing={item.routing} />}
      ReplyTools={ReplyTools}
    />
  );
}

function OthersItem({ item, onChange }: ItemProps) {
  const { account } = useViewer();
  const taking = useTake(onChange);
  const take = (): void => {
    if (item.canTake && !taking.isBusy) void taking.take(item.id);
  };
  useTakeKey(take);
  const mayNote = useMayNote(item);
  const canGive = mayReassign(account) && item.status !== "CLOSED";
  return (
    <>
      {taking.problem !== null && <FailureNotice text={taking.problem} />}
      <QueueItemCard
        item={item}
        deeds={
          item.canTake || canGive || mayNote ? (
            <>
              {item.canTake && (
                <Button loading={taking.isBusy} onClick={take} aria-keyshortcuts="t">
                  <FormattedMessage id="workspace.take" />
                </Button>
              )}
              {mayNote && <TeamNote requestId={item.id} />}
              {canGive && (
                <HandOver
                  requestId={item.id}
                  isOwner={false}
                  engineerId={item.engineer?.id ?? null}
                  onDone={onChange}
                />
              )}
            </>
          ) : undefined
        }
      />
    </>
  );
}
