/** Writing requests: the row, its contacts and its timeline, each list in one statement (hot path W3). */
import { foldedUnlessPlain, foldText, type RequestContact } from "@accord/domain";
import { first, placeholders, type Sql, type SqlValue, select, type UnitSql } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import type { FollowedContact, NewRequest, RequestReads, RequestWrites } from "./request.store.js";
import { beginLife, updateRequest } from "./request-changes.js";
import { createRequestReads } from "./request-reads.js";
import { DETAIL, FROM_REQUEST, toDetail } from "./request-row.js";
import { indexRequest } from "./request-search.js";
import { announceEntries, insertEntries, isInternalEntry } from "./timeline-writes.js";

export const createRequestWrites = (context: WriteContext): RequestWrites => {
  const { sql } = context;
  return {
    ...createRequestReads(context),
    create: async (request, contacts, events) => {
      if (!(await insertRequest(sql, request))) return false;
      if (request.status !== "NEW") await beginLife(sql, request);
      insertContacts(sql, contacts);
      insertEntries(sql, events);
      indexRequest(sql, request);
      context.announcements.push({ topic: "request", id: request.id, entryId: null, isInternal: false });
      return true;
    },
    byIdForChange: async (id) => {
      // SQLite has one writer at a time: what is read inside its unit stays.
      const held = sql.dialect === "sqlite" ? "" : " FOR UPDATE OF r";
      const [row] = await select(sql, DETAIL, `${FROM_REQUEST} WHERE r.id = ?${held}`, [id]);
      return row === undefined ? null : toDetail(row);
    },
    update: (id, changes, expectedStatus) => updateRequest(sql, id, changes, expectedStatus),
    addContacts: async (contacts) => insertContacts(sql, contacts),
    removeContact: async (contactId, at) =>
      (await sql.run(`UPDATE request_contact SET removed_at = ? WHERE id = ? AND removed_at IS NULL`, [
        at,
        contactId,
      ])) === 1,
    setPrimary: (requestId, contactId) => setPrimary(sql, requestId, contactId),
    addEvents: async (events) => {
      insertEntries(sql, events);
      announceEntries(sql, events);
      for (const entry of events)
        context.announcements.push({
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
      const of = `SELECT request_id AS "requestId", is_internal AS "isInternal" FROM timeline_entry WHERE id = ?`;
      const entry = await first<{ requestId: string; isInternal: number }>(sql, of, [entryId]);
      if (entry !== null) {
        const { requestId, isInternal } = entry;
        context.announcements.push({ topic: "request", id: requestId, entryId, isInternal: isInternal === 1 });
      }
      return edited === 1;
    },
    markAsMessage: async (entryId) =>
      (await sql.run(`UPDATE timeline_entry SET kind = 'REPLY' WHERE id = ? AND kind = 'AUTO_REPLY'`, [entryId])) === 1,
    bindContacts: (accountId, provenEmail) => sql.run(`${BIND} AND email = ?`, [accountId, accountId, provenEmail]),
    followAddress: async (accountId, from, to) => {
      const followed = await sql.all<FollowedContact>(FOLLOWING, [accountId, from, to]);
      for (const { id } of followed) await sql.run(`UPDATE request_contact SET email = ? WHERE id = ?`, [to, id]);
      return followed;
    },
    bindContact: async (contactId, accountId) =>
      (await sql.run(`${BIND} AND id = ?`, [accountId, accountId, contactId])) === 1,
  };
};

const INSERT_REQUEST = `INSERT INTO support_request (id, number, title, description, search_text, description_folded, product_version_id, category_id,
  problem_id, severity, support_24x7, country, time_zone, status, is_open, closed_reason, plan_id, submitter_id, engineer_id,
  created_at, consumed_at, updated_at, closed_at, first_response_due_at, near_breach_at, last_communication_at, team_id, pack_set_id) VALUES ${placeholders(1, 28)} ON CONFLICT (number) DO NOTHING`;

/** False when the number is taken: PostgreSQL would let nothing more happen in a unit whose statement failed. */
const insertRequest = async (sql: Sql, request: NewRequest): Promise<boolean> => {
  const written = await sql.run(INSERT_REQUEST, [
    request.id,
    request.number,
    request.title,
    request.description,
    foldText(`${request.number} ${request.title}`),
    foldedUnlessPlain(request.description),
    request.productVersionId,
    request.categoryId,
    request.problemId,
    request.severity,
    Number(request.support24x7),
    request.country,
    request.timeZone,
    request.status,
    Number(request.status !== "CLOSED"),
    request.closedReason,
    request.planId,
    request.submitterId,
    request.engineerId,
    request.createdAt,
    request.consumedAt,
    request.updatedAt,
    request.closedAt,
    request.firstResponseDueAt,
    request.nearBreachAt,
    request.lastCommunicationAt,
    request.teamId ?? null,
    request.packSetId ?? null,
  ]);
  return written === 1;
};

const insertContacts = (sql: UnitSql, contacts: readonly RequestContact[]): void => {
  if (contacts.length === 0) return;
  sql.later(
    `INSERT INTO request_contact (id, request_id, role, account_id, given_name, family_name, email, phone, preferred_contact_method, removed_at)
     VALUES ${placeholders(contacts.length, 10)}`,
    contacts.flatMap((one): SqlValue[] => [
      one.id,
      one.requestId,
      one.role,
      one.accountId,
      one.givenName,
      one.familyName,
      one.email,
      one.phone,
      one.preferredContactMethod,
      one.removedAt,
    ]),
  );
};

const setPrimary = async (sql: Sql, requestId: string, contactId: string): Promise<boolean> => {
  const inForce = "request_id = ? AND removed_at IS NULL";
  const known = await first(sql, `SELECT 1 AS found FROM request_contact WHERE ${inForce} AND id = ?`, [
    requestId,
    contactId,
  ]);
  if (known === null) return false;
  // The partial unique index allows one primary: the present one steps back first.
  await sql.run(`UPDATE request_contact SET role = 'ADDITIONAL' WHERE ${inForce} AND role = 'PRIMARY'`, [requestId]);
  return (
    (await sql.run(`UPDATE request_contact SET role = 'PRIMARY' WHERE ${inForce} AND id = ?`, [
      requestId,
      contactId,
    ])) === 1
  );
};

const FOLLOWING = `SELECT c.id, c.request_id AS "requestId", c.given_name AS "givenName", c.family_name AS "familyName"
  FROM request_contact c WHERE c.account_id = ? AND c.email = ? AND c.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.request_id = c.request_id AND b.email = ? AND b.removed_at IS NULL)
  ORDER BY c.id`;

const BIND = `UPDATE request_contact SET account_id = ?
  WHERE account_id IS NULL AND removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.account_id = ? AND b.request_id = request_contact.request_id AND b.removed_at IS NULL)`;

export const requestStore: StoreKey<RequestReads, RequestWrites> = {
  reads: createRequestReads,
  writes: createRequestWrites,
};
