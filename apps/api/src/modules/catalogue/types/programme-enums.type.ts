/** Closed lists about programmes. */
import type { Programme, TermBasis } from "@accord/domain";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
export const PlanOriginEnum = publishCodes<Programme["origin"]>("PlanOrigin", "How a plan comes to an account.", {
  AGREEMENT: "By registering an agreement with its Access ID and Agreement ID.",
  PURCHASE: "By buying incidents with a card.",
});
export const VersionRuleEnum = publishCodes<Programme["versionRule"]>(
  "VersionRule",
  "Which versions of a product a programme covers.",
  {
    ANY: "Every version in a covered phase.",
    CURRENT_AND_PREVIOUS: "Only the current version and the one before it.",
  },
);
export const TermBasisEnum = publishCodes<TermBasis>("TermBasis", "Where the term of an agreement is counted from.", {
  ACTIVATION: "From the day its holder activates it.",
  MEMBERSHIP: "From the first day of the membership, whenever it is activated.",
});
