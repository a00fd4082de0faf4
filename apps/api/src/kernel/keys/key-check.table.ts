/** By what the keys are known that this database was filled with; no key can be told from it. */
import { defineTable, key, text } from "../db/columns.js";
import { migration } from "../db/migrations.js";

const keyChecks = migration("KeyChecks1795400036000", {
  up: [
    `CREATE TABLE "key_check" (
      "name" text NOT NULL,
      "value" text NOT NULL,
      PRIMARY KEY ("name")
    )`,
  ],
  down: [`DROP TABLE "key_check"`],
});

export const keyCheckTable = defineTable({
  name: "key_check",
  migrations: [keyChecks],
  columns: {
    /** The file of the key. */
    name: key("name", "CONFIGURATION"),
    value: text("value", "CONFIGURATION"),
  },
});
