/** Access tokens: what a program may do for an account, and what is asked of a new one (F74). */
import { type CapitalName, capitalNameOf } from "../shared/capital-name.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import type { StaffRight } from "./staff-rights.js";

/** What a token may be made for; it never may more than its account. */
export const SCOPES = [
  "agreements:read",
  "agreements:write",
  "requests:read",
  "requests:write",
  "purchases:write",
  "webhooks:manage",
  "staff:agreements:read",
  "staff:agreements:write",
  "staff:accounts:read",
  "staff:packs:read",
  "staff:packs:write",
  "staff:overview:read",
  "staff:audit:read",
  "staff:articles:write",
] as const;
export type Scope = (typeof SCOPES)[number];

/** By their names in capitals, as the API tells them. */
export const scopesNamed = (names: readonly CapitalName<Scope>[]): readonly Scope[] =>
  SCOPES.filter((scope) => names.includes(capitalNameOf(scope)));

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/** The scope that carries a staff right; rights without one are for whoever sits before a browser. */
export const STAFF_SCOPES = {
  READ_AGREEMENTS: "staff:agreements:read",
  MANAGE_AGREEMENTS: "staff:agreements:write",
  READ_ACCOUNTS: "staff:accounts:read",
  READ_PACKS: "staff:packs:read",
  LOAD_PACKS: "staff:packs:write",
  READ_OVERVIEW: "staff:overview:read",
  READ_AUDIT: "staff:audit:read",
  MANAGE_ARTICLES: "staff:articles:write",
} as const satisfies Partial<Record<StaffRight, Scope>>;
/** A right that a token can carry. */
export type GrantableRight = keyof typeof STAFF_SCOPES;

export const isStaffScope = (scope: Scope): boolean => scope.startsWith("staff:");

/** Those that whoever has these staff rights may give to a token, in the order of `SCOPES`. */
export const scopesFor = (rights: readonly StaffRight[]): readonly Scope[] =>
  SCOPES.filter(
    (scope) =>
      !isStaffScope(scope) ||
      Object.entries(STAFF_SCOPES).some(
        ([right, carried]) => carried === scope && rights.includes(right as StaffRight),
      ),
  );

/** Moves incidents, so its token says how many in a day. */
export const movesIncidents = (scopes: readonly string[]): boolean => scopes.includes(STAFF_SCOPES.MANAGE_AGREEMENTS);

export interface TokenInput {
  /** What its owner knows it by. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Days from now on. */
  readonly expiresInDays: number;
  /** Incidents it may give or take in a day; asked for by the scope that moves them, and by no other. */
  readonly dailyIncidents?: number | null;
}

export interface TokenBounds {
  /** The longest life this installation gives. */
  readonly mostDays: number;
  /** The same for a token with a staff scope. */
  readonly mostStaffDays: number;
  /** The most that any token may be let move in a day. */
  readonly mostDailyIncidents: number;
  /** Of whoever makes it. */
  readonly rights: readonly StaffRight[];
}

export interface DecidedToken {
  readonly name: string;
  /** In the order of `SCOPES`, each once. */
  readonly scopes: readonly Scope[];
  readonly expiresInDays: number;
  readonly dailyIncidents: number | null;
}

const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most;

export const decideToken = (input: TokenInput, bounds: TokenBounds): Result<DecidedToken, TextRefusalCode> => {
  const { name, expiresInDays, dailyIncidents = null } = input;
  const allowed = scopesFor(bounds.rights);
  const scopes = SCOPES.filter((scope) => input.scopes.includes(scope));
  const refusals: InputRefusal[] = [...checkText(name, TEXT_RULES.tokenName, ["name"])];
  if (input.scopes.length === 0) refusals.push({ code: "INPUT_REQUIRED", path: ["scopes"], params: {} });
  else if (!input.scopes.every((scope) => allowed.includes(scope))) refusals.push(invalid(["scopes"], "choice"));
  const mostDays = scopes.some(isStaffScope) ? Math.min(bounds.mostStaffDays, bounds.mostDays) : bounds.mostDays;
  if (!isWithin(expiresInDays, mostDays)) refusals.push(invalid(["expiresInDays"], "choice"));
  refusals.push(...checkDailyIncidents(scopes, dailyIncidents, bounds.mostDailyIncidents));
  if (refusals.length > 0) return refuseAll(refusals);
  return accept({ name: name.trim(), scopes, expiresInDays, dailyIncidents });
};

const checkDailyIncidents = (scopes: readonly Scope[], dailyIncidents: number | null, most: number): InputRefusal[] => {
  const path = ["dailyIncidents"];
  if (!movesIncidents(scopes)) return dailyIncidents === null ? [] : [invalid(path, "count")];
  if (dailyIncidents === null) return [{ code: "INPUT_REQUIRED", path, params: {} }];
  return isWithin(dailyIncidents, most) ? [] : [invalid(path, "count")];
};
