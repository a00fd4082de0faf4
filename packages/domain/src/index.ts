/** The one door of the rules: everything other rooms may import. */
export * from "./account/access-token.js";
export * from "./account/account.js";
export * from "./account/account-kind.js";
export * from "./account/capabilities.js";
export * from "./account/email.js";
export * from "./account/person-name.js";
export * from "./account/phone.js";
export * from "./account/profile.js";
export * from "./account/spoken-language.js";
export * from "./account/staff-rights.js";
export * from "./account/staff-roles.js";
export * from "./agreement/activation.js";
export * from "./agreement/agreement-term.js";
export * from "./agreement/id-pair.js";
export * from "./agreement/import-row.js";
export * from "./agreement/issue-id-pair.js";
export * from "./agreement/manage-agreement.js";
export * from "./agreement/register-agreement.js";
export * from "./attachment/attachment.js";
export * from "./attachment/attachment-sight.js";
export * from "./attachment/content-type.js";
export * from "./attachment/decide-upload.js";
export { displayNameOf } from "./attachment/display-name.js";
export * from "./audit/audit-actions.js";
export { lifecyclePhaseAt } from "./catalogue/lifecycle-phase.js";
export * from "./catalogue/product.js";
export * from "./catalogue/route-product.js";
export * from "./catalogue/search-products.js";
export * from "./entitlement/coverage-verdict.js";
export * from "./entitlement/judge-entitlement.js";
export type { Need } from "./entitlement/need.js";
export * from "./entitlement/plan-if-bought.js";
export * from "./entitlement/ranked-ways.js";
export type { Finding, ReasonDefinition } from "./entitlement/reason.js";
export * from "./entitlement/reasons/index.js";
export * from "./entitlement/remedies.js";
export * from "./help/article.js";
export * from "./help/decision-tree.js";
export * from "./help/dialogue-walk.js";
export * from "./help/draft-answers.js";
export { type FoundMarkup, findMarkup } from "./help/find-markup.js";
export * from "./help/form-answers.js";
export * from "./help/form-faults.js";
export { type FormJudgement, judgeForm } from "./help/judge-form.js";
export * from "./help/judge-tree.js";
export * from "./help/problem-form.js";
export * from "./help/solved.js";
export * from "./help/tree-faults.js";
export * from "./help/walk-tree.js";
export * from "./invitation/access-ask.js";
export * from "./invitation/address-confirmation.js";
export * from "./invitation/invitation.js";
export * from "./invitation/one-time-link.js";
export * from "./messages/index.js";
export * from "./notice/notice.js";
export * from "./notice/recipients.js";
export * from "./pack/coverage-shift.js";
export * from "./pack/pack.js";
export * from "./plan/activation-rule.js";
export * from "./plan/coverage.js";
export * from "./plan/ledger.js";
export * from "./plan/ledger-sight.js";
export * from "./plan/plan-state.js";
export * from "./plan/support-plan.js";
export * from "./privacy/data-classes.js";
export * from "./privacy/retention.js";
export * from "./purchase/currencies.js";
export * from "./purchase/decide-purchase.js";
export * from "./purchase/decide-refund.js";
export * from "./purchase/decline-codes.js";
export * from "./purchase/judge-offer.js";
export * from "./purchase/money.js";
export * from "./purchase/offers.js";
export * from "./purchase/pack-advice.js";
export * from "./purchase/purchase.js";
export * from "./purchase/purchase-allowed.js";
export * from "./purchase/purchase-state.js";
export * from "./purchase/purchase-terms.js";
export * from "./purchase/receipt.js";
export * from "./purchase/tax.js";
export type { Country, PublicHoliday, Region } from "./region/region.js";
export * from "./request/answered-response.js";
export * from "./request/auto-close.js";
export * from "./request/business-time.js";
export * from "./request/check-zone.js";
export * from "./request/contacts.js";
export * from "./request/conversation.js";
export * from "./request/decide-submission.js";
export * from "./request/draft.js";
export * from "./request/first-response.js";
export * from "./request/flow.js";
export * from "./request/general-question.js";
export * from "./request/mail-answer.js";
export * from "./request/received-mail.js";
export * from "./request/request-actions.js";
export * from "./request/request-life.js";
export * from "./request/request-number.js";
export * from "./request/request-status.js";
export * from "./request/service-review.js";
export * from "./request/severity.js";
export * from "./request/severity-ask.js";
export * from "./request/share-request.js";
export type {
  JudgedPlan,
  SubmissionContext,
  SubmissionInput,
  SubmissionRefusal,
  SubmissionRefusalCode,
} from "./request/step-checks.js";
export * from "./request/steps.js";
export * from "./request/support-request.js";
export * from "./request/timeline.js";
export * from "./request/visibility.js";
export {
  type FoundSecret,
  findSecrets,
  MASK,
  maskSecrets,
  type SecretKind,
} from "./secret/find-secrets.js";
export * from "./shared/brake.js";
export * from "./shared/calendar.js";
export * from "./shared/capital-name.js";
export * from "./shared/durations.js";
export * from "./shared/external-reference.js";
export * from "./shared/fold-text.js";
export * from "./shared/readable-text.js";
export * from "./shared/refusals.js";
export * from "./shared/result.js";
export * from "./shared/searched-text.js";
export {
  checkText,
  type ExpectedForm,
  hasForbiddenCharacters,
  TEXT_RULES,
  type TextRefusalCode,
  type TextRule,
} from "./shared/text.js";
export { z } from "./shared/validation.js";
export * from "./table/table-cell.js";
export * from "./table/table-column.js";
export * from "./table/table-problem.js";
export * from "./team/route-request.js";
export * from "./team/team.js";
export * from "./workspace/canned-reply.js";
export * from "./workspace/ownership.js";
export * from "./workspace/queue.js";
export * from "./workspace/request-for-customer.js";
export * from "./workspace/severity-change.js";
export * from "./workspace/sight.js";
export * from "./workspace/split.js";
