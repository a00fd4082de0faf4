/** A mail taken apart into its parts as they came, transfer encodings undone; nothing is thrown away, nothing makes it stop (F50). */
import type { Headers, MimeNode, SplitterChunk } from "@zone-eu/mailsplit";

export interface MimePart {
  /** Lower case, `text/plain` where the mail says nothing that can be understood. */
  readonly contentType: string;
  /** Parameters of the content type that somebody asks for. */
  readonly parameter: (name: string) => string;
  readonly charset: string | null;
  readonly disposition: string | null;
  readonly filename: string | null;
  readonly contentId: string | null;
  readonly isFlowed: boolean;
  readonly isSpaceDeleted: boolean;
  /** Value of the first header of this name, "" without one. */
  readonly header: (name: string) => string;
  readonly bytes: Buffer;
  readonly children: readonly MimePart[];
  /** The transfer encoding could not be undone everywhere, or the multipart has no end. */
  readonly isDamaged: boolean;
}

type Growing = { -readonly [Key in keyof MimePart]: MimePart[Key] } & {
  readonly chunks: Buffer[];
  /** Between the parts: all there is where no boundary was found. */
  readonly loose: Buffer[];
  readonly parts: Growing[];
};

/** Parts and bytes above this are left in the raw mail. */
const MOST_PARTS = 500;

/** The root of the mail. @throws when not even its headers can be read */
export const partsOf = async (raw: Buffer): Promise<MimePart> => {
  const [{ Splitter }, { default: libqp }] = await Promise.all([import("@zone-eu/mailsplit"), import("libqp")]);
  const splitter = new Splitter({ ignoreEmbedded: true, maxChildNodes: MOST_PARTS });
  const grown = new Map<object, Growing>();
  const nodes: [MimeNode, Growing][] = [];
  splitter.end(raw);
  for await (const chunk of splitter as AsyncIterable<SplitterChunk>) {
    if (chunk.type === "node") {
      const node = chunk as MimeNode;
      const part = begin(node);
      nodes.push([node, part]);
      grown.set(node, part);
      if (node.parentNode) grown.get(node.parentNode)?.parts.push(part);
    } else if ("value" in chunk && chunk.value) {
      const part = nodes.at(-1)?.[1];
      (chunk.type === "body" ? part?.chunks : part?.loose)?.push(chunk.value);
    }
  }
  const root = nodes[0]?.[1];
  if (root === undefined) throw new Error("no mail");
  for (const [node, part] of nodes) finish(node, part, (text) => libqp.decode(text));
  return root;
};

const begin = (node: MimeNode): Growing => {
  const headers = node.headers as Headers;
  const header = (name: string): string => unfolded(headers.getFirst(name) ?? "");
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.test(node.contentType || "") ? String(node.contentType) : "text/plain";
  const parts: Growing[] = [];
  return {
    contentType: type,
    parameter: (name) =>
      new RegExp(`;\\s*${name}\\s*=\\s*"?([^";]*)`, "i").exec(header("content-type"))?.[1]?.trim().toLowerCase() ?? "",
    charset: node.charset || null,
    disposition: node.disposition || null,
    filename: node.filename || null,
    contentId: /<([^<>]+)>/.exec(header("content-id"))?.[1] ?? null,
    isFlowed: node.flowed,
    isSpaceDeleted: node.delSp,
    header,
    bytes: Buffer.alloc(0),
    chunks: [],
    loose: [],
    parts,
    children: parts,
    isDamaged: false,
  };
};

const finish = (node: MimeNode, part: Growing, decodeQuoted: (text: string) => Buffer): void => {
  if (part.parts.length > 0) return;
  const body = Buffer.concat(node.multipart === false ? part.chunks : [...part.chunks, ...part.loose]);
  const decoded = decode(body, String(node.encoding || ""), decodeQuoted);
  part.bytes = decoded.bytes;
  part.isDamaged = decoded.isDamaged || node.multipart !== false;
  if (node.multipart !== false) part.contentType = "text/plain";
};

const decode = (
  body: Buffer,
  encoding: string,
  decodeQuoted: (text: string) => Buffer,
): { readonly bytes: Buffer; readonly isDamaged: boolean } => {
  if (encoding === "base64") return decodeBase64(body);
  if (encoding !== "quoted-printable") return { bytes: body, isDamaged: false };
  const text = body.toString("latin1");
  return { bytes: decodeQuoted(text), isDamaged: /=(?![0-9a-f]{2}|[ \t]*\r?\n|[ \t]*$)/i.test(text) };
};

/** What claims to be base64 and reads like words was never encoded. */
const decodeBase64 = (body: Buffer): { readonly bytes: Buffer; readonly isDamaged: boolean } => {
  const text = body.toString("latin1");
  if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) return { bytes: Buffer.from(text, "base64"), isDamaged: false };
  const isWords = /[^\s] [^\s]/.test(text.trim().split("\n", 1)[0] ?? "");
  return { bytes: isWords ? body : Buffer.from(text, "base64"), isDamaged: true };
};

const unfolded = (value: string): string => value.replace(/\s*\r?\n\s+/g, " ").trim();
