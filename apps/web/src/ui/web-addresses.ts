/** Web addresses within words: where a text becomes links, and where it stays words. */

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”„]+/gi;

export interface WordsOrAddress {
  readonly text: string;
  readonly isAddress: boolean;
}

/** The text in its order, cut where addresses begin and end; nothing empty. */
export function addressesIn(text: string): readonly WordsOrAddress[] {
  const parts: WordsOrAddress[] = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found[0]);
    parts.push({ text: text.slice(end, found.index), isAddress: false }, { text: address, isAddress: true });
    end = found.index + address.length;
  }
  return [...parts, { text: text.slice(end), isAddress: false }].filter((part) => part.text !== "");
}

/** The full stop and the bracket after an address belong to the sentence. */
function withoutPunctuation(address: string): string {
  const shorter = address.replace(/[.,;:!?'’]+$/, "");
  const isBracketed = shorter.endsWith(")") && !shorter.includes("(");
  return isBracketed ? withoutPunctuation(shorter.slice(0, -1)) : shorter;
}
