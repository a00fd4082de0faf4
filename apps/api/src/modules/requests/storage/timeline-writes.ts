/** Entries of a request's timeline and the messages that tell of them, each list in one statement (hot path W3). */
import { foldedUnlessPlain, isInternalKind } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertLater } from "../../../kernel/db/rows.js";
import type { TransactionSql } from "../../../kernel/db/sql.js";
import { ACTIVITY_KIND, activityKey, NEW_MESSAGE, newMessageRow } from "../../../kernel/jobs/outbox.store.js";
import type { TimelineEntry } from "./request.store.js";
import { timelineEntryTable } from "./timeline-entry.table.js";

/** What its kind makes internal is so whatever the caller says. */
export const isInternalEntry = ({ kind, isInternal }: TimelineEntry): boolean => isInternal || isInternalKind(kind);

const NEW_ENTRY = omit(timelineEntryTable, ["editedAt"]);

export const insertEntries = (sql: TransactionSql, entries: readonly TimelineEntry[]): void => {
  insertLater(
    sql,
    NEW_ENTRY,
    entries.map((one) => ({
      ...one,
      isInternal: isInternalEntry(one),
      textFolded: one.text === null ? null : foldedUnlessPlain(one.text),
      channel: one.channel ?? (one.actorId === null ? "SYSTEM" : "PORTAL"),
      params: one.params ?? null,
      quoted: one.quoted ?? null,
      mail: one.mail ?? null,
    })),
  );
};

/** One outgoing message an entry, in the unit of the entry; who is told is decided when it is sent. */
export const publishEntries = (sql: TransactionSql, entries: readonly TimelineEntry[]): void => {
  insertLater(
    sql,
    NEW_MESSAGE,
    entries.map(({ id, requestId, at }) =>
      newMessageRow({ dedupeKey: activityKey(id), kind: ACTIVITY_KIND, payload: { requestId, entryId: id }, at }),
    ),
  );
};
