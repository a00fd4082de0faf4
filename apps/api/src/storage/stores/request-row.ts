/** A support request as SQL tells it, lean for lists and whole for one. */
import type { RequestContact } from "@accord/domain";
import type { RequestDetail, RequestSummary } from "./request.store.js";

type Stored<Shape> = Omit<Shape, "support24x7"> & { readonly support24x7: number };
export type RequestSqlRow = Stored<RequestDetail>;
export type SummarySqlRow = Stored<Omit<RequestSummary, "viewerRole">>;

/** Of the table aliases `r` (support_request) and `p` (plan, left joined). */
const SUMMARY_COLUMNS = `r.id, r.number, r.title, r.product_version_id AS "productVersionId", r.category_id AS "categoryId",
  r.problem_id AS "problemId", r.severity, r.support_24x7 AS "support24x7", r.country, r.time_zone AS "timeZone", r.status,
  r.closed_reason AS "closedReason", r.plan_id AS "planId", r.submitter_id AS "submitterId", r.engineer_id AS "engineerId",
  r.created_at AS "createdAt", r.consumed_at AS "consumedAt", r.updated_at AS "updatedAt", r.closed_at AS "closedAt",
  r.first_response_due_at AS "firstResponseDueAt", r.last_communication_at AS "lastCommunicationAt",
  p.programme_id AS "programmeId", p.ends_on AS "planEndsOn", p.remaining AS "planIncidentsRemaining"`;

export const SELECT_SUMMARY = `SELECT ${SUMMARY_COLUMNS} FROM support_request r LEFT JOIN plan p ON p.id = r.plan_id`;
export const SELECT_DETAIL = `SELECT ${SUMMARY_COLUMNS}, r.description FROM support_request r LEFT JOIN plan p ON p.id = r.plan_id`;

export const toDetail = (row: RequestSqlRow): RequestDetail => ({ ...row, support24x7: row.support24x7 === 1 });
export const toSummary = (row: SummarySqlRow, viewerRole: RequestSummary["viewerRole"]): RequestSummary => ({
  ...row,
  support24x7: row.support24x7 === 1,
  viewerRole,
});

export const SELECT_CONTACT = `SELECT id, request_id AS "requestId", role, account_id AS "accountId", given_name AS "givenName",
  family_name AS "familyName", email, phone, preferred_contact_method AS "preferredContactMethod", removed_at AS "removedAt"
  FROM request_contact`;
export type ContactSqlRow = RequestContact;
