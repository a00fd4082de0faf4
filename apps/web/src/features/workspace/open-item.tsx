/** The request that is open beside the queue; on phones it is alone on the page (F52). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useRefusalText } from "../../lib/refusal-text";
import { FailureNotice } from "../../ui/failure-notice";
import { RowSkeletons } from "../../ui/skeletons";
import { QueueItemCard } from "./queue-item";
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
  const again = () => refetch().catch(() => undefined);
  const taking = useTake(() => {
    void again();
    onChange();
  });
  const item = data?.queueItem;
  const take = (): void => {
    if (item?.canTake === true && !taking.isBusy) void taking.take(item.id);
  };
  useTakeKey(take);
  return (
    <div className={styles.item}>
      <Link className={styles.back} to={back}>
        <FormattedMessage id="workspace.back" />
      </Link>
      {taking.problem !== null && <FailureNotice text={taking.problem} />}
      {item === undefined && error === undefined && <RowSkeletons count={3} />}
      {item === undefined && error !== undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {item !== undefined && (
        <QueueItemCard
          item={item}
          take={
            item.canTake && (
              <Button loading={taking.isBusy} onClick={take} aria-keyshortcuts="t">
                <FormattedMessage id="workspace.take" />
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
