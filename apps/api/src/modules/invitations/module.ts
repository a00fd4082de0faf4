/** Sharing a request: contacts added and removed, one-time links, asking for access (R93-R97, F46). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { invitationsObjects } from "./objects.js";
import { invitationsPolicies } from "./policies.js";
import { invitationsStorage } from "./storage/tables.js";

export const invitations = {
  ...invitationsPolicies,
  ...invitationsObjects,
  storage: invitationsStorage,
  schema: async () => (await import("./graphql.js")).invitationsSchema,
} satisfies ApiModule;

export { makeInvitation } from "./make-invitation.js";
export { accessAskStore } from "./storage/access-ask.store.js";
export { invitationStore } from "./storage/invitation.store.js";
