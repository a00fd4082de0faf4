/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */
import type { PolicyPart } from "../module.js";

export const kernelPolicies = {
  published: {
    InputError: "code message path remedy",
    Node: "id createdAt updatedAt",
    PageInfo: "hasNextPage hasPreviousPage startCursor endCursor",
    UserError: "code message path remedy",
  },
} satisfies PolicyPart;
