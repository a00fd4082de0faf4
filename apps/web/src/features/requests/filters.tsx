/** Search and filters above the list; folded on phones. */
import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { FilterChoice, FilterText } from "../../lib/list/filter-fields";
import type { RequestList } from "./request-filter";
import styles from "./requests.module.css";

const CHOICES = ["turn", "status", "severity", "role"] as const;

export function Filters({ list }: { readonly list: RequestList }) {
  const { formatMessage } = useIntl();
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <search className={styles.filters} data-unfolded={isUnfolded || undefined}>
      <div className={styles.searchRow}>
        <FilterText
          className={styles.search}
          label={formatMessage({ id: "requests.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          asked={list.filter.q}
          onAsk={(text) => list.change("q", text)}
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
        {CHOICES.filter((name) => list.names[name].length > 0).map((name) => (
          <FilterChoice
            key={name}
            label={formatMessage({ id: `requests.filter.${name}` })}
            asked={list.filter[name]}
            onAsk={(value) => list.change(name, value)}
            choices={list.names[name].map((value) => ({
              value,
              label: formatMessage({ id: `requests.${name}.${value}` }),
            }))}
          />
        ))}
      </div>
      {list.isNarrowed && (
        <Button className={styles.clear} variant="subtle" onClick={list.clear}>
          <FormattedMessage id="requests.filter.clear" />
        </Button>
      )}
    </search>
  );
}
