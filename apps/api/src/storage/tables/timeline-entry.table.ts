/** What happened to a request, in order of its ids. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import type { TimelineKind } from "../stores/request.store.js";
import { choice, instant, key, oneOf, orNull, text, yesNo } from "./columns.js";

export interface TimelineEntryRow {
  readonly id: string;
  readonly requestId: string;
  readonly kind: TimelineKind;
  readonly actorId: string | null;
  readonly isFromSupport: boolean;
  readonly isInternal: boolean;
  readonly text: string | null;
  readonly status: string | null;
  readonly at: EpochMs;
}

export const timelineEntryTable = new EntitySchema<TimelineEntryRow>({
  name: "timeline_entry",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    kind: choice("kind"),
    actorId: text("actor_id", orNull),
    isFromSupport: yesNo("is_from_support"),
    isInternal: yesNo("is_internal"),
    text: text("text", orNull),
    status: text("status", orNull),
    at: instant("at"),
  },
  checks: [
    oneOf("timeline_entry_kind", "kind", [
      "SUBMITTED",
      "ASSIGNED",
      "REPLY",
      "STATUS_CHANGED",
      "CONTACT_ADDED",
      "CONTACT_REMOVED",
      "CLOSED",
      "REOPENED",
    ]),
  ],
  foreignKeys: [
    {
      name: "timeline_entry_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    { name: "timeline_entry_actor", target: "account", columnNames: ["actorId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "timeline_entry_by_request", columns: ["requestId", "id"] }],
});
