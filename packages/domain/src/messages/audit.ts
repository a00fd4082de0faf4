/** Sentences of the audit record, in every language. */
import type { Language } from "../account/account.js";
import { auditEn } from "./audit.en.js";
import { auditRo } from "./audit.ro.js";
import type { AuditMessages } from "./message.js";

export const AUDIT_MESSAGES: Readonly<Record<Language, AuditMessages>> = { en: auditEn, ro: auditRo };
