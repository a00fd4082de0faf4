/** Access ID and Agreement ID of a plan: looked up by a keyed hash, kept encrypted, shown by their endings. */
import { defineTable, key, text } from "../../../kernel/db/columns.js";

export const agreementPairTable = defineTable({
  name: "agreement_pair",
  person: "NOBODY",
  columns: {
    planId: key("plan_id", "ID"),
    lookup: text("lookup", "SECRET"),
    keyId: text("key_id", "ID"),
    sealed: text("sealed", "SECRET"),
    accessIdEnding: text("access_id_ending", "FACT"),
    agreementIdEnding: text("agreement_id_ending", "FACT"),
  },
  uniques: [{ name: "agreement_pair_lookup", columns: ["lookup"] }],
  indices: [
    { name: "agreement_pair_by_access", columns: ["accessIdEnding"] },
    { name: "agreement_pair_by_agreement", columns: ["agreementIdEnding"] },
  ],
  foreignKeys: [
    { name: "agreement_pair_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
});
