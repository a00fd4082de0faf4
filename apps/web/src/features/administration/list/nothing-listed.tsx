/** A list of administration without a row: there is none, or none that fits the filters. */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { FilterNames, FilterState } from "../../../lib/list/address-filter";
import { NothingFits } from "../../../lib/list/paged-list";
import { EmptyState } from "../../../ui/empty-state";

interface Props {
  readonly title: ReactNode;
  readonly state: Pick<FilterState<FilterNames>, "isNarrowed" | "clear">;
}

export function NothingListed({ title, state }: Props) {
  if (!state.isNarrowed) return <EmptyState title={title} />;
  return <NothingFits title={<FormattedMessage id="administration.none.narrowed" />} onClear={state.clear} />;
}
