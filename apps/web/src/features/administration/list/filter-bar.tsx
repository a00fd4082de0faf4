/** The filters above a list of administration; folded on phones. */
import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import type { FilterNames, FilterState } from "../../../lib/list/address-filter";
import { type Choice, type ChoiceGroup, FilterChoice, FilterText } from "../../../lib/list/filter-fields";
import styles from "./list.module.css";

export interface FilterField<Name> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  /** Text without a kind; options make it a choice. */
  readonly kind?: "date";
  readonly options?: readonly (Choice | ChoiceGroup)[];
}

interface Props<Names extends FilterNames> {
  readonly state: FilterState<Names>;
  readonly fields: readonly FilterField<keyof Names & string>[];
}

export function FilterBar<Names extends FilterNames>({ state, fields }: Props<Names>) {
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <search className={styles.filters} data-unfolded={isUnfolded || state.isNarrowed || undefined}>
      {!state.isNarrowed && (
        <Button
          className={styles.unfold}
          variant="default"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        >
          <FormattedMessage id="requests.filters" />
        </Button>
      )}
      {fields.map(({ name, label, hint, kind, options }) => {
        const field = { label, asked: state.filter[name], onAsk: (value: string) => state.change(name, value) };
        return options === undefined ? (
          <FilterText key={name} {...field} type={kind} placeholder={hint} />
        ) : (
          <FilterChoice key={name} {...field} choices={options} />
        );
      })}
      {state.isNarrowed && (
        <Button className={styles.clear} variant="subtle" onClick={state.clear}>
          <FormattedMessage id="requests.filter.clear" />
        </Button>
      )}
    </search>
  );
}
