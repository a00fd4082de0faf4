/** The request that is open beside the queue: to be taken or given away, or one's own with all that belongs to it (F52). */

import { mayReassign } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { askAgain } from "../../lib/ask-again";
import { useCommand } from "../../lib/commands/use-command";
import { useViewer } from "../../lib/viewer";
import { Waiting } from "../../lib/waiting";
import { CommandProblem } from "../../ui/command-problem";
import { RowSkeletons } from "../../ui/skeletons";
import { HandOver } from "./hand-over";
import { OwnRequest } from "./own-request";
import { type Item, QueueItemCard } from "./queue-item";
import { TeamNote, useMayNote } from "./team-note";
import { useTakeKey } from "./use-queue-keys";
import { QueueItemPageDocument, TakeRequestDocument } from "./workspace.generated";
import styles from "./workspace.module.css";

interface Props {
  readonly requestId: string;
  readonly back: string;
  readonly onChange: () => void;
}

export function OpenItem({ requestId, back, onChange }: Props) {
  const { data, error, refetch } = useQuery(QueueItemPageDocument, {
    variables: { id: requestId },
    fetchPolicy: "cache-and-network",
  });
  const changed = (): void => {
    void askAgain(refetch);
    onChange();
  };
  const item = data?.queueItem;
  return (
    <div className={styles.item}>
      <Link className={styles.back} to={back}>
        <FormattedMessage id="workspace.back" />
      </Link>
      {item === undefined && <Waiting error={error} refetch={refetch} shape={<RowSkeletons count={3} />} />}
      {item?.isMine === true && <OwnRequest item={item} onChange={changed} />}
      {item?.isMine === false && <OthersItem item={item} onChange={changed} />}
    </div>
  );
}

interface ItemProps {
  readonly item: Item;
  readonly onChange: () => void;
}

function OthersItem({ item, onChange }: ItemProps) {
  const { account } = useViewer();
  const { formatMessage } = useIntl();
  const taking = useCommand(TakeRequestDocument, {
    done: () => formatMessage({ id: "workspace.taken" }, { number: item.number }),
    onDone: onChange,
  });
  const take = (): void => {
    if (item.canTake) void taking.sendKeyed({ requestId: item.id });
  };
  useTakeKey(take);
  const mayNote = useMayNote(item);
  const canGive = mayReassign(account) && item.status !== "CLOSED";
  return (
    <>
      <CommandProblem command={taking} />
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
