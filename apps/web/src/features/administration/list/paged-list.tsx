/** A list that grows: its rows, what stands there while it loads, when it fails or finds nothing, and the button for the rest. */
import { Button } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { useRefusalText } from "../../../lib/refusal-text";
import { EmptyState } from "../../../ui/empty-state";
import { FailureNotice } from "../../../ui/failure-notice";
import { LoadMore } from "../../../ui/load-more";
import { RowSkeletons } from "../../../ui/skeletons";

interface Connection {
  readonly totalCount: number | null;
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Props {
  /** Undefined while nothing is there yet. */
  readonly connection: Connection | undefined;
  readonly error: unknown;
  readonly isFetchingMore: boolean;
  readonly onRetry: () => void;
  readonly onMore: (after: string | null) => void;
  /** What to say when there is nothing. */
  readonly none: ReactNode;
  /** There: filters narrow the list, and can be taken off. */
  readonly onClear?: () => void;
  readonly children: ReactNode;
}

export function PagedList({ connection, error, isFetchingMore, onRetry, onMore, none, onClear, children }: Props) {
  const refusalText = useRefusalText();
  if (connection === undefined)
    return error === undefined ? <RowSkeletons /> : <FailureNotice text={refusalText(error)} onRetry={onRetry} />;
  if (connection.edges.length === 0)
    return onClear === undefined ? (
      <EmptyState title={none} />
    ) : (
      <EmptyState
        icon={<IconSearchOff size={28} />}
        title={<FormattedMessage id="administration.none.narrowed" />}
        action={
          <Button variant="default" onClick={onClear}>
            <FormattedMessage id="requests.filter.clear" />
          </Button>
        }
      />
    );
  return (
    <>
      {children}
      <LoadMore
        shown={connection.edges.length}
        total={connection.totalCount}
        hasMore={connection.pageInfo.hasNextPage}
        isBusy={isFetchingMore}
        onMore={() => onMore(connection.pageInfo.endCursor)}
      />
    </>
  );
}
