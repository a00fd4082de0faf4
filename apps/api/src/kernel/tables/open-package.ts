/** The parts of a workbook's package, unpacked one after the other within a limit: what a part claims to be is not believed (K2). */
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { partsOf } from "../archive/parts.js";

/** More than a sheet of 50,000 rows needs; a file that unpacks to more is refused, whatever it says of itself. */
export const UNPACKED_MIB = 256;
const UNPACKED_MOST = UNPACKED_MIB * 1024 * 1024;

/** Unpacks to more than it may. */
export class TooLarge extends Error {}

export interface Package {
  has(name: string): boolean;
  /** Pieces of a part as they are unpacked. Throws TooLarge, or what is wrong with it. */
  read(name: string): AsyncIterable<Uint8Array>;
}

const open = promisify<Buffer, object, ZipFile>(fromBuffer);

/** Throws where it is no package. */
export const openPackage = async (bytes: Uint8Array): Promise<Package> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = await open(buffer, { lazyEntries: true, autoClose: false });
  const entries = await partsOf(file);
  const streamOf = promisify<Entry, Readable>(file.openReadStream.bind(file));
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    read: async function* (name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`no part ${name}`);
      if (unpacked + entry.uncompressedSize > UNPACKED_MOST) throw new TooLarge();
      for await (const piece of await streamOf(entry)) {
        unpacked += (piece as Uint8Array).length;
        if (unpacked > UNPACKED_MOST) throw new TooLarge();
        yield piece as Uint8Array;
      }
    },
  };
};
