/** Text on the wire: compressed where its length can tell nobody anything (decision 25). */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** In the order we like them. */
const ENCODINGS = ["br", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Less than this fits a packet or two as it is. */
const WORTH_IT = 1024;
/** Made once and sent often (a reader waits for the first), or made anew for one answer. */
const QUALITY = { kept: { br: 9, gzip: 9 }, fresh: { br: 4, gzip: 6 } } as const;
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|image\/svg)|\+json\b/;

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)];

/** The encoding a client takes and we like best; null: as it is. */
export const encodingFor = (accepted: string | undefined): Encoding | null =>
  negotiate((accepted ?? "").toLowerCase(), [...ENCODINGS]) as Encoding | null;

const compress = (text: string, encoding: Encoding, use: keyof typeof QUALITY): Promise<Buffer> =>
  encoding === "br"
    ? asBrotli(text, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY[use].br,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
        },
      })
    : asGzip(text, { level: QUALITY[use].gzip });

/** An answer's body for a client that takes `accepted`, and the headers that say how it is encoded. */
export const encodeFresh = async (
  body: string,
  accepted: string | undefined,
): Promise<{ readonly body: string | Buffer; readonly headers: Readonly<Record<string, string>> }> => {
  const encoding = Buffer.byteLength(body) < WORTH_IT ? null : encodingFor(accepted);
  const vary = { vary: "accept-encoding" };
  if (encoding === null) return { body, headers: vary };
  return { body: await compress(body, encoding, "fresh"), headers: { ...vary, "content-encoding": encoding } };
};

/** Text that is the same for everybody while the server runs, in every encoding. */
export interface KeptText {
  readonly type: string;
  readonly bodies: Readonly<Record<Encoding | "identity", string | Buffer>>;
  readonly digest: string;
}

export const keepText = async (type: string, text: string): Promise<KeptText> => {
  const [br, zipped] = await Promise.all(ENCODINGS.map((encoding) => compress(text, encoding, "kept")));
  if (br === undefined || zipped === undefined) throw new Error("an encoding is missing");
  return {
    type: `${type}; charset=utf-8`,
    bodies: { identity: text, br, gzip: zipped },
    digest: createHash("sha256").update(text).digest("base64url").slice(0, 22),
  };
};

/** Sends a kept text as its reader takes it; 304 to one who has it. Each encoding has a tag of its own (RFC 9110, 8.8.3). */
export const sendKept = (request: FastifyRequest, reply: FastifyReply, kept: KeptText): FastifyReply => {
  const encoding = encodingFor(request.headers["accept-encoding"]) ?? "identity";
  const tag = `"${kept.digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
  reply.headers({ etag: tag, vary: "accept-encoding" });
  if (isKnown(request.headers["if-none-match"], tag)) return reply.code(304).send();
  if (encoding !== "identity") reply.header("content-encoding", encoding);
  return reply.type(kept.type).send(kept.bodies[encoding]);
};

const isKnown = (header: string | undefined, tag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag);

const FOR_EVERYBODY = new WeakSet<FastifyReply>();

/** Says that this answer holds nothing of anybody, such as a page in one of two languages: it may be compressed for a session too. */
export const forEverybody = (reply: FastifyReply): FastifyReply => {
  FOR_EVERYBODY.add(reply);
  return reply;
};

/** Who shows no cookie and no token is nobody in particular: what they are answered holds nobody's secret. */
const isForNobody = ({ headers }: FastifyRequest, reply: FastifyReply): boolean =>
  headers.cookie === undefined && headers.authorization === undefined && !reply.hasHeader("set-cookie");

/** Compresses whole texts as they leave, unless a session or a token could have a secret in them (BREACH). */
export const registerCompression = (app: FastifyInstance): void => {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || reply.hasHeader("content-encoding")) return payload;
    if (!TEXT.test(String(reply.getHeader("content-type") ?? ""))) return payload;
    if (!FOR_EVERYBODY.has(reply) && !isForNobody(request, reply)) return payload;
    const { body, headers } = await encodeFresh(payload, request.headers["accept-encoding"]);
    reply.removeHeader("content-length");
    reply.headers(headers);
    return body;
  });
};
