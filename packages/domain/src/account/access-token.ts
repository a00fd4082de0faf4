/** Access tokens: what a program may do for an account, and what is asked of a new one (F74). */
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";

/** What a token may be made for; it never may more than its account. */
export const SCOPES = [
  "agreements:read",
  "agreements:write",
  "requests:read",
  "requests:write",
  "purchases:write",
  "webhooks:manage",
] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

export interface TokenInput {
  /** What its owner knows it by. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Days from now on. */
  readonly expiresInDays: number;
}

export interface DecidedToken {
  readonly name: string;
  /** In the order of `SCOPES`, each once. */
  readonly scopes: readonly Scope[];
  readonly expiresInDays: number;
}

/** `mostDays`: the longest life this installation gives. */
export const decideToken = (input: TokenInput, mostDays: number): Result<DecidedToken, TextRefusalCode> => {
  const { name, scopes, expiresInDays } = input;
  const refusals: InputRefusal[] = [...checkText(name, TEXT_RULES.tokenName, ["name"])];
  if (scopes.length === 0) refusals.push({ code: "INPUT_REQUIRED", path: ["scopes"], params: {} });
  else if (!scopes.every(isScope)) refusals.push(invalid(["scopes"], "choice"));
  if (!Number.isInteger(expiresInDays) || expiresInDays < 1 || expiresInDays > mostDays)
    refusals.push(invalid(["expiresInDays"], "choice"));
  if (refusals.length > 0) return refuseAll(refusals);
  return accept({ name: name.trim(), scopes: SCOPES.filter((scope) => scopes.includes(scope)), expiresInDays });
};
