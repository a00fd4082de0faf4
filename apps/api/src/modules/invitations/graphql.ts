/** What invitations adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { invitationFields } from "./invitation.fields.js";
import { InvitationsResolver } from "./invitations.resolver.js";

export const invitationsSchema: SchemaPart = {
  resolvers: [InvitationsResolver],
  fields: [...invitationFields],
};
