/** The one policy for text that people type: what is refused; whatever passes is stored exactly as it came. */
import type { Refusal } from "./result.js";

export type TextRefusalCode = "INPUT_REQUIRED" | "INPUT_TOO_LONG" | "INPUT_INVALID";
export type InputRefusal = Refusal<TextRefusalCode>;

export interface TextRule {
  /** Most characters (code points). */
  readonly max: number;
  readonly isRequired: boolean;
  /** Allows line feeds, CR LF pairs and tabs. */
  readonly isMultiline: boolean;
}

export const TEXT_RULES = {
  title: { max: 200, isRequired: true, isMultiline: false },
  description: { max: 20_000, isRequired: true, isMultiline: true },
  communication: { max: 20_000, isRequired: true, isMultiline: true },
  reason: { max: 2000, isRequired: true, isMultiline: true },
  comment: { max: 2000, isRequired: false, isMultiline: true },
  personName: { max: 100, isRequired: true, isMultiline: false },
  tokenName: { max: 100, isRequired: true, isMultiline: false },
} as const satisfies Record<string, TextRule>;

/** Cc: the C0 and C1 controls and DEL. Cs: a surrogate without its other half. */
const FORBIDDEN = /[\p{Cc}\p{Cs}]/u;
const LINE_BREAKS = /\r\n|\n|\t/g;

/** True when the text holds a control character or half a character (lone surrogate), which no person means to type. */
export const hasForbiddenCharacters = (text: string, isMultiline = false): boolean =>
  FORBIDDEN.test(isMultiline ? text.replace(LINE_BREAKS, "") : text);

/** Characters as people count them: code points, not UTF-16 halves. */
export const lengthOf = (text: string): number => [...text].length;

/** The refusals of one field; empty when the text may be stored. Anything but a string is INPUT_INVALID. */
export const checkText = (value: unknown, rule: TextRule, path: readonly string[]): readonly InputRefusal[] => {
  if (value === undefined || value === null || value === "") {
    return rule.isRequired ? [{ code: "INPUT_REQUIRED", path, params: {} }] : [];
  }
  if (typeof value !== "string") return [invalid(path, "text")];
  // Cheap bound first: a code point takes at most two halves.
  if (value.length > rule.max * 2 || lengthOf(value) > rule.max) {
    return [{ code: "INPUT_TOO_LONG", path, params: { max: rule.max } }];
  }
  if (hasForbiddenCharacters(value, rule.isMultiline)) return [invalid(path, "text")];
  return rule.isRequired && value.trim() === "" ? [{ code: "INPUT_REQUIRED", path, params: {} }] : [];
};

/** What the field should hold: the sentence of INPUT_INVALID selects on it. */
export type ExpectedForm =
  | "text"
  | "email"
  | "nameOfIssuer"
  | "addressOfIssuer"
  | "phone"
  | "country"
  | "timeZone"
  | "language"
  | "choice"
  | "requestNumber"
  | "asker"
  | "uninvited"
  | "day"
  | "laterDay"
  | "redeemByDay"
  | "redeemableStart"
  | "count"
  | "moment"
  | "question"
  | "programmeOnSale"
  | "slug";

export const invalid = (path: readonly string[], expected: ExpectedForm): InputRefusal => ({
  code: "INPUT_INVALID",
  path,
  params: { expected },
});
