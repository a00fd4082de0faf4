/** Who owns which row of the generated data: closed formulas, so that a run knows every id without reading the database. */
import { createHash } from "node:crypto";

/** Decimal digits are digits of base 32 too: `req_01…` is a well-formed id, and sorts before every id made today. */
export const idOf = (prefix: string, number: number): string => `${prefix}_01${String(number).padStart(24, "0")}`;

export const REQUESTS_PER_ACCOUNT = 50;
export const MEASURED_ACCOUNTS = 16;
/** Entries of the requests W4 reads; others have `timelineEntries`. */
export const LONG_TIMELINE = 25;
export const ENGINEERS = 20;
/** Plans each account registered; the first one pays for its requests. */
export const PLANS_PER_ACCOUNT = 8;
export const GRANTED = 1_000_000;

export interface Layout {
  readonly requests: number;
  /** Every fourth request belongs to account 0, whose list is long enough for page 1,000. */
  readonly hasHeavyAccount: boolean;
  /** Accounts beside number 0. */
  readonly accounts: number;
  readonly timelineEntries: number;
}

export const layoutOf = (requests: number): Layout => {
  const hasHeavyAccount = requests >= 100_000;
  const spread = hasHeavyAccount ? requests - Math.ceil(requests / 4) : requests;
  return {
    requests,
    hasHeavyAccount,
    accounts: Math.ceil(spread / REQUESTS_PER_ACCOUNT),
    timelineEntries: requests >= 1_000_000 ? 1 : 2,
  };
};

export interface Person {
  readonly number: number;
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Personal access token in clear. */
  readonly token: string;
}

export const emailOf = (number: number): string => `person${number}@bench.example`;

/** The accounts a run signs in with: number 0 (the heavy one) and sixteen spread over all others. */
export const peopleOf = (
  layout: Layout,
  tokenOf: (seed: Uint8Array) => string,
): { readonly heavy: Person; readonly spread: readonly Person[] } => {
  const person = (number: number): Person => ({
    number,
    id: idOf("acc", number),
    email: emailOf(number),
    givenName: `Given${number}`,
    familyName: `Family${number}`,
    token: tokenOf(createHash("sha256").update(`bench ${number}`).digest()),
  });
  const spread = Array.from({ length: MEASURED_ACCOUNTS }, (_, index) =>
    person(1 + Math.floor((index * layout.accounts) / MEASURED_ACCOUNTS)),
  );
  return { heavy: person(0), spread };
};

/** Number of the newest request of a spread account. */
export const newestRequestOf = (layout: Layout, account: number): number => {
  const last = layout.hasHeavyAccount ? layout.requests - Math.ceil(layout.requests / 4) - 1 : layout.requests - 1;
  const offset = (account - 1) % layout.accounts;
  const place = last - ((last - offset) % layout.accounts);
  // Every fourth request (0, 4, 8 …) is the heavy account's: the place-th of the others.
  return layout.hasHeavyAccount ? Math.floor(place / 3) * 4 + (place % 3) + 1 : place;
};

export const firstPlanOf = (account: number): string => idOf("pln", account * PLANS_PER_ACCOUNT);
