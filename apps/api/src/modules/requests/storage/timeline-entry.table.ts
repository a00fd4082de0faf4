/** What happened to a request, in order of its ids; the kinds are a list of the domain, which grows. */
import type { Channel, ReceivedMail, RequestStatus, TimelineKind, TimelineParams } from "@accord/domain";
import { choice, defineTable, document, instant, key, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export const timelineEntryTable = defineTable({
  name: "timeline_entry",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    kind: choice<TimelineKind>("kind"),
    actorId: text("actor_id", orNull),
    isFromSupport: yesNo("is_from_support"),
    isInternal: yesNo("is_internal"),
    text: text("text", orNull),
    /** Null: plain, its lower case is its folded form. */
    textFolded: text("text_folded", orNull),
    status: text<RequestStatus>("status", orNull),
    at: instant("at"),
    editedAt: instant("edited_at", orNull),
    channel: text<Channel>("channel", { default: "PORTAL" }),
    params: document<TimelineParams>("params", orNull),
    quoted: text("quoted", orNull),
    mail: document<ReceivedMail>("mail", orNull),
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
