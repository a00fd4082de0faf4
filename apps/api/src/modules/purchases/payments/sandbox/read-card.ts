/** A card as somebody typed it on the sandbox's page: what may be kept of it, or what is wrong; the number goes no further (P-6). */
import type { EpochMs } from "@accord/domain";
import type { EnteredCard } from "./bank.js";
import { testCardOf } from "./test-cards.js";

export type CardField = "number" | "expiry" | "cvc";

export type ReadCard =
  | { readonly card: EnteredCard; readonly problems: readonly [] }
  | { readonly card: null; readonly problems: readonly CardField[] };

type Form = Readonly<Record<string, string | undefined>>;

/** `pick` stands for a card that was chosen from the list, valid and with any code. */
export const readCard = ({ number, expiry, cvc, pick }: Form, now: EpochMs): ReadCard => {
  const card = testCardOf(pick ?? number ?? "");
  const until =
    pick === undefined ? readExpiry(expiry ?? "", now) : { month: 12, year: new Date(now).getUTCFullYear() + 4 };
  const problems: CardField[] = [];
  if (card === null) problems.push("number");
  if (until === null) problems.push("expiry");
  if (pick === undefined && !/^\s*\d{3,4}\s*$/.test(cvc ?? "")) problems.push("cvc");
  if (card === null || until === null || problems.length > 0) return { card: null, problems };
  const { brand, behaviour } = card;
  const kept = { brand, behaviour, last4: card.number.slice(-4), expMonth: until.month, expYear: until.year };
  return { card: kept, problems: [] };
};

const readExpiry = (typed: string, now: EpochMs): { month: number; year: number } | null => {
  const [, month = "", year = ""] = /^\s*(\d{1,2})\s*[/.-]\s*(?:20)?(\d{2})\s*$/.exec(typed) ?? [];
  const [m, y] = [Number(month), 2000 + Number(year)];
  if (m < 1 || m > 12 || year === "" || Date.UTC(y, m, 1) <= now) return null;
  return { month: m, year: y };
};
