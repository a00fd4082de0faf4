/** What engineers work on; `search_text` is number and title folded, `is_open` follows the status. */
import type { ClosedReason, EpochMs, RequestStatus, Severity } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, count, instant, key, oneOf, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export interface SupportRequestRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly searchText: string;
  /** Null: plain, its lower case is its folded form. */
  readonly descriptionFolded: string | null;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly country: string;
  readonly timeZone: string;
  readonly status: RequestStatus;
  readonly isOpen: boolean;
  readonly closedReason: ClosedReason | null;
  readonly planId: string | null;
  readonly submitterId: string;
  readonly engineerId: string | null;
  readonly createdAt: EpochMs;
  readonly consumedAt: EpochMs | null;
  readonly updatedAt: EpochMs;
  readonly closedAt: EpochMs | null;
  readonly firstResponseDueAt: EpochMs;
  readonly nearBreachAt: EpochMs;
  readonly lastCommunicationAt: EpochMs | null;
  readonly teamId: string | null;
  readonly packSetId: string | null;
  readonly firstRespondedAt: EpochMs | null;
  readonly waitingSince: EpochMs | null;
  readonly closingNoticeAt: EpochMs | null;
  readonly ratingScore: number | null;
  readonly ratingComment: string | null;
  readonly ratedAt: EpochMs | null;
  readonly askedSeverity: Severity | null;
  readonly askedSeverityReason: string | null;
  readonly askedSeverityAt: EpochMs | null;
  readonly askedSeverityBy: string | null;
}

export const supportRequestTable = new EntitySchema<SupportRequestRow>({
  name: "support_request",
  columns: {
    id: key("id"),
    number: text("number"),
    title: text("title"),
    description: text("description"),
    searchText: text("search_text"),
    descriptionFolded: text("description_folded", orNull),
    productVersionId: text("product_version_id"),
    categoryId: text("category_id"),
    problemId: text("problem_id"),
    severity: choice("severity"),
    support24x7: yesNo("support_24x7"),
    country: text("country"),
    timeZone: text("time_zone"),
    status: choice("status"),
    isOpen: yesNo("is_open"),
    closedReason: choice("closed_reason", orNull),
    planId: text("plan_id", orNull),
    submitterId: text("submitter_id"),
    engineerId: text("engineer_id", orNull),
    createdAt: instant("created_at"),
    consumedAt: instant("consumed_at", orNull),
    updatedAt: instant("updated_at"),
    closedAt: instant("closed_at", orNull),
    firstResponseDueAt: instant("first_response_due_at"),
    nearBreachAt: instant("near_breach_at", { default: 0 }),
    lastCommunicationAt: instant("last_communication_at", orNull),
    teamId: text("team_id", orNull),
    packSetId: text("pack_set_id", orNull),
    firstRespondedAt: instant("first_responded_at", orNull),
    waitingSince: instant("waiting_since", orNull),
    closingNoticeAt: instant("closing_notice_at", orNull),
    ratingScore: count("rating_score", orNull),
    ratingComment: text("rating_comment", orNull),
    ratedAt: instant("rated_at", orNull),
    askedSeverity: choice("asked_severity", orNull),
    askedSeverityReason: text("asked_severity_reason", orNull),
    askedSeverityAt: instant("asked_severity_at", orNull),
    askedSeverityBy: text("asked_severity_by", orNull),
  },
  checks: [
    oneOf("support_request_severity", "severity", ["CRITICAL", "MODERATE", "MINIMAL"]),
    oneOf("support_request_status", "status", [
      "NEW",
      "ASSIGNED",
      "IN_PROGRESS",
      "WAITING_FOR_CUSTOMER",
      "WAITING_FOR_VENDOR",
      "SOLVED",
      "CLOSED",
    ]),
    { name: "support_request_is_open", expression: `("is_open" = 0) = ("status" = 'CLOSED')` },
  ],
  uniques: [{ name: "support_request_number", columns: ["number"] }],
  foreignKeys: [
    { name: "support_request_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
    {
      name: "support_request_submitter",
      target: "account",
      columnNames: ["submitterId"],
      referencedColumnNames: ["id"],
    },
    { name: "support_request_engineer", target: "account", columnNames: ["engineerId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "support_request_by_plan", columns: ["planId"] },
    { name: "support_request_by_submitter", columns: ["submitterId"] },
    { name: "support_request_by_engineer", columns: ["engineerId"], where: `"engineer_id" IS NOT NULL` },
    { name: "support_request_open", columns: ["firstResponseDueAt", "id"], where: `"is_open" = 1` },
    {
      name: "support_request_unanswered",
      columns: ["nearBreachAt", "firstResponseDueAt"],
      where: `"is_open" = 1 AND "first_responded_at" IS NULL`,
    },
    { name: "support_request_waiting", columns: ["waitingSince"], where: `"waiting_since" IS NOT NULL` },
  ],
});
