/** Every change of a balance, append-only; `seq` counts within the plan. */
import type { EpochMs, LedgerKind } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, count, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export interface EntitlementLedgerRow {
  readonly id: string;
  readonly planId: string;
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly incidents: number;
  readonly balanceAfter: number | null;
  readonly requestId: string | null;
  readonly paymentId: string | null;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly at: EpochMs;
}

export const entitlementLedgerTable = new EntitySchema<EntitlementLedgerRow>({
  name: "entitlement_ledger",
  columns: {
    id: key("id"),
    planId: text("plan_id"),
    seq: count("seq"),
    kind: choice("kind"),
    incidents: count("incidents"),
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
