/** The product field wherever somebody says what it is about: found by typing a part of a name or of a version's name (R60, F33). */
import type { LifecyclePhase } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { type ReactNode, useDeferredValue, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { SearchVersionsDocument, type SearchVersionsQuery } from "./product-search.generated";
import { VersionCombobox, type VersionOption } from "./version-combobox";

export type FoundVersion = SearchVersionsQuery["productVersions"]["nodes"][number];

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly error?: string | undefined;
  /** What stands in the field while nothing is being searched. */
  readonly chosenName: string;
  readonly onChoose: (version: FoundVersion) => void;
}

export function ProductSearch({ id, label, error, chosenName, onChoose }: Props) {
  const intl = useIntl();
  const [search, setSearch] = useState<string | null>(null);
  const asked = useDeferredValue(search);
  const { data, previousData, loading } = useQuery(SearchVersionsDocument, {
    variables: { search: asked ?? "" },
    skip: asked === null,
  });
  const versions = (data ?? previousData)?.productVersions.nodes ?? [];
  const phaseText = (phase: LifecyclePhase | null): string =>
    intl.formatMessage({ id: `newRequest.phaseName.${phase ?? "FOLLOWS_HOST"}` });
  const options: VersionOption[] = versions.map((version) => ({
    id: version.id,
    name: version.name,
    detail: version.product.portal.isHere
      ? phaseText(version.phase)
      : intl.formatMessage({ id: "newRequest.product.elsewhere" }, { portal: version.product.portal.name }),
  }));
  return (
    <VersionCombobox
      id={id}
      label={label}
      description={<FormattedMessage id="newRequest.product.hint" />}
      error={error}
      placeholder={intl.formatMessage({ id: "newRequest.product.placeholder" })}
      chosenName={chosenName}
      options={options}
      isSearching={loading}
      onSearch={setSearch}
      onChoose={(chosen) => {
        const version = versions.find((one) => one.id === chosen);
        if (version !== undefined) onChoose(version);
      }}
    />
  );
}
