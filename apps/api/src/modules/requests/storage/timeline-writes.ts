/** Entries of a request's timeline and the messages that tell of them, each list in one statement (hot path W3). */
import { foldedUnlessPlain, isInternalKind } from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { placeholders, type SqlValue, type UnitSql } from "../../../kernel/db/sql.js";
import { ACTIVITY_KIND, activityKey } from "../../../kernel/jobs/outbox.store.js";
import type { TimelineEntry } from "./request.store.js";

/** What its kind makes internal is so whatever the caller says. */
export const isInternalEntry = ({ kind, isInternal }: TimelineEntry): boolean => isInternal || isInternalKind(kind);

export const insertEntries = (sql: UnitSql, entries: readonly TimelineEntry[]): void => {
  if (entries.length === 0) return;
  sql.later(
    `INSERT INTO timeline_entry (id, request_id, kind, actor_id, is_from_support, is_internal, text, text_folded, status, at, channel, params, quoted, mail)
     VALUES ${placeholders(entries.length, 14)}`,
    entries.flatMap((one): SqlValue[] => [
      one.id,
      one.requestId,
      one.kind,
      one.actorId,
      Number(one.isFromSupport),
      Number(isInternalEntry(one)),
      one.text,
      one.text === null ? null : foldedUnlessPlain(one.text),
      one.status,
      one.at,
      one.channel ?? (one.actorId === null ? "SYSTEM" : "PORTAL"),
      documentOf(one.params),
      one.quoted ?? null,
      documentOf(one.mail),
    ]),
  );
};

const documentOf = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);

/** One outgoing message an entry, in the unit of the entry; who is told is decided when it is sent. */
export const announceEntries = (sql: UnitSql, entries: readonly TimelineEntry[]): void => {
  if (entries.length === 0) return;
  sql.later(
    `INSERT INTO outbox (id, dedupe_key, kind, payload, available_at, attempts) VALUES ${placeholders(entries.length, 6)}`,
    entries.flatMap(({ id, requestId, at }): SqlValue[] => [
      newId("msg", at),
      activityKey(id),
      ACTIVITY_KIND,
      JSON.stringify({ requestId, entryId: id }),
      at,
      0,
    ]),
  );
};
