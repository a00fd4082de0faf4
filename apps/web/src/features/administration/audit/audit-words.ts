/** What was done, in words; the choice of actions by what they are about (F82). */
import {
  AUDIT_ACTIONS,
  AUDIT_AREAS,
  AUDIT_MESSAGES,
  capitalNameOf,
  isAuditAction,
  type Language,
} from "@accord/domain";
import type { AuditFilter } from "@accord/schema";
import type { Formatters } from "../../../lib/formatters";
import type { ChoiceGroup } from "../../../lib/list/filter-fields";

/** The code itself where the record is of another version. */
export const auditWords = (language: Language, action: string): string =>
  isAuditAction(action) ? AUDIT_MESSAGES[language].actions[action] : action;

/** What the API is asked for the choice in the address: an action, or an area with its point; what is neither asks for nothing. */
export const auditFilterOf = (asked: string): Pick<AuditFilter, "action" | "area"> => {
  const area = AUDIT_AREAS.find((one) => asked === `${one}.`);
  if (area !== undefined) return { area: capitalNameOf(area) };
  return isAuditAction(asked) ? { action: capitalNameOf(asked) } : {};
};

/** By area, in the order of the language. */
export const auditOptions = (
  language: Language,
  all: (area: string) => string,
  byName: Formatters["byName"],
): ChoiceGroup[] => {
  const { areas, actions } = AUDIT_MESSAGES[language];
  const groups = AUDIT_AREAS.map((area) => {
    const own = AUDIT_ACTIONS.filter((code) => code === area || code.startsWith(`${area}.`));
    const items = byName(
      own.map((value) => ({ value: value as string, label: actions[value] })),
      ({ label }) => label,
    );
    if (items.length > 1) items.unshift({ value: `${area}.`, label: all(areas[area]) });
    return { label: areas[area], items };
  });
  return byName(groups, ({ label }) => label);
};
