/** Reads the check digit of our own IDs without the code that writes it: Luhn's sum in base 32 comes out even (F9). */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const hasValidCheckDigit = (id: string): boolean => {
  const places = [...id.replaceAll("-", "")].reverse().map((sign) => ALPHABET.indexOf(sign));
  if (places.length < 2 || places.includes(-1)) return false;
  const sum = places.reduce((total, value, place) => {
    const weighted = place % 2 === 1 ? 2 * value : value;
    return total + (weighted >= 32 ? weighted - 31 : weighted);
  }, 0);
  return sum % 32 === 0;
};
