/** Text as it is searched: no case, no diacritics (ș and ţ found by s and t). */
export const fold = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** A LIKE pattern that finds `text` literally, with `\` as its escape. */
export const likePattern = (text: string): string => `%${fold(text).replaceAll(/[\\%_]/g, "\\$&")}%`;
