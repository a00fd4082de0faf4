/** What was done, in words; the choice of actions by what they are about (F82). */
import { AUDIT_ACTIONS, AUDIT_MESSAGES, type AuditArea, isAuditAction, type Language } from "@accord/domain";
import type { Formatters } from "../../../lib/formatters";
import type { ChoiceGroup } from "../../../lib/list/filter-fields";

/** The code itself where the record is of another version. */
export const auditWords = (language: Language, action: string): string =>
  isAuditAction(action) ? AUDIT_MESSAGES[language].actions[action] : action;

/** By area, in the order of the language; what the address asks for is always among them. */
export const auditOptions = (
  language: Language,
  asked: string,
  all: (area: string) => string,
  byName: Formatters["byName"],
): ChoiceGroup[] => {
  const { areas, actions } = AUDIT_MESSAGES[language];
  const groups = (Object.keys(areas) as AuditArea[]).map((area) => {
    const own = AUDIT_ACTIONS.filter((code) => code === area || code.startsWith(`${area}.`));
    const items = byName(
      own.map((value) => ({ value: value as string, label: actions[value] })),
      ({ label }) => label,
    );
    if (items.length > 1) items.unshift({ value: `${area}.`, label: all(areas[area]) });
    return { label: areas[area], items };
  });
  const known = groups.some(({ items }) => items.some(({ value }) => value === asked));
  const more = asked === "" || known ? [] : [{ label: "…", items: [{ value: asked, label: asked }] }];
  return [...more, ...byName(groups, ({ label }) => label)];
};
