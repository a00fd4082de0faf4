/** Writing requests: the row, its contacts and its timeline, each list in one statement (hot path W3). */
import type { RequestContact, SupportRequest } from "@accord/domain";
import { fold } from "../fold.js";
import { first, placeholders, type Sql, type SqlValue } from "../sql.js";
import type { WriteContext } from "../store-context.js";
import type { RequestChanges, RequestWrites, TimelineEntry } from "./request.store.js";
import { createRequestReads } from "./request-reads.js";

export const createRequestWrites = (context: WriteContext): RequestWrites => {
  const { sql } = context;
  return {
    ...createRequestReads(context),
    create: async (request, contacts, events) => {
      await insertRequest(sql, request);
      await insertContacts(sql, contacts);
      await insertEvents(sql, events);
    },
    update: async (id, changes, expectedStatus) => {
      const { columns, params } = changedColumns(changes);
      const guard = expectedStatus === undefined ? "" : " AND status = ?";
      const text = `UPDATE support_request SET ${columns.join(", ")} WHERE id = ?${guard}`;
      return (await sql.run(text, [...params, id, ...(expectedStatus === undefined ? [] : [expectedStatus])])) === 1;
    },
    addContacts: (contacts) => insertContacts(sql, contacts),
    removeContact: async (contactId, at) =>
      (await sql.run(`UPDATE request_contact SET removed_at = ? WHERE id = ? AND removed_at IS NULL`, [
        at,
        contactId,
      ])) === 1,
    setPrimary: (requestId, contactId) => setPrimary(sql, requestId, contactId),
    addEvents: (events) => insertEvents(sql, events),
    bindContacts: (accountId, provenEmail) => sql.run(BIND, [accountId, provenEmail, accountId]),
  };
};

const INSERT_REQUEST = `INSERT INTO support_request (id, number, title, description, search_text, product_version_id, category_id,
  problem_id, severity, support_24x7, country, time_zone, status, is_open, closed_reason, plan_id, submitter_id, engineer_id,
  created_at, consumed_at, updated_at, closed_at, first_response_due_at, last_communication_at) VALUES ${placeholders(1, 24)}`;

const insertRequest = async (sql: Sql, request: SupportRequest): Promise<void> => {
  await sql.run(INSERT_REQUEST, [
    request.id,
    request.number,
    request.title,
    request.description,
    fold(`${request.number} ${request.title}`),
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
    request.lastCommunicationAt,
  ]);
};

const insertContacts = async (sql: Sql, contacts: readonly RequestContact[]): Promise<void> => {
  if (contacts.length === 0) return;
  await sql.run(
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

const insertEvents = async (sql: Sql, events: readonly TimelineEntry[]): Promise<void> => {
  if (events.length === 0) return;
  await sql.run(
    `INSERT INTO timeline_entry (id, request_id, kind, actor_id, is_from_support, is_internal, text, status, at)
     VALUES ${placeholders(events.length, 9)}`,
    events.flatMap((one): SqlValue[] => [
      one.id,
      one.requestId,
      one.kind,
      one.actorId,
      Number(one.isFromSupport),
      Number(one.isInternal),
      one.text,
      one.status,
      one.at,
    ]),
  );
};

const changedColumns = (changes: RequestChanges): { columns: string[]; params: SqlValue[] } => {
  const columns = ["updated_at = ?"];
  const params: SqlValue[] = [changes.updatedAt];
  const set = (column: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    columns.push(`${column} = ?`);
    params.push(value);
  };
  set("status", changes.status);
  set("is_open", changes.status === undefined ? undefined : Number(changes.status !== "CLOSED"));
  set("closed_reason", changes.closedReason);
  set("engineer_id", changes.engineerId);
  set("severity", changes.severity);
  set("support_24x7", changes.support24x7 === undefined ? undefined : Number(changes.support24x7));
  set("closed_at", changes.closedAt);
  set("last_communication_at", changes.lastCommunicationAt);
  return { columns, params };
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

const BIND = `UPDATE request_contact SET account_id = ?
  WHERE email = ? AND account_id IS NULL AND removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.account_id = ? AND b.request_id = request_contact.request_id AND b.removed_at IS NULL)`;
