/** A list that grows: what stands there while it loads, when it fails or finds nothing, its rows, and the button for the rest. */
import { Button } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { EmptyState } from "../../ui/empty-state";
import { LoadMore } from "../../ui/load-more";
import { RowSkeletons } from "../../ui/skeletons";
import { Waiting } from "../waiting";
import type { Pages } from "./read-pages";

interface Props {
  readonly pages: Pages<unknown>;
  /** While nothing is there yet. */
  readonly shape?: ReactNode;
  /** When there is nothing. */
  readonly none: ReactNode;
  /** Says how many there are also when all are shown. */
  readonly isCounted?: boolean;
  readonly children: ReactNode;
}

export function PagedList({ pages, shape = <RowSkeletons />, none, isCounted = true, children }: Props) {
  const { error, nodes, totalCount, refetch } = pages;
  if (totalCount === undefined) return <Waiting error={error} refetch={refetch} shape={shape} />;
  if (nodes.length === 0) return none;
  return (
    <>
      {children}
      <MorePages pages={pages} isCounted={isCounted} />
    </>
  );
}

/** The end of a list that stands among other things. */
export function MorePages({ pages, isCounted = false }: Pick<Props, "pages" | "isCounted">) {
  const { nodes, totalCount = null, hasMore, isFetchingMore, more } = pages;
  if (!isCounted && !hasMore) return null;
  return <LoadMore shown={nodes.length} total={totalCount} hasMore={hasMore} isBusy={isFetchingMore} onMore={more} />;
}

interface NothingProps {
  readonly title: ReactNode;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}

/** Filters narrow the list to nothing, and can be taken off. */
export function NothingFits({ title, onClear, children }: NothingProps) {
  return (
    <EmptyState
      icon={<IconSearchOff size={28} />}
      title={title}
      action={
        <Button variant="default" onClick={onClear}>
          <FormattedMessage id="requests.filter.clear" />
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
