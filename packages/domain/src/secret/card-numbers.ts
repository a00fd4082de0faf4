/** Numbers of payment cards: the lengths and beginnings that are issued, and the check digit (Luhn). */
/** A part of a text; `start` is where it begins. */
export interface FoundPart {
  readonly start: number;
  readonly text: string;
}

/** Digits together, or in groups as on the card; not within a longer number, a name or an amount. */
const GROUPED = /(?<![\w.,:/-])\d(?:[ -]?\d){12,18}(?![\w]|[.,:/-]\d)/g;
/** Visa, Mastercard, American Express, Discover, Diners, JCB. */
const ISSUED =
  /^(?:4\d{15}|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12})$/;
/** The groups in which cards are written; any other spacing is a table of numbers. */
const WRITTEN = /^(?:\d+|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{4,5})$/;
/** Our own numbers begin with a day (request-number.ts), and look like cards of the newer kind. */
const BEGINS_WITH_DAY = /^2\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])00\d{8}$/;

const hasCheckDigit = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

export const cardNumbers = (text: string): readonly FoundPart[] =>
  [...text.matchAll(GROUPED)].flatMap((match) => {
    const [number] = match;
    const digits = number.replaceAll(/[ -]/g, "");
    const isCard =
      WRITTEN.test(number) &&
      ISSUED.test(digits) &&
      hasCheckDigit(digits) &&
      !BEGINS_WITH_DAY.test(digits) &&
      !/^(\d)\1+$/.test(digits);
    return isCard ? [{ start: match.index, text: number }] : [];
  });
