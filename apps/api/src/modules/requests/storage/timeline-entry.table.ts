/** What happened to a request, in order of its ids; the kinds are a list of the domain, which grows. */
import type { Channel, ReceivedMail, RequestStatus, TimelineKind, TimelineParams } from "@accord/domain";
import { choice, defineTable, document, instant, key, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export const timelineEntryTable = defineTable({
  name: "timeline_entry",
  person: { by: ["actorId"], atErasure: "SEPARATELY" },
  columns: {
    id: key("id", "ID"),
    requestId: text("request_id", "ID"),
    kind: choice<TimelineKind>("kind", "FACT"),
    actorId: text("actor_id", "ID", orNull),
    isFromSupport: yesNo("is_from_support", "FACT"),
    isInternal: yesNo("is_internal", "FACT"),
    text: text("text", "WORDS", orNull),
    /** Null: plain, its lower case is its folded form. */
    textFolded: text("text_folded", "WORDS", orNull),
    status: text<RequestStatus>("status", "FACT", orNull),
    at: instant("at", "FACT"),
    editedAt: instant("edited_at", "FACT", orNull),
    channel: text<Channel>("channel", "FACT", { default: "PORTAL" }),
    params: document<TimelineParams>("params", "WORDS", orNull),
    quoted: text("quoted", "WORDS", orNull),
    mail: document<ReceivedMail>("mail", "CONTACT", orNull),
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
