/** Computed fields of audit entries (F82). */

import { isAuditAction } from "@accord/domain";
import type { ListedAuditRow } from "../../../kernel/audit/audit.store.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { slugId } from "../../../kernel/graphql/slug-arguments.js";
import { summaryOf } from "../summary-of.js";
import type { AuditDetailType, AuditEntryType } from "../types/audit.type.js";

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

export const detailsOf = (details: ListedAuditRow["details"]): AuditDetailType[] | null =>
  details === null ? null : Object.entries(details).map(([name, value]) => ({ name, value: textOf(value) }));

export const auditFields: readonly TypeFields[] = [
  fieldsOf<ListedAuditRow, AuditEntryType>("AuditEntry", {
    id: ({ seq }) => slugId("aud", String(seq)),
    createdAt: ({ at }) => at,
    updatedAt: ({ at }) => at,
    action: ({ action }) => (isAuditAction(action) ? action : null),
    actionCode: ({ action }) => action,
    actor: ({ actorId }, _args, context) => summaryOf(actorId, context),
    details: ({ details }) => detailsOf(details),
  }),
];
