/** Which people were erased, and how far it has come: an erasure that was ended on the way is gone on with (F83). */
import { defineTable, document, instant, key, orNull } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const erasures = migration("Erasures1795400080000", {
  up: [
    `CREATE TABLE "erasure" (
    "account_id" text NOT NULL,
    "begun_at" bigint NOT NULL,
    "files" text,
    "ended_at" bigint,
    PRIMARY KEY ("account_id"),
    CONSTRAINT "erasure_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  ],
  down: [`DROP TABLE "erasure"`],
});

export const erasureTable = defineTable({
  name: "erasure",
  person: { by: ["accountId"], atErasure: "KEPT" },
  migrations: [erasures],
  columns: {
    accountId: key("account_id", "ID"),
    /** When the rows went. */
    begunAt: instant("begun_at", "FACT"),
    /** Digests of what they sent, until it is gone too. */
    files: document<readonly string[]>("files", "FILE", orNull),
    /** When nothing of it was left in the files of the database either. */
    endedAt: instant("ended_at", "FACT", orNull),
  },
  foreignKeys: [
    { name: "erasure_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
