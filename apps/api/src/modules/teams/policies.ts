/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */
import type { PolicyPart } from "../../kernel/module.js";

export const teamsPolicies = {
  published: {
    RoutingExplanation: "team rows onCall",
    RoutingRowTried: "position team isMatch held failed",
    StaffMember: "accountId name",
    Team: "id createdAt updatedAt slug name timeZone languages isWorking isMember members onCall",
  },
} satisfies PolicyPart;
