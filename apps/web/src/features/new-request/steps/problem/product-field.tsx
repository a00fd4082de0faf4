/** The product of the request; another product has other categories (R60, F33). */
import { FormattedMessage, useIntl } from "react-intl";
import { type FoundVersion, ProductSearch } from "../../../catalogue";
import { useFlow } from "../../flow-context";
import type { ChosenProductQuery } from "./form.generated";

interface Props {
  readonly product: ChosenProductQuery["product"] | undefined;
}

export function ProductField({ product }: Props) {
  const { content, change, errorOf, announce } = useFlow();
  const { formatMessage } = useIntl();
  const choose = (version: FoundVersion): void => {
    const isOtherProduct = version.product.id !== content.productId;
    change({
      productId: version.product.id,
      productVersionId: version.id,
      ...(isOtherProduct ? { categoryId: null, problemId: null } : {}),
    });
    announce(formatMessage({ id: "newRequest.product.chosen" }, { name: version.name }));
  };
  const chosen = product?.versions.find((version) => version.id === content.productVersionId);
  return (
    <ProductSearch
      id="flow-productId"
      label={<FormattedMessage id="newRequest.product" />}
      error={errorOf("flow-productId")}
      chosenName={chosen?.name ?? product?.name ?? ""}
      onChoose={choose}
    />
  );
}
