/** Writes a ZIP archive in one pass: nobody else may read it, and nothing stands under its name until all of it is on the disk. */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { syncFolder } from "../sync-folder.js";

/** What a part holds, known once it is written. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface ArchiveWriter {
  /** Adds one part after the other; what is packed already is better `stored`. */
  add(name: string, pieces: AsyncIterable<Uint8Array | string>, how?: "packed" | "stored"): Promise<Part>;
}

/** A file stands there already under the name that was asked for. */
export class ArchiveExists extends Error {}

/** Writes what `fill` adds to `path`. Throws ArchiveExists, or what went wrong: then nothing is left. */
export const writeArchive = async <T>(
  path: string,
  at: Date,
  fill: (archive: ArchiveWriter) => Promise<T>,
): Promise<T> => {
  if (existsSync(path)) throw new ArchiveExists(path);
  const partial = `${path}.partial`;
  // Of one that was killed.
  await rm(partial, { force: true });
  try {
    const value = await writeZip(partial, at, fill);
    await rename(partial, path);
    await syncFolder(dirname(path));
    return value;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};

const writeZip = async <T>(path: string, mtime: Date, fill: (archive: ArchiveWriter) => Promise<T>): Promise<T> => {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  // A disk that is full ends the filling too, which would wait for room for ever.
  const failed = new Promise<never>((_, reject) => written.catch(reject));
  const add: ArchiveWriter["add"] = (name, pieces, how = "packed") =>
    new Promise((resolve, reject) => {
      const measured = measurePieces(pieces, (part) => resolve({ name, ...part }));
      const stream = Readable.from(measured, { objectMode: false }).once("error", reject);
      zip.addReadStream(stream, name, { compress: how === "packed", mtime, mode: 0o100600 });
    });
  const value = await Promise.race([fill({ add }), failed]);
  zip.end();
  await written;
  return value;
};

async function* measurePieces(
  pieces: AsyncIterable<Uint8Array | string>,
  done: (part: Omit<Part, "name">) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of pieces) {
    const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
    if (chunk.length === 0) continue;
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  done({ bytes, sha256: hash.digest("hex") });
}
