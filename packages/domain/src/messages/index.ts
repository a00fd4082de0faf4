/** Sentences of every code, in every language: ICU text which the caller formats (the API by Accept-Language, the pages in theirs). */
import type { Language } from "../account/account.js";
import type { RuleCheck } from "../entitlement/judge-entitlement.js";
import type { UnavailabilityReasonCode } from "../entitlement/reasons/index.js";
import type { RemedyKind } from "../entitlement/remedies.js";
import type { PackAdvice } from "../purchase/pack-advice.js";
import type { CivilDate } from "../shared/calendar.js";
import type { RefusalCode } from "../shared/refusals.js";
import type { Message, PlanMessages, PurchaseMessages, RefusalMessages } from "./message.js";
import { plansEn } from "./plans.en.js";
import { plansRo } from "./plans.ro.js";
import { purchasesEn } from "./purchases.en.js";
import { purchasesRo } from "./purchases.ro.js";
import { refusalsEn } from "./refusals.en.js";
import { refusalsRo } from "./refusals.ro.js";

export { AUDIT_MESSAGES } from "./audit.js";
export { IMPORT_MESSAGES } from "./imports.js";
export type {
  AuditMessages,
  CheckMessage,
  Message,
  PlanMessages,
  PurchaseMessages,
  RefusalMessages,
} from "./message.js";
export { PACK_MESSAGES } from "./packs.js";
export { READING_MESSAGES, readingParams } from "./table-reading.js";

export const REFUSAL_MESSAGES: Readonly<Record<Language, RefusalMessages>> = { en: refusalsEn, ro: refusalsRo };
export const PLAN_MESSAGES: Readonly<Record<Language, PlanMessages>> = { en: plansEn, ro: plansRo };
export const PURCHASE_MESSAGES: Readonly<Record<Language, PurchaseMessages>> = { en: purchasesEn, ro: purchasesRo };
export const REASON_MESSAGES: Readonly<Record<Language, PlanMessages["reasons"]>> = {
  en: plansEn.reasons,
  ro: plansRo.reasons,
};
export const REMEDY_MESSAGES: Readonly<Record<Language, PlanMessages["remedies"]>> = {
  en: plansEn.remedies,
  ro: plansRo.remedies,
};

// Asked of the catalogue, not of the registry: a page that only shows sentences then carries no rules.
const isReason = (code: UnavailabilityReasonCode | RefusalCode): code is UnavailabilityReasonCode =>
  code in plansEn.reasons;

/** What happened and what to do, as ICU text with the parameters of the reason or refusal. */
export const messageOf = (language: Language, code: UnavailabilityReasonCode | RefusalCode): Message =>
  isReason(code) ? REASON_MESSAGES[language][code] : REFUSAL_MESSAGES[language][code];

export const remedyMessageOf = (language: Language, kind: RemedyKind): string => REMEDY_MESSAGES[language][kind];

/** The advice before a pack, as ICU text with the parameters `used`, `unused` and `breakEven`. */
export const adviceMessageOf = (
  language: Language,
  advice: Pick<PackAdvice, "packSize" | "breakEven" | "recommendsPack">,
): string => {
  const { pack, single, never } = PURCHASE_MESSAGES[language].advice;
  if (advice.breakEven > advice.packSize) return never;
  return advice.recommendsPack ? pack : single;
};

/** The sentence of one line of the rule trace; it takes no parameters. */
export const checkMessageOf = (language: Language, check: RuleCheck): string => {
  const messages = PLAN_MESSAGES[language];
  if (check.passed === null) return messages.notJudged;
  return messages.checks[check.code][check.passed ? "passed" : "failed"];
};

/** The sentence for the parameters of `describeCoverage`. */
export const coverageMessage = (language: Language): string => PLAN_MESSAGES[language].coverage;

/** Writes the civil dates among the parameters (keys `on` and `…On`) with the caller's formatter: day, month in words, year. */
export const writeDays = (
  params: Readonly<Record<string, string | number>>,
  formatDay: (day: CivilDate) => string,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      (key === "on" || key.endsWith("On")) && typeof value === "string" && value !== "" ? formatDay(value) : value,
    ]),
  );
