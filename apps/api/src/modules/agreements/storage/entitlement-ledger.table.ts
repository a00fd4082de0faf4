/** Every change of a balance, append-only; `seq` counts within the plan. */
import type { LedgerKind } from "@accord/domain";
import { choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const entitlementLedgerTable = defineTable({
  name: "entitlement_ledger",
  columns: {
    id: key("id"),
    planId: text("plan_id"),
    seq: count("seq"),
    kind: choice<LedgerKind>("kind"),
    incidents: count("incidents"),
    /** Null for an unlimited plan. */
    balanceAfter: count("balance_after", orNull),
    requestId: text("request_id", orNull),
    paymentId: text("payment_id", orNull),
    actorId: text("actor_id", orNull),
    reason: text("reason", orNull),
    at: instant("at"),
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
