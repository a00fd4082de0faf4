/** A support request as SQL tells it, lean for lists and whole for one. */
import type { RequestContact } from "@accord/domain";
import type { Columns } from "../sql.js";
import type { RequestDetail, RequestSummary, TimelineRow } from "./request.store.js";

type Stored<Shape> = Omit<Shape, "support24x7"> & { readonly support24x7: number };
export type DetailSqlRow = Stored<RequestDetail>;
export type SummarySqlRow = Stored<Omit<RequestSummary, "viewerRole">>;

/** Of the aliases `r` (support_request) and `p` (plan). */
export const SUMMARY: Columns<SummarySqlRow> = {
  id: "r.id",
  number: "r.number",
  title: "r.title",
  productVersionId: "r.product_version_id",
  categoryId: "r.category_id",
  problemId: "r.problem_id",
  severity: "r.severity",
  support24x7: "r.support_24x7",
  country: "r.country",
  timeZone: "r.time_zone",
  status: "r.status",
  closedReason: "r.closed_reason",
  planId: "r.plan_id",
  submitterId: "r.submitter_id",
  engineerId: "r.engineer_id",
  createdAt: "r.created_at",
  consumedAt: "r.consumed_at",
  updatedAt: "r.updated_at",
  closedAt: "r.closed_at",
  firstResponseDueAt: "r.first_response_due_at",
  lastCommunicationAt: "r.last_communication_at",
  programmeId: "p.programme_id",
  planEndsOn: "p.ends_on",
  planIncidentsRemaining: "p.remaining",
};
export const DETAIL: Columns<DetailSqlRow> = { ...SUMMARY, description: "r.description" };
export const FROM_REQUEST = "FROM support_request r LEFT JOIN plan p ON p.id = r.plan_id";

/** Of a list `v` of visible requests joined with the two: the outer loop is always `v`. */
export type SeenSqlRow = SummarySqlRow & Pick<RequestSummary, "viewerRole">;
export const SEEN: Columns<SeenSqlRow> = { ...SUMMARY, viewerRole: "v.role" };
export const FROM_SEEN = `FROM v CROSS JOIN support_request r LEFT JOIN plan p ON p.id = r.plan_id WHERE r.id = v."requestId"`;

export const toDetail = (row: DetailSqlRow): RequestDetail => ({ ...row, support24x7: row.support24x7 === 1 });
export const toSummary = (row: SeenSqlRow): RequestSummary => ({ ...row, support24x7: row.support24x7 === 1 });

export const CONTACT: Columns<RequestContact> = {
  id: "id",
  requestId: "request_id",
  role: "role",
  accountId: "account_id",
  givenName: "given_name",
  familyName: "family_name",
  email: "email",
  phone: "phone",
  preferredContactMethod: "preferred_contact_method",
  removedAt: "removed_at",
};

type TimelineSqlRow = Omit<TimelineRow, "isFromSupport" | "isInternal"> & {
  readonly isFromSupport: number;
  readonly isInternal: number;
};

/** Of the aliases `t` (timeline_entry) and `a` (account). */
export const TIMELINE: Columns<TimelineSqlRow> = {
  id: "t.id",
  requestId: "t.request_id",
  kind: "t.kind",
  actorId: "t.actor_id",
  isFromSupport: "t.is_from_support",
  isInternal: "t.is_internal",
  text: "t.text",
  status: "t.status",
  at: "t.at",
  actorName: "CASE WHEN a.id IS NULL THEN NULL ELSE a.given_name || ' ' || a.family_name END",
};

export const toTimelineRow = (row: TimelineSqlRow): TimelineRow => ({
  ...row,
  isFromSupport: row.isFromSupport === 1,
  isInternal: row.isInternal === 1,
});
