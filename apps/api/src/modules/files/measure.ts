/** Digest, size and first bytes of a stream, in one pass and in flat memory. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { SNIFFED_BYTES } from "./sniff.js";

export interface Measured {
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly head: Uint8Array;
}

export const measure = async (bytes: Readable): Promise<Measured> => {
  const hash = createHash("sha256");
  const heads: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    const part = chunk as Buffer;
    if (size < SNIFFED_BYTES) heads.push(Buffer.from(part.subarray(0, SNIFFED_BYTES - size)));
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest("hex"), size, head: Buffer.concat(heads) };
};
