/** Closed lists about products, their life and the portals that take their requests. */
import type { Delivery, EndStatus, LifecyclePhase, Portal } from "@accord/domain";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";

export const DeliveryEnum = publishCodes<Delivery>("Delivery", "Where a product runs.", {
  ON_PREMISES: "On the customer's own machines.",
  CLOUD: "As a service of the vendor.",
});

export const LifecyclePhaseEnum = publishCodes<LifecyclePhase>(
  "LifecyclePhase",
  "Where a version stands in its support life.",
  {
    MAINSTREAM: "In mainstream support.",
    EXTENDED: "In extended support.",
    ENDED: "Support has ended.",
    NOT_RELEASED: "Not released yet.",
    UNKNOWN: "No date is known.",
  },
);

export const EndStatusEnum = publishCodes<EndStatus>("EndStatus", "How the end of a version's support life is known.", {
  DATED: "It ends on its dates.",
  OPEN: "No end has been announced.",
  FOLLOWS_HOST: "It has no life of its own and follows the product it is part of.",
  UNKNOWN: "No date is known.",
});

export const PairNeedEnum = publishCodes<Portal["pairNeeded"]>(
  "PairNeed",
  "Whether a portal asks for Access ID and Agreement ID.",
  {
    ALWAYS_FOR_AGREEMENTS: "The pair is needed to use a support agreement there.",
    NEVER: "The pair is not needed there.",
  },
);
