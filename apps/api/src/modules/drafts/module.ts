/** What was typed and not sent yet, kept for an account. The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { draftStore, handoverStore } from "./storage/draft.store.js";
import { draftsStorage } from "./storage/tables.js";

export const drafts = {
  storage: draftsStorage,
  sweeps: [
    { within: (tx, at) => tx.of(draftStore).deleteExpired(at) },
    { within: (tx, at) => tx.of(handoverStore).deleteExpired(at) },
  ],
  restored: [(tx) => tx.of(handoverStore).deleteAll()],
} satisfies ApiModule;

export { draftStore, handoverStore } from "./storage/draft.store.js";
export { draftTable } from "./storage/draft.table.js";
