/** What the hand-written yardsticks share: a reader, a writer and the catalogue over one database file (arguments: file, port). */
import { loadCatalogue, type MemoryCatalogue } from "./catalogue.js";
import { Writer } from "./create-request.js";
import { Sqlite } from "./sqlite.js";

export interface Store {
  readonly reader: Sqlite;
  readonly catalogue: MemoryCatalogue;
  readonly writer: Writer;
}

export const openStore = async (file: string): Promise<Store> => {
  const writing = await Sqlite.open(file, "writer");
  const reader = await Sqlite.open(file, "reader");
  const catalogue = await loadCatalogue(reader);
  return { reader, catalogue, writer: new Writer(writing, catalogue) };
};

/** File and port from the command line. */
export const serverArguments = (): { file: string; port: number } => {
  const [file, port] = process.argv.slice(2);
  if (file === undefined || port === undefined) throw new Error("usage: <server> <database file> <port>");
  return { file, port: Number(port) };
};
