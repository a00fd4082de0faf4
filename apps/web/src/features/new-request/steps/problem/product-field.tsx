/** The product, found by typing a part of its name or of a version's name (R60, F33). */
import type { LifecyclePhase } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFlow } from "../../flow-context";
import { type ChosenProductQuery, SearchVersionsDocument } from "./form.generated";
import { VersionCombobox, type VersionOption } from "./version-combobox";

interface Props {
  readonly product: ChosenProductQuery["product"] | undefined;
}

export function ProductField({ product }: Props) {
  const { content, change, errorOf, announce } = useFlow();
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
  const choose = (id: string): void => {
    const version = versions.find((candidate) => candidate.id === id);
    if (!version) return;
    const isOtherProduct = version.product.id !== content.productId;
    change({
      productId: version.product.id,
      productVersionId: id,
      ...(isOtherProduct ? { categoryId: null, problemId: null } : {}),
    });
    announce(intl.formatMessage({ id: "newRequest.product.chosen" }, { name: version.name }));
  };
  const chosen =
    product?.versions.find((version) => version.id === content.productVersionId)?.name ?? product?.name ?? "";
  return (
    <VersionCombobox
      id="flow-productId"
      label={<FormattedMessage id="newRequest.product" />}
      description={<FormattedMessage id="newRequest.product.hint" />}
      error={errorOf("flow-productId")}
      placeholder={intl.formatMessage({ id: "newRequest.product.placeholder" })}
      chosenName={chosen}
      options={options}
      isSearching={loading}
      onSearch={setSearch}
      onChoose={choose}
    />
  );
}
