/** Every change of a balance, append-only; `seq` counts within the plan. */
import type { LedgerKind } from "@accord/domain";
import { choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const entitlementLedgerTable = defineTable({
  name: "entitlement_ledger",
  person: { by: ["actorId"], atErasure: "KEPT" },
  columns: {
    id: key("id", "ID"),
    planId: text("plan_id", "ID"),
    seq: count("seq", "MONEY"),
    kind: choice<LedgerKind>("kind", "MONEY"),
    incidents: count("incidents", "MONEY"),
    /** Null for an unlimited plan. */
    balanceAfter: count("balance_after", "MONEY", orNull),
    requestId: text("request_id", "ID", orNull),
    paymentId: text("payment_id", "ID", orNull),
    actorId: text("actor_id", "ID", orNull),
    reason: text("reason", "MONEY", orNull),
    at: instant("at", "MONEY"),
  },
  checks: [oneOf("entitlement_ledger_kind", "kind", ["GRANT", "CONSUME", "REFUND", "EXPIRE", "ADJUST"])],
  uniques: [{ name: "entitlement_ledger_seq", columns: ["planId", "seq"] }],
  foreignKeys: [
    { name: "entitlement_ledger_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "entitlement_ledger_consume", columns: ["requestId"], unique: true, where: `"kind" = 'CONSUME'` },
    { name: "entitlement_ledger_refund", columns: ["requestId"], unique: true, where: `"kind" = 'REFUND'` },
    { name: "entitlement_ledger_payment", columns: ["paymentId"], unique: true, where: `"kind" = 'GRANT'` },
  ],
});
