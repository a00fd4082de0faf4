/** A person whose data are exported or erased, and what modules do for it that no column says (F83). */
import type { EpochMs } from "@accord/domain";
import type { WriteStores } from "./database.js";

export interface Subject {
  readonly accountId: string;
  /** The address the account has proven, as it is compared; null: it has proven none, and no row is theirs by it. */
  readonly address: string | null;
  /** Names, addresses and telephone numbers of the person, as they stand in texts; longest first. */
  readonly strings: readonly string[];
}

/** A module's part of an erasure; before the rows go that the tables themselves say, in the same transaction. */
export type Erased = (tx: WriteStores, subject: Subject, at: EpochMs) => Promise<unknown>;

/** What stands in the place of what was struck out. */
export const STRUCK = "•••";

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

/** Strikes the person out of a text: what is named, whatever its letters' case. */
export const strikerOf = ({ strings }: Pick<Subject, "strings">): ((text: string) => string) => {
  if (strings.length === 0) return (text) => text;
  const any = new RegExp(strings.map((one) => one.replaceAll(ESCAPED, "\\$&")).join("|"), "giu");
  return (text) => text.replaceAll(any, STRUCK);
};

/** The same within a value of JSON. */
export const strikeWithin = <Value>(strike: (text: string) => string, value: Value): Value => {
  if (typeof value === "string") return strike(value) as Value;
  if (Array.isArray(value)) return value.map((one) => strikeWithin(strike, one)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, strikeWithin(strike, one)])) as Value;
};
