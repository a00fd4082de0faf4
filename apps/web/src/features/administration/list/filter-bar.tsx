/** The filters above a list of administration: texts wait until typing pauses, choices and days act at once; folded on phones. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { FilterState } from "./address-filter";
import styles from "./list.module.css";

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly items: readonly Option[];
}

export interface FilterField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  /** Text without a kind; options make it a choice. */
  readonly kind?: "date";
  readonly options?: readonly (Option | OptionGroup)[];
}

interface Props<Name extends string> {
  readonly state: FilterState<Name>;
  readonly fields: readonly FilterField<Name>[];
}

const asChoice = (option: Option | OptionGroup) =>
  "items" in option ? { group: option.label, items: [...option.items] } : option;

export function FilterBar<Name extends string>({ state, fields }: Props<Name>) {
  const { formatMessage } = useIntl();
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
      {fields.map((field) =>
        field.options === undefined ? (
          <TextFilter key={field.name} field={field} state={state} />
        ) : (
          <NativeSelect
            key={field.name}
            label={field.label}
            value={state.filter[field.name]}
            data={[{ value: "", label: formatMessage({ id: "requests.filter.any" }) }, ...field.options.map(asChoice)]}
            onChange={(event) => state.change(field.name, event.currentTarget.value)}
          />
        ),
      )}
      {state.isNarrowed && (
        <Button className={styles.clear} variant="subtle" onClick={state.clear}>
          <FormattedMessage id="requests.filter.clear" />
        </Button>
      )}
    </search>
  );
}

function TextFilter<Name extends string>({
  field: { name, label, hint, kind },
  state: { filter, change },
}: {
  readonly field: FilterField<Name>;
  readonly state: FilterState<Name>;
}) {
  const asked = filter[name];
  const [typed, setTyped] = useState(asked);
  const changeLater = useDebouncedCallback((text: string) => change(name, text), 300);
  useEffect(() => setTyped((now) => (now.trim() === asked ? now : asked)), [asked]);
  return (
    <TextInput
      type={kind ?? "search"}
      label={label}
      placeholder={hint}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        changeLater(event.currentTarget.value);
      }}
    />
  );
}
