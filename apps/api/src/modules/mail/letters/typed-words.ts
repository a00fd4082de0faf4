/** What a person typed, as a mail may hold it: within its line, no link, no address, no markup of its own (I-7). */
export const typedWords = (text: string, most: number): string =>
  text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .replace(/[:/\\@<>]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, most);
