/** Finds card numbers in whatever was written down: digits as cards have them, with Luhn's check digit (P-6). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** 13 to 19 digits, apart by single spaces or dashes at most, beginning as cards do; no part of a longer word or number. */
const CANDIDATE = /(?<![\w.+-])[2-6](?:[ -]?\d){12,18}(?![\w.]?\d|[a-zA-Z_])/g;

export const hasLuhnDigit = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const counted = index % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
};

export const cardNumbersIn = (text: string): string[] =>
  [...text.matchAll(CANDIDATE)].map(([found]) => found).filter((found) => hasLuhnDigit(found.replace(/\D/g, "")));

export interface Found {
  readonly file: string;
  readonly numbers: readonly string[];
}

/** Every file below a folder, binary ones too, byte by byte. */
export const cardNumbersBelow = (folder: string): { readonly files: number; readonly found: readonly Found[] } => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return { file, numbers: cardNumbersIn(readFileSync(file, "latin1")) };
  });
  return { files: files.length, found: found.filter(({ numbers }) => numbers.length > 0) };
};
