/** What a cell of the matrix says: the refusal, or what was shown of the target. */
import type { Answer } from "../visitor.js";
import { PRINCIPALS, type PrincipalName } from "./principals.js";
import { CANARIES, type Target } from "./target.js";

/** Stands for all of them. */
export const EVERYBODY = "everybody";

/** Row of the matrix: outcome → who gets it, separated by spaces. */
export type Row = Readonly<Record<string, string>>;

/** Names of the canaries that stand in a text. */
export const seenIn = (text: string, target: Target): string => {
  const places: readonly (readonly [string, string])[] = [
    ...Object.entries(CANARIES),
    ["id", target.requestId],
    ["plan", target.planId],
  ];
  const seen = places.filter(([, word]) => text.includes(word)).map(([place]) => place);
  return seen.length === 0 ? "" : ` [${seen.join(" ")}]`;
};

/** `ok`, the first error's code or the refusals' codes, and what was seen. */
export const outcomeOf = (answer: Answer, target: Target): string => {
  const seen = seenIn(JSON.stringify(answer.data ?? null), target);
  const [error] = answer.errors;
  if (error !== undefined) return `${error.extensions.code}${seen}`;
  const payload = Object.values((answer.data ?? {}) as Record<string, unknown>)[0];
  const refusals = (payload as { userErrors?: readonly { code: string }[] } | null)?.userErrors ?? [];
  return `${refusals.length === 0 ? "ok" : refusals.map(({ code }) => code).join(" ")}${seen}`;
};

export const rowOf = (cells: Readonly<Record<PrincipalName, string>>): Row => {
  const row: Record<string, string> = {};
  for (const name of PRINCIPALS) {
    const outcome = cells[name];
    row[outcome] = row[outcome] === undefined ? name : `${row[outcome]} ${name}`;
  }
  const [[outcome = "", names] = [], ...others] = Object.entries(row);
  return others.length === 0 && names !== undefined ? { [outcome]: EVERYBODY } : row;
};
