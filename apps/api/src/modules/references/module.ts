/** What other systems call our things, and keep with them (F73). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { externalReferenceTable } from "./storage/references.js";

export const references = {
  published: { MetadataEntry: "name value" },
  storage: { tables: [externalReferenceTable] },
} satisfies ApiModule;

export { readReference, referenceReaders } from "./read-reference.js";
export { calledSo, type Reference, referenceStore } from "./storage/references.js";
