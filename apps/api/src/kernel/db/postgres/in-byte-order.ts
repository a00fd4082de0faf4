/** Text columns in the byte order SQLite has: ids sort as they were made, in any locale. */

/** `statement` with every text column that stands on a line of its own collated "C". */
export const inByteOrder = (statement: string): string =>
  statement.replaceAll(/^(\s+"\w+" text)\b/gm, `$1 COLLATE "C"`);
