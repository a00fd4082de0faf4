/** What invitations adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { InvitationsResolver } from "./invitations.resolver.js";
import { invitationFields } from "./invitation.fields.js";

export const invitationsSchema: SchemaPart = {
  resolvers: [InvitationsResolver],
  fields: [...invitationFields],
};
