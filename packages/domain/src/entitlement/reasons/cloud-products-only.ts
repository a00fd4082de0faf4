/** CLOUD_PRODUCTS_ONLY: an on-premises product, and the programme covers none (R39, R45). */
import type { ReasonDefinition } from "../reason.js";

export const cloudProductsOnly = {
  code: "CLOUD_PRODUCTS_ONLY",
  number: 8,
  summary: "The support plan covers cloud products only.",
  needsCoveredDelivery: false,
  find: (plan, need) =>
    need.product.delivery === "ON_PREMISES" && !plan.programme.deliveries.includes("ON_PREMISES")
      ? { params: { product: need.product.name } }
      : null,
} as const satisfies ReasonDefinition;
