/** A support request as SQL tells it, lean for lists and whole for one. */
import { combine, compute, nest, omit, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import type { PlanFacts, RequestDetail, RequestPause, RequestSummary, TimelineRow } from "./request.store.js";
import { requestContactTable } from "./request-contact.table.js";
import { supportRequestTable } from "./support-request.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";

const RATING = ["ratingScore", "ratingComment", "ratedAt"] as const;
const SEVERITY_ASK = ["askedSeverity", "askedSeverityReason", "askedSeverityAt", "askedSeverityBy"] as const;
/** What comes to a request in its life. */
export const LATER = [
  ...(["firstRespondedAt", "waitingSince", "closingNoticeAt", "clearedAt"] as const),
  ...RATING,
  ...SEVERITY_ASK,
] as const;

const ENGINEER_NAME = "CASE WHEN e.id IS NULL THEN NULL ELSE trim(e.given_name || ' ' || e.family_name) END";

/** A contact as rules know it. */
export const CONTACT = omit(requestContactTable, ["changedAt"]);

/** Of the aliases `r` (support_request) and `p` (plan). */
export const SUMMARY = combine(
  omit(
    supportRequestTable,
    [...LATER, "description", "searchText", "descriptionFolded", "isOpen", "teamId", "packSetId"],
    "r",
  ),
  compute<PlanFacts>({
    programmeId: "p.programme_id",
    planEndsOn: "p.ends_on",
    planIncidentsRemaining: "p.remaining",
  }),
);
/** Of `e` (account of the engineer) too. */
export const DETAIL = combine(
  SUMMARY,
  pick(supportRequestTable, ["description", "teamId", "firstRespondedAt", "waitingSince", "closingNoticeAt"], "r"),
  compute<Pick<RequestDetail, "engineerName">>({ engineerName: ENGINEER_NAME }),
  nest("rating", pick(supportRequestTable, RATING, "r")),
  nest("severityAsk", pick(supportRequestTable, SEVERITY_ASK, "r")),
);
/** Plans not in force too: a request used one that was. */
const PLAN_AND_ENGINEER = "LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN account e ON e.id = r.engineer_id";
export const FROM_REQUEST = `FROM support_request r ${PLAN_AND_ENGINEER}`;

/** Of a list `v` of visible requests with their primary contact `c`, in one trip (hot path W2): the outer loop is always `v`. */
export const SEEN = combine(
  SUMMARY,
  compute<Pick<RequestSummary, "viewerRole" | "engineerName">>({ viewerRole: "v.role", engineerName: ENGINEER_NAME }),
  nest("primaryContact", omit(requestContactTable, ["requestId", "role", "removedAt", "changedAt"], "c")),
);
export const FROM_SEEN = `FROM v CROSS JOIN support_request r ${PLAN_AND_ENGINEER}
  JOIN request_contact c ON c.request_id = r.id AND c.role = 'PRIMARY' AND c.removed_at IS NULL
  WHERE r.id = v."requestId"`;

type DetailRow = RowIn<typeof DETAIL>;

const toRating = ({ ratingScore, ratingComment, ratedAt }: DetailRow["rating"]): RequestDetail["rating"] =>
  ratingScore === null || ratedAt === null ? null : { score: ratingScore, comment: ratingComment, at: ratedAt };

const toSeverityAsk = ({
  askedSeverity: severity,
  askedSeverityReason: reason,
  askedSeverityAt: at,
  askedSeverityBy: actorId,
}: DetailRow["severityAsk"]): RequestDetail["severityAsk"] =>
  severity === null || at === null ? null : { severity, reason: reason ?? "", at, actorId };

export const toDetail = (row: DetailRow): RequestDetail => ({
  ...row,
  rating: toRating(row.rating),
  severityAsk: toSeverityAsk(row.severityAsk),
});

export const toSummary = (row: RowIn<typeof SEEN>): RequestSummary => ({
  ...row,
  primaryContact: { ...row.primaryContact, requestId: row.id, role: "PRIMARY", removedAt: null },
});

export const PAUSE = compute<RequestPause>({ requestId: "request_id", from: "from_at", until: "until_at" });

/** Of the aliases `t` (timeline_entry) and `a` (account). */
export const TIMELINE = combine(
  omit(timelineEntryTable, ["textFolded"], "t"),
  compute<Pick<TimelineRow, "actorName">>({
    actorName: "nullif(trim(a.given_name || ' ' || a.family_name), '')",
  }),
);
