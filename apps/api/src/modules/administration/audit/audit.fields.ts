/** Computed fields of audit entries (F82). */

import type { ListedAuditRow } from "../../../kernel/audit/audit.store.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { summaryOf } from "../summary-of.js";

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

export const detailsOf = (details: ListedAuditRow["details"]): { name: string; value: string }[] | null =>
  details === null ? null : Object.entries(details).map(([name, value]) => ({ name, value: textOf(value) }));

export const auditFields: readonly TypeFields[] = [
  fieldsOf<ListedAuditRow>("AuditEntry", {
    actor: ({ actorId }, _args, context) => summaryOf(actorId, context),
    details: ({ details }) => detailsOf(details),
  }),
];
