/** The published contract: types of the schema and the members of its interfaces (architecture.md, section 4). */
export { possibleTypes } from "./possible-types.generated.js";
export type * from "./schema.generated.js";
