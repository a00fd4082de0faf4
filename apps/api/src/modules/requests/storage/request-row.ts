/** A support request as SQL tells it, lean for lists and whole for one. */
import type { RequestContact, RequestLife, Severity } from "@accord/domain";
import type { Columns } from "../../../kernel/db/sql.js";
import type { RequestDetail, RequestPause, RequestSummary, TimelineRow } from "./request.store.js";

type Stored<Shape> = Omit<Shape, "support24x7"> & { readonly support24x7: number };
interface LifeSqlRow extends Omit<RequestLife, "rating" | "severityAsk"> {
  readonly ratingScore: number | null;
  readonly ratingComment: string | null;
  readonly ratedAt: number | null;
  readonly askedSeverity: Severity | null;
  readonly askedSeverityReason: string | null;
  readonly askedSeverityAt: number | null;
  readonly askedSeverityBy: string | null;
}
export type DetailSqlRow = Stored<Omit<RequestDetail, keyof RequestLife>> & LifeSqlRow;
export type SummarySqlRow = Stored<Omit<RequestSummary, "viewerRole" | "engineerName" | "primaryContact">>;

const ENGINEER_NAME = "CASE WHEN e.id IS NULL THEN NULL ELSE trim(e.given_name || ' ' || e.family_name) END";

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
  nearBreachAt: "r.near_breach_at",
  lastCommunicationAt: "r.last_communication_at",
  programmeId: "p.programme_id",
  planEndsOn: "p.ends_on",
  planIncidentsRemaining: "p.remaining",
};
/** Of `e` (account of the engineer) too. */
export const DETAIL: Columns<DetailSqlRow> = {
  ...SUMMARY,
  engineerName: ENGINEER_NAME,
  description: "r.description",
  teamId: "r.team_id",
  firstRespondedAt: "r.first_responded_at",
  waitingSince: "r.waiting_since",
  closingNoticeAt: "r.closing_notice_at",
  ratingScore: "r.rating_score",
  ratingComment: "r.rating_comment",
  ratedAt: "r.rated_at",
  askedSeverity: "r.asked_severity",
  askedSeverityReason: "r.asked_severity_reason",
  askedSeverityAt: "r.asked_severity_at",
  askedSeverityBy: "r.asked_severity_by",
};
/** Plans not in force too: a request used one that was. */
const PLAN_AND_ENGINEER = "LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN account e ON e.id = r.engineer_id";
export const FROM_REQUEST = `FROM support_request r ${PLAN_AND_ENGINEER}`;

/** The primary contact of a row, each column by its own name: an object of its own is made of them. */
interface PrimarySqlRow {
  readonly contactId: string;
  readonly contactAccountId: string | null;
  readonly contactGivenName: string;
  readonly contactFamilyName: string;
  readonly contactEmail: string;
  readonly contactPhone: string | null;
  readonly contactMethod: RequestContact["preferredContactMethod"];
}

/** Of a list `v` of visible requests with their primary contact `c`, in one trip (hot path W2): the outer loop is always `v`. */
export type SeenSqlRow = SummarySqlRow & Pick<RequestSummary, "viewerRole" | "engineerName"> & PrimarySqlRow;
export const SEEN: Columns<SeenSqlRow> = {
  ...SUMMARY,
  viewerRole: "v.role",
  engineerName: ENGINEER_NAME,
  contactId: "c.id",
  contactAccountId: "c.account_id",
  contactGivenName: "c.given_name",
  contactFamilyName: "c.family_name",
  contactEmail: "c.email",
  contactPhone: "c.phone",
  contactMethod: "c.preferred_contact_method",
};
export const FROM_SEEN = `FROM v CROSS JOIN support_request r ${PLAN_AND_ENGINEER}
  JOIN request_contact c ON c.request_id = r.id AND c.role = 'PRIMARY' AND c.removed_at IS NULL
  WHERE r.id = v."requestId"`;

export const toDetail = (row: DetailSqlRow): RequestDetail => {
  const {
    ratingScore,
    ratingComment,
    ratedAt,
    askedSeverity,
    askedSeverityReason,
    askedSeverityAt,
    askedSeverityBy,
    ...plain
  } = row;
  return {
    ...plain,
    support24x7: row.support24x7 === 1,
    rating:
      ratingScore === null || ratedAt === null ? null : { score: ratingScore, comment: ratingComment, at: ratedAt },
    severityAsk:
      askedSeverity === null || askedSeverityAt === null
        ? null
        : {
            severity: askedSeverity,
            reason: askedSeverityReason ?? "",
            at: askedSeverityAt,
            actorId: askedSeverityBy,
          },
  };
};
export const toSummary = (row: SeenSqlRow): RequestSummary => {
  const {
    contactId,
    contactAccountId,
    contactGivenName,
    contactFamilyName,
    contactEmail,
    contactPhone,
    contactMethod,
    ...request
  } = row;
  return {
    ...request,
    support24x7: row.support24x7 === 1,
    primaryContact: {
      id: contactId,
      requestId: row.id,
      role: "PRIMARY",
      accountId: contactAccountId,
      givenName: contactGivenName,
      familyName: contactFamilyName,
      email: contactEmail,
      phone: contactPhone,
      preferredContactMethod: contactMethod,
      removedAt: null,
    },
  };
};

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

export const PAUSE: Columns<RequestPause> = { requestId: "request_id", from: "from_at", until: "until_at" };

type TimelineSqlRow = Omit<TimelineRow, "isFromSupport" | "isInternal" | "params" | "mail"> & {
  readonly isFromSupport: number;
  readonly isInternal: number;
  readonly params: string | null;
  readonly mail: string | null;
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
  editedAt: "t.edited_at",
  channel: "t.channel",
  params: "t.params",
  quoted: "t.quoted",
  mail: "t.mail",
  actorName: "CASE WHEN a.id IS NULL THEN NULL ELSE a.given_name || ' ' || a.family_name END",
};

export const toTimelineRow = (row: TimelineSqlRow): TimelineRow => ({
  ...row,
  isFromSupport: row.isFromSupport === 1,
  isInternal: row.isInternal === 1,
  params: row.params === null ? null : (JSON.parse(row.params) as TimelineRow["params"]),
  mail: row.mail === null ? null : (JSON.parse(row.mail) as TimelineRow["mail"]),
});
