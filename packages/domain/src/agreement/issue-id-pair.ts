/** Our own IDs: 55 random bits in the Access ID, 75 in the Agreement ID, each with a check digit as a typing hint (F9). */
import type { IdPair } from "./id-pair.js";

/** Thirty-two signs without the look-alikes I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ACCESS_SIGNS = 11;
const AGREEMENT_SIGNS = 15;

/** How many random bytes `issueIdPair` takes. */
export const ID_PAIR_BYTES = ACCESS_SIGNS + AGREEMENT_SIGNS;

/** A new pair in groups of four, `7K2M-…`. @throws RangeError when fewer than ID_PAIR_BYTES bytes are given. */
export const issueIdPair = (randomBytes: Uint8Array): IdPair => {
  if (randomBytes.length < ID_PAIR_BYTES) throw new RangeError(`an ID pair takes ${ID_PAIR_BYTES} random bytes`);
  return {
    accessId: writeId(randomBytes.subarray(0, ACCESS_SIGNS)),
    agreementId: writeId(randomBytes.subarray(ACCESS_SIGNS, ID_PAIR_BYTES)),
  };
};

const writeId = (bytes: Uint8Array): string => {
  // 256 is a multiple of 32: every sign is equally likely.
  const body = [...bytes].map((byte) => ALPHABET.charAt(byte & 31)).join("");
  return (body + checkDigit(body)).replace(/(.{4})(?=.)/g, "$1-");
};

/** Luhn's sum in base 32: finds every single wrong sign and nearly every swap of neighbours. */
const checkDigit = (body: string): string => {
  const base = ALPHABET.length;
  const sum = [...body].reverse().reduce((total, sign, place) => {
    const weighted = ALPHABET.indexOf(sign) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(weighted / base) + (weighted % base);
  }, 0);
  return ALPHABET.charAt((base - (sum % base)) % base);
};
