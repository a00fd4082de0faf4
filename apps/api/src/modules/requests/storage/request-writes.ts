/** Writing requests: the row, its contacts and its timeline, each list in one statement (hot path W3). */

import { type EpochMs, foldedUnlessPlain, foldText } from "@accord/domain";
import { omit, pick } from "../../../kernel/db/row-shape.js";
import { insertLater, insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { rowsById } from "../../../kernel/db/rows-by-id.js";
import { first, type Sql } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import type { NewRequest, RequestReads, RequestWrites } from "./request.store.js";
import { beginLife, updateRequest } from "./request-changes.js";
import { requestContactTable } from "./request-contact.table.js";
import { createRequestReads } from "./request-reads.js";
import { CONTACT, DETAIL, FROM_REQUEST, LATER, toDetail } from "./request-row.js";
import { indexRequest } from "./request-search.js";
import { supportRequestTable } from "./support-request.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";
import { insertEntries, isInternalEntry, publishEntries } from "./timeline-writes.js";

export const createRequestWrites = (context: WriteContext): RequestWrites => {
  const { sql } = context;
  return {
    ...createRequestReads(context),
    create: async (request, contacts, events) => {
      if (!(await insertRequest(sql, request))) return false;
      if (request.status !== "NEW") await beginLife(sql, request);
      insertLater(sql, CONTACT, contacts);
      insertEntries(sql, events);
      indexRequest(sql, request);
      context.changes.push({ topic: "request", id: request.id, entryId: null, isInternal: false });
      return true;
    },
    byIdForChange: async (id) => {
      // SQLite has one writer at a time: what is read inside its unit stays.
      const held = sql.dialect === "sqlite" ? "" : " FOR UPDATE OF r";
      const row = await selectFirst(sql, DETAIL, `${FROM_REQUEST} WHERE r.id = ?${held}`, [id]);
      return row === null ? null : toDetail(row);
    },
    update: (id, changes, expectedStatus) => updateRequest(sql, id, changes, expectedStatus),
    addContacts: async (contacts) => insertLater(sql, CONTACT, contacts),
    removeContact: async (contactId, at) =>
      (await sql.run(`UPDATE request_contact SET removed_at = ?, changed_at = ? WHERE id = ? AND removed_at IS NULL`, [
        at,
        at,
        contactId,
      ])) === 1,
    setPrimary: (requestId, contactId, at) => setPrimary(sql, requestId, contactId, at),
    addEvents: async (events) => {
      insertEntries(sql, events);
      publishEntries(sql, events);
      for (const entry of events)
        context.changes.push({
          topic: "request",
          id: entry.requestId,
          entryId: entry.id,
          isInternal: isInternalEntry(entry),
        });
    },
    editEntry: async (entryId, text, at) => {
      const edited = await sql.run(`UPDATE timeline_entry SET text = ?, text_folded = ?, edited_at = ? WHERE id = ?`, [
        text,
        foldedUnlessPlain(text),
        at,
        entryId,
      ]);
      const entry = await selectFirst(sql, EDITED, "FROM timeline_entry WHERE id = ?", [entryId]);
      if (entry !== null) {
        const { requestId, isInternal } = entry;
        context.changes.push({ topic: "request", id: requestId, entryId, isInternal });
      }
      return edited === 1;
    },
    markAsMessage: async (entryId) =>
      (await sql.run(`UPDATE timeline_entry SET kind = 'REPLY' WHERE id = ? AND kind = 'AUTO_REPLY'`, [entryId])) === 1,
    bindContacts: (accountId, provenEmail, at) =>
      sql.run(`${BIND} AND email = ?`, [accountId, at, accountId, provenEmail]),
    followAddress: async (accountId, { from, to, at }) => {
      const followed = await selectRows(sql, FOLLOWED, FOLLOWING, [accountId, from, to]);
      const text = `UPDATE request_contact SET email = ?, changed_at = ? WHERE id = ?`;
      for (const { id } of followed) await sql.run(text, [to, at, id]);
      return followed;
    },
    bindContact: async (contactId, accountId, at) =>
      (await sql.run(`${BIND} AND id = ?`, [accountId, at, accountId, contactId])) === 1,
  };
};

const EDITED = pick(timelineEntryTable, ["requestId", "isInternal"]);
const NEW_REQUEST = omit(supportRequestTable, LATER);

/** False when the number is taken: PostgreSQL would let nothing more happen in a unit whose statement failed. */
const insertRequest = async (sql: Sql, request: NewRequest): Promise<boolean> => {
  const row = {
    ...request,
    searchText: foldText(`${request.number} ${request.title}`),
    descriptionFolded: foldedUnlessPlain(request.description),
    isOpen: request.status !== "CLOSED",
    teamId: request.teamId ?? null,
    packSetId: request.packSetId ?? null,
  };
  return (await insertRow(sql, NEW_REQUEST, row, "ON CONFLICT (number) DO NOTHING")) === 1;
};

const setPrimary = async (sql: Sql, requestId: string, contactId: string, at: EpochMs): Promise<boolean> => {
  const inForce = "request_id = ? AND removed_at IS NULL";
  const known = await first(sql, `SELECT 1 AS found FROM request_contact WHERE ${inForce} AND id = ?`, [
    requestId,
    contactId,
  ]);
  if (known === null) return false;
  // The partial unique index allows one primary: the present one steps back first.
  const hasRole = (role: string): string =>
    `UPDATE request_contact SET role = '${role}', changed_at = ? WHERE ${inForce}`;
  await sql.run(`${hasRole("ADDITIONAL")} AND role = 'PRIMARY'`, [at, requestId]);
  return (await sql.run(`${hasRole("PRIMARY")} AND id = ?`, [at, requestId, contactId])) === 1;
};

const FOLLOWED = pick(requestContactTable, ["id", "requestId", "givenName", "familyName"], "c");
const FOLLOWING = `FROM request_contact c WHERE c.account_id = ? AND c.email = ? AND c.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.request_id = c.request_id AND b.email = ? AND b.removed_at IS NULL)
  ORDER BY c.id`;

const BIND = `UPDATE request_contact SET account_id = ?, changed_at = ?
  WHERE account_id IS NULL AND removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.account_id = ? AND b.request_id = request_contact.request_id AND b.removed_at IS NULL)`;

export const requestStore: StoreKey<RequestReads, RequestWrites> = {
  reads: createRequestReads,
  writes: createRequestWrites,
};

export const contactChangeStore = rowsById(pick(requestContactTable, ["id", "changedAt"]));
