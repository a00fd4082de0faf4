/** Telephone numbers with their country code, E.164-like: `+40722123456`. */

/** Digits with a leading plus, spaces and separators taken out; null when it is not an international number. */
export const normalisePhone = (text: string): string | null => {
  const compact = text
    .normalize("NFKC")
    // The zero that is dialled only within the country: +40 (0)21 …
    .replace(/^(\s*(?:\+|00)[\d\s]{1,5})\(\s*0\s*\)/, "$1")
    .replace(/[\s().\-/\u2010-\u2015]/g, "")
    .replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : null;
};
