/** Reads a ZIP archive part by part. What it says of itself is not believed: each part is held against its digest. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, open as openZip, type ZipFile } from "yauzl";
import { partsOf } from "./parts.js";
import type { Part } from "./write-archive.js";

export interface ArchiveReader {
  readonly names: ReadonlySet<string>;
  /** The bytes of a part. Throws DamagedPart where they cannot be read. */
  read(name: string): AsyncIterable<Buffer>;
  /** All of a small part. Throws DamagedPart where it is not there or larger than `most` bytes. */
  readText(name: string, most: number): Promise<string>;
  /** Reads a part through. Throws DamagedPart where it is not what its digest says. */
  check(part: Part, progress: (bytes: number) => void): Promise<void>;
  close(): void;
}

/** Which part of an archive is not as it was written; null: all of it. */
export class DamagedPart extends Error {
  constructor(
    readonly part: string | null,
    options?: { cause: unknown },
  ) {
    super(part ?? "the archive", options);
  }
}

const open = promisify<string, object, ZipFile>(openZip);

/** Throws DamagedPart where the file at `path` is no archive, or is cut off; what the disk says where there is none. */
export const openArchive = async (path: string): Promise<ArchiveReader> => {
  const file = await open(path, { lazyEntries: true, autoClose: false }).catch(damaged(null));
  const entries = await partsOf(file).catch(damaged(null));
  const streamOf = promisify<Entry, Readable>(file.openReadStream.bind(file));
  const read = async function* (name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (entry === undefined) throw new DamagedPart(name);
    try {
      for await (const piece of await streamOf(entry)) yield piece as Buffer;
    } catch (error) {
      damaged(name)(error as Error);
    }
  };
  return {
    names: new Set(entries.keys()),
    read,
    readText: async (name, most) => {
      const pieces: Buffer[] = [];
      let bytes = 0;
      for await (const piece of read(name)) {
        bytes += piece.length;
        if (bytes > most) throw new DamagedPart(name);
        pieces.push(piece);
      }
      return Buffer.concat(pieces).toString("utf8");
    },
    check: async ({ name, bytes, sha256 }, progress) => {
      const hash = createHash("sha256");
      let seen = 0;
      for await (const piece of read(name)) {
        hash.update(piece);
        seen += piece.length;
        progress(seen);
      }
      if (seen !== bytes || hash.digest("hex") !== sha256) throw new DamagedPart(name);
    },
    close: () => file.close(),
  };
};

/** For catch: what the disk says goes on, everything else is damage. */
const damaged =
  (part: string | null) =>
  (error: NodeJS.ErrnoException): never => {
    throw error.syscall === undefined ? new DamagedPart(part, { cause: error }) : error;
  };
