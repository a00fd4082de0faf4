/** PRODUCT_NOT_COVERED: the programme leaves out the product's family (R39). */
import type { ReasonDefinition } from "../reason.js";

export const productNotCovered = {
  code: "PRODUCT_NOT_COVERED",
  number: 8,
  summary: "The support plan does not cover the product.",
  needsCoveredDelivery: true,
  find: (plan, need) =>
    plan.programme.excludedFamilies.includes(need.product.family) ? { params: { product: need.product.name } } : null,
} as const satisfies ReasonDefinition;
