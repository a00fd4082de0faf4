/** Search and filters above the list; folded on phones. */
import { SEVERITIES } from "@accord/domain";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { isNarrowed, type ListView, OPEN_STATUSES, ROLES, TURNS } from "./request-filter";
import styles from "./requests.module.css";

interface Props {
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
}

export function Filters({ view, onChange }: Props) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState(view.search);
  const [isUnfolded, setUnfolded] = useState(false);
  const searchLater = useDebouncedCallback((text: string) => onChange({ search: text }), 300);
  useEffect(() => setTyped((now) => (now.trim() === view.search ? now : view.search)), [view.search]);

  const choice = <Name extends "status" | "severity" | "turn" | "role">(
    name: Name,
    options: readonly NonNullable<ListView[Name]>[],
  ) => (
    <NativeSelect
      key={name}
      label={formatMessage({ id: `requests.filter.${name}` })}
      value={view[name] ?? ""}
      data={[
        { value: "", label: formatMessage({ id: "requests.filter.any" }) },
        ...options.map((option) => ({ value: option, label: formatMessage({ id: `requests.${name}.${option}` }) })),
      ]}
      onChange={(event) => onChange({ [name]: options.find((option) => option === event.currentTarget.value) ?? null })}
    />
  );
  return (
    <search className={styles.filters} data-unfolded={isUnfolded || undefined}>
      <div className={styles.searchRow}>
        <TextInput
          className={styles.search}
          type="search"
          label={formatMessage({ id: "requests.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            searchLater(event.currentTarget.value);
          }}
        />
        <Button
          className={styles.unfold}
          variant="default"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        >
          <FormattedMessage id="requests.filters" />
        </Button>
      </div>
      <div className={styles.choices}>
        {view.isOpen && choice("turn", TURNS)}
        {view.isOpen && choice("status", OPEN_STATUSES)}
        {choice("severity", SEVERITIES)}
        {choice("role", ROLES)}
      </div>
      {isNarrowed(view) && (
        <Button
          className={styles.clear}
          variant="subtle"
          onClick={() => onChange({ search: "", status: null, severity: null, turn: null, role: null })}
        >
          <FormattedMessage id="requests.filter.clear" />
        </Button>
      )}
    </search>
  );
}
