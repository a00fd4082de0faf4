/** Domain names in the form of the wire and in the form of people (RFC 5891, 3492). The only door to punycode.js. */
import punycode from "punycode.js";

/**
 * `münchen.example` → `xn--mnchen-3ya.example`; null where a label has no such form. Composed and decomposed letters are one;
 * letters that only look alike (ſ, full width) stay apart: nobody is taken for another by them.
 */
export const domainToAscii = (domain: string): string | null => {
  try {
    return punycode.toASCII(domain.toLowerCase().normalize("NFC"));
  } catch {
    return null;
  }
};

/** Scripts whose letters pass for one another: of these Latin alone is shown in letters. */
const READABLE =
  /^(?:[\p{Script=Latin}\p{N}-]+|(?:(?!\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})[\p{L}\p{M}\p{N}-])+)$/u;

/** `xn--mnchen-3ya.example` → `münchen.example`; as it came where letters would deceive, or do not lead back to it. */
export const domainToUnicode = (domain: string): string => {
  try {
    const shown = punycode.toUnicode(domain);
    const isReadable = shown.split(".").every((label) => READABLE.test(label));
    return isReadable && domainToAscii(shown) === domain ? shown : domain;
  } catch {
    return domain;
  }
};
