/** The end of a list that grows: how much is shown, and the button for the rest. */
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import styles from "./load-more.module.css";

interface Props {
  readonly shown: number;
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}

export function LoadMore({ shown, total, hasMore, isBusy, onMore }: Props) {
  return (
    <div className={styles.more}>
      <span className={styles.count} role="status">
        {total === null ? (
          <FormattedMessage id="ui.shown" values={{ shown }} />
        ) : (
          <FormattedMessage id="ui.shownOf" values={{ shown, total }} />
        )}
      </span>
      {hasMore && (
        <Button variant="default" loading={isBusy} onClick={onMore}>
          <FormattedMessage id="ui.loadMore" />
        </Button>
      )}
    </div>
  );
}
