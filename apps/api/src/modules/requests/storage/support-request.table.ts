/** What engineers work on; `search_text` is number and title folded, `is_open` follows the status. */
import type { ClosedReason, RequestStatus, Severity } from "@accord/domain";
import { choice, count, defineTable, instant, key, oneOf, orNull, text, yesNo } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const clearedRequests = migration("ClearedRequests1795400082000", {
  up: [`ALTER TABLE "support_request" ADD COLUMN "cleared_at" bigint`],
  down: [`ALTER TABLE "support_request" DROP COLUMN "cleared_at"`],
});

export const supportRequestTable = defineTable({
  name: "support_request",
  person: { by: ["submitterId"], atErasure: "SEPARATELY" },
  migrations: [clearedRequests],
  columns: {
    id: key("id", "ID"),
    number: text("number", "FACT"),
    title: text("title", "WORDS"),
    description: text("description", "WORDS"),
    searchText: text("search_text", "WORDS"),
    /** Null: plain, its lower case is its folded form. */
    descriptionFolded: text("description_folded", "WORDS", orNull),
    productVersionId: text("product_version_id", "ID"),
    categoryId: text("category_id", "ID"),
    problemId: text("problem_id", "ID"),
    severity: choice<Severity>("severity", "FACT"),
    support24x7: yesNo("support_24x7", "FACT"),
    country: text("country", "FACT"),
    timeZone: text("time_zone", "FACT"),
    status: choice<RequestStatus>("status", "FACT"),
    isOpen: yesNo("is_open", "FACT"),
    closedReason: choice<ClosedReason>("closed_reason", "FACT", orNull),
    planId: text("plan_id", "ID", orNull),
    submitterId: text("submitter_id", "ID"),
    engineerId: text("engineer_id", "ID", orNull),
    createdAt: instant("created_at", "FACT"),
    consumedAt: instant("consumed_at", "FACT", orNull),
    updatedAt: instant("updated_at", "FACT"),
    closedAt: instant("closed_at", "FACT", orNull),
    firstResponseDueAt: instant("first_response_due_at", "FACT"),
    nearBreachAt: instant("near_breach_at", "FACT", { default: 0 }),
    lastCommunicationAt: instant("last_communication_at", "FACT", orNull),
    teamId: text("team_id", "ID", orNull),
    packSetId: text("pack_set_id", "ID", orNull),
    firstRespondedAt: instant("first_responded_at", "FACT", orNull),
    waitingSince: instant("waiting_since", "FACT", orNull),
    closingNoticeAt: instant("closing_notice_at", "FACT", orNull),
    ratingScore: count("rating_score", "FACT", orNull),
    ratingComment: text("rating_comment", "WORDS", orNull),
    ratedAt: instant("rated_at", "FACT", orNull),
    askedSeverity: choice<Severity>("asked_severity", "FACT", orNull),
    askedSeverityReason: text("asked_severity_reason", "WORDS", orNull),
    askedSeverityAt: instant("asked_severity_at", "FACT", orNull),
    askedSeverityBy: text("asked_severity_by", "ID", orNull),
    /** When its words, files and people went, for its time was over (F83); null: they are there. */
    clearedAt: instant("cleared_at", "FACT", orNull),
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
