/** The file a database address names. */

/** Path of the file an address names, or null when it names no SQLite file. */
export const sqliteFile = (url: string): string | null =>
  url.startsWith("sqlite:") ? url.slice("sqlite:".length).replace(/^\/\/(?=\/)/, "") : null;
