/** A tus client of its own, written from the protocol: bytes made as they are sent, so that its size is no matter of memory. */
import { createCipheriv, createHash } from "node:crypto";
import { request } from "node:http";

const PIECE = 256 * 1024;

/** Bytes `from` to `until` of a stream that `seed` determines: AES in counter mode over zeros. */
export const bytesOf = function* (seed: number, from: number, until: number): Generator<Buffer> {
  const key = Buffer.alloc(16, seed);
  for (let at = from - (from % PIECE); at < until; at += PIECE) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32BE(at / 16, 12);
    const piece = createCipheriv("aes-128-ctr", key, counter).update(Buffer.alloc(PIECE));
    yield piece.subarray(Math.max(0, from - at), Math.min(PIECE, until - at));
  }
};

export const digestOf = (seed: number, size: number): string => {
  const hash = createHash("sha256");
  for (const piece of bytesOf(seed, 0, size)) hash.update(piece);
  return hash.digest("hex");
};

export interface Target {
  readonly origin: string;
  readonly token: string;
  readonly id: string;
}

const headersOf = ({ token }: Target): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  "tus-resumable": "1.0.0",
});

/** How much of it the server has. */
export const offsetOf = async (target: Target): Promise<number> => {
  const reply = await fetch(`${target.origin}/files/${target.id}`, { method: "HEAD", headers: headersOf(target) });
  if (reply.status !== 200) throw new Error(`HEAD answered ${reply.status}`);
  return Number(reply.headers.get("upload-offset"));
};

export interface Sending {
  readonly seed: number;
  readonly size: number;
  readonly offset: number;
  /** Stops here, before the end: the line is cut. */
  readonly cutAt?: number;
  /** Called once so much was written. */
  readonly at?: { readonly offset: number; readonly act: () => void };
}

/** The status of the PATCH; null when the line was cut. */
export const sendFrom = (target: Target, { seed, size, offset, cutAt, at }: Sending): Promise<number | null> =>
  new Promise((resolve) => {
    const patch = request(`${target.origin}/files/${target.id}`, {
      method: "PATCH",
      agent: false,
      headers: {
        ...headersOf(target),
        "content-type": "application/offset+octet-stream",
        "upload-offset": offset,
        "content-length": size - offset,
      },
    });
    let goOn = (): void => undefined;
    patch.on("drain", () => goOn());
    patch.on("close", () => goOn());
    patch.on("error", () => resolve(null));
    patch.on("response", (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? null);
    });
    const write = async (): Promise<void> => {
      let position = offset;
      let isActed = false;
      for (const piece of bytesOf(seed, offset, cutAt ?? size)) {
        if (patch.destroyed) return;
        position += piece.length;
        if (!patch.write(piece) && !patch.destroyed)
          await new Promise<void>((drained) => {
            goOn = drained;
          });
        if (at !== undefined && !isActed && position >= at.offset) {
          isActed = true;
          at.act();
        }
      }
      if (cutAt === undefined) patch.end();
      else setTimeout(() => patch.destroy(), 100);
    };
    void write();
  });
