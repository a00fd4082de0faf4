/** What happened to a request, in order of its ids; the kinds are a list of the domain, which grows. */
import type { Channel, EpochMs, ReceivedMail, TimelineKind, TimelineParams } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, document, instant, key, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export interface TimelineEntryRow {
  readonly id: string;
  readonly requestId: string;
  readonly kind: TimelineKind;
  readonly actorId: string | null;
  readonly isFromSupport: boolean;
  readonly isInternal: boolean;
  readonly text: string | null;
  /** Null: plain, its lower case is its folded form. */
  readonly textFolded: string | null;
  readonly status: string | null;
  readonly at: EpochMs;
  readonly editedAt: EpochMs | null;
  readonly channel: Channel;
  readonly params: TimelineParams | null;
  readonly quoted: string | null;
  readonly mail: ReceivedMail | null;
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
    textFolded: text("text_folded", orNull),
    status: text("status", orNull),
    at: instant("at"),
    editedAt: instant("edited_at", orNull),
    channel: text("channel", { default: "PORTAL" }),
    params: document("params", orNull),
    quoted: text("quoted", orNull),
    mail: document("mail", orNull),
  },
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
