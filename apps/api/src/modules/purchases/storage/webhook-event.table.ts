/** Deliveries of payment providers that had their effect: the same one again has none. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key } from "../../../kernel/db/columns.js";

export interface WebhookEventRow {
  /** `<gateway>:<event>`. */
  readonly id: string;
  readonly at: EpochMs;
}

export const webhookEventTable = new EntitySchema<WebhookEventRow>({
  name: "webhook_event",
  columns: { id: key("id"), at: instant("at") },
  indices: [{ name: "webhook_event_by_age", columns: ["at"] }],
});
