/** Sharing a request: contacts added and removed, one-time links, asking for access (R93-R97, F46). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import { DAY } from "@accord/domain";
import type { ApiModule } from "../../kernel/module.js";
import { invitationsObjects } from "./objects.js";
import { invitationsPolicies } from "./policies.js";
import { accessAskStore } from "./storage/access-ask.store.js";
import { invitationStore } from "./storage/invitation.store.js";
import { invitationsStorage } from "./storage/tables.js";

/** Asks for access that led nowhere. */
const ASKS_KEPT_FOR = 30 * DAY;

export const invitations = {
  ...invitationsPolicies,
  ...invitationsObjects,
  storage: invitationsStorage,
  schema: async () => (await import("./graphql.js")).invitationsSchema,
  sweeps: [
    { within: (tx, at) => tx.of(invitationStore).forgetEndedTokens(at) },
    { within: (tx, at) => tx.of(accessAskStore).deleteUntoldBefore(at - ASKS_KEPT_FOR) },
  ],
  restored: [(tx, at) => tx.of(invitationStore).endAll(at)],
} satisfies ApiModule;

export { makeInvitation } from "./make-invitation.js";
export { accessAskStore } from "./storage/access-ask.store.js";
export { invitationStore } from "./storage/invitation.store.js";
