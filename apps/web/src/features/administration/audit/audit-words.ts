/** What was done, in words; the choice of actions by what they are about (F82). */
import { AUDIT_ACTIONS, AUDIT_MESSAGES, type AuditArea, isAuditAction, type Language } from "@accord/domain";
import type { OptionGroup } from "../list/filter-bar";

/** The code itself where the record is of another version. */
export const auditWords = (language: Language, action: string): string =>
  isAuditAction(action) ? AUDIT_MESSAGES[language].actions[action] : action;

/** By area, in the order of the language; what the address asks for is always among them. */
export const auditOptions = (language: Language, asked: string, all: (area: string) => string): OptionGroup[] => {
  const { areas, actions } = AUDIT_MESSAGES[language];
  const byWords = (one: { readonly label: string }, other: { readonly label: string }): number =>
    one.label.localeCompare(other.label, language);
  const groups = (Object.keys(areas) as AuditArea[]).map((area) => {
    const own = AUDIT_ACTIONS.filter((code) => code === area || code.startsWith(`${area}.`));
    const items = own.map((value) => ({ value: value as string, label: actions[value] })).sort(byWords);
    if (items.length > 1) items.unshift({ value: `${area}.`, label: all(areas[area]) });
    return { label: areas[area], items };
  });
  const known = groups.some(({ items }) => items.some(({ value }) => value === asked));
  const more = asked === "" || known ? [] : [{ label: "…", items: [{ value: asked, label: asked }] }];
  return [...more, ...groups.sort(byWords)];
};
