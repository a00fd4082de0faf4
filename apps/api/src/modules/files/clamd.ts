/** Asks clamd whether content is clean, by its INSTREAM command (CLAMD_URL=tcp://host:port or unix:/path). */
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";

/** UNABLE: the scanner cannot judge this one, ever (larger than its own limit). */
export type Verdict = "CLEAN" | "INFECTED" | "UNABLE";

export interface Scanner {
  /** Rejects when the scanner cannot be reached or breaks off: to be asked again later. */
  scan(bytes: Readable): Promise<Verdict>;
}

/** Milliseconds without a word from the scanner. */
const PATIENCE = 120_000;

/** A line cut within the first bytes is no question of size. */
const MANY_BYTES = 1024 * 1024;

export const createClamd = (url: string): Scanner => ({
  scan: async (bytes) => {
    let sent = 0;
    bytes.on("data", (part: Buffer) => {
      sent += part.length;
    });
    bytes.pause();
    try {
      return verdictOf(await ask(url, (socket, answer) => send(socket, bytes, answer)));
    } catch (error) {
      // Past its own limit clamd cuts the line, and its word on it may be lost with it: it lives, and refuses this one.
      if (!isCut(error) || sent < MANY_BYTES || (await ping(url)) !== "PONG") throw error;
      return "UNABLE";
    } finally {
      bytes.destroy();
    }
  },
});

const isCut = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

const ping = async (url: string): Promise<string> =>
  plain(
    await ask(url, async (socket) => {
      socket.write("zPING\0");
    }),
  );

/** One question, one answer, on a connection of its own. */
const ask = async (
  url: string,
  question: (socket: Socket, answer: Promise<string>) => Promise<void>,
): Promise<string> => {
  const socket = open(url);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("clamd does not answer")));
  const answer = answerOf(socket);
  // Awaited below; until then whichever side ends first.
  answer.catch(() => undefined);
  try {
    await question(socket, answer);
    return await answer;
  } finally {
    socket.destroy();
  }
};

const open = (url: string): Socket => {
  if (url.startsWith("unix:")) return connect({ path: url.slice("unix:".length) });
  const { hostname, port } = new URL(url);
  return connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 3310) });
};

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      text += part.slice(0, 1024);
      if (text.includes("\0") || text.includes("\n")) resolve(text);
    });
    socket.on("end", () => (text === "" ? reject(new Error("clamd hung up")) : resolve(text)));
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("clamd hung up")));
  });

/** Chunks with their length before them, an empty one at the end; stops as soon as the scanner has answered. */
const send = async (socket: Socket, bytes: Readable, answer: Promise<string>): Promise<void> => {
  const over = answer.then(
    () => true,
    () => true,
  );
  const write = async (part: Buffer): Promise<boolean> => {
    if (socket.destroyed) return false;
    if (socket.write(part)) return true;
    const drained = new Promise<false>((resolve) => socket.once("drain", () => resolve(false)));
    return !(await Promise.race([drained, over]));
  };
  if (!(await write(Buffer.from("zINSTREAM\0")))) return;
  for await (const chunk of bytes) {
    const part = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    if (!(await write(Buffer.concat([length, part])))) return;
  }
  await write(Buffer.alloc(4));
};

const plain = (answer: string): string => answer.replace(/[\0\n]/g, "").trim();

const verdictOf = (answer: string): Verdict => {
  const text = plain(answer);
  if (/\bOK$/.test(text)) return "CLEAN";
  if (/\bFOUND$/.test(text)) return "INFECTED";
  if (/size limit exceeded/i.test(text)) return "UNABLE";
  throw new Error("clamd answered what it never answers");
};
