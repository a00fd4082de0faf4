/** ON_PREMISES_PRODUCTS_ONLY: a cloud product, and the programme covers none (R39, R46). */
import type { ReasonDefinition } from "../reason.js";

export const onPremisesProductsOnly = {
  code: "ON_PREMISES_PRODUCTS_ONLY",
  number: 8,
  summary: "The support plan covers on-premises products only.",
  needsCoveredDelivery: false,
  find: (plan, need) =>
    need.product.delivery === "CLOUD" && !plan.programme.deliveries.includes("CLOUD")
      ? { params: { product: need.product.name } }
      : null,
} as const satisfies ReasonDefinition;
