/** Replies kept for reuse, with variables that are filled in for one request (F54). */
import type { Language } from "../account/account.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";

export const REPLY_VARIABLES = [
  "contact.givenName",
  "contact.familyName",
  "contact.name",
  "engineer.name",
  "request.number",
  "request.title",
  "product.name",
  "product.version",
  "team.name",
] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The text with its variables filled in; what nobody knows stays as it was typed, and is named. A value is never read again. */
export const renderReply = (
  text: string,
  values: Readonly<Partial<Record<ReplyVariable, string>>>,
): { readonly text: string; readonly unknown: readonly string[] } => {
  const unknown = new Set<string>();
  const rendered = text.replace(VARIABLE, (all, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as ReplyVariable] : undefined;
    if (value !== undefined) return value;
    unknown.add(name);
    return all;
  });
  return { text: rendered, unknown: [...unknown] };
};

export interface CannedReplyInput {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

/** Variables are told by name: one that does not exist is a slip of the pen. */
export const decideCannedReply = (input: CannedReplyInput): Result<CannedReplyInput, TextRefusalCode> => {
  const names = [...input.text.matchAll(VARIABLE)].map(([, name = ""]) => name);
  const isKnown = names.every((name) => (REPLY_VARIABLES as readonly string[]).includes(name));
  const refusals = [
    ...checkText(input.title, TEXT_RULES.title, ["title"]),
    ...checkText(input.text, TEXT_RULES.communication, ["text"]),
    ...(isKnown ? [] : [invalid(["text"], "choice")]),
  ];
  return refusals.length > 0 ? refuseAll(refusals) : accept(input);
};
