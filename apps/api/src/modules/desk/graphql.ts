/** What desk adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { OwnershipResolver } from "./ownership.resolver.js";
import { queueFields } from "./queue.fields.js";
import { workspaceFields } from "./workspace.fields.js";
import { WorkspaceResolver } from "./workspace.resolver.js";

export const deskSchema: SchemaPart = {
  resolvers: [OwnershipResolver, WorkspaceResolver],
  fields: [...queueFields, ...workspaceFields],
};

export { AccountSummaryType } from "./types/staff-views.type.js";
