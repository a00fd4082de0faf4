/** The published contract: types of the schema and the members of its interfaces. */
export { possibleTypes } from "./possible-types.generated.js";
export type * from "./schema.generated.js";
