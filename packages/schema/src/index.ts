/** The published contract: types and enums of the schema, the members of its interfaces, and what a cache has to know. */
export { connections } from "./connections.generated.js";
export {
  actorTypes,
  nodeTypes,
  possibleTypes,
  timelineEntryTypes,
  userErrorTypes,
} from "./possible-types.generated.js";
export * from "./schema.generated.js";
export { createTypePolicies, type TypePolicy } from "./type-policies.js";
