/** First results by principal, operation and key (contract.md). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../db/columns.js";

export interface IdempotencyRow {
  readonly principalId: string;
  readonly operation: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly reply: string | null;
  readonly at: EpochMs;
}

export const idempotencyTable = new EntitySchema<IdempotencyRow>({
  name: "idempotency",
  columns: {
    principalId: key("principal_id"),
    operation: key("operation"),
    key: key("key"),
    fingerprint: text("fingerprint"),
    reply: text("reply", orNull),
    at: instant("at"),
  },
  indices: [{ name: "idempotency_by_time", columns: ["at"] }],
});
