/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { open } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const settingsPolicies = {
  roots: {
    "Query.portalSettings": open,
  },
  published: {
    PortalSettings:
      "isPurchaseEnabled arePersonasEnabled version entitlementTimeZone fileBytes filesPerRequest fileBytesPerRequest",
  },
} satisfies PolicyPart;
