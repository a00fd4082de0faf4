/** People whose data must stay, whatever they ask: at most one hold on an account (F83). */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const legalHolds = migration("LegalHolds1795400081000", {
  up: [
    `CREATE TABLE "legal_hold" (
    "account_id" text NOT NULL,
    "reason" text NOT NULL,
    "set_by" text,
    "set_at" bigint NOT NULL,
    PRIMARY KEY ("account_id"),
    CONSTRAINT "legal_hold_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
    CONSTRAINT "legal_hold_setter" FOREIGN KEY ("set_by") REFERENCES "account" ("id")
  )`,
  ],
  down: [`DROP TABLE "legal_hold"`],
});

const account = { target: "account", referencedColumnNames: ["id"] };

export const legalHoldTable = defineTable({
  name: "legal_hold",
  person: { by: ["accountId"], atErasure: "KEPT" },
  migrations: [legalHolds],
  columns: {
    accountId: key("account_id", "ID"),
    reason: text("reason", "AUDIT"),
    /** Null: the command line. */
    setBy: text("set_by", "ID", orNull),
    setAt: instant("set_at", "FACT"),
  },
  foreignKeys: [
    { name: "legal_hold_account", ...account, columnNames: ["accountId"] },
    { name: "legal_hold_setter", ...account, columnNames: ["setBy"] },
  ],
});
