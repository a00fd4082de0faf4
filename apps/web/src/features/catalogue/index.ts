/** Products within other features: found by a few letters, and what covers them (R34, R60). */
export { type CoverageAction, CoverageVerdict } from "./plan-coverage/coverage-verdict";
export { ProductQuestion } from "./plan-coverage/product-question";
export { type FoundVersion, ProductSearch } from "./product-search/product-search";
