/** What a file is by its first bytes, never by its name (F47, I-8). */
import { isUtf8 } from "node:buffer";
import { UNKNOWN_TYPE } from "@accord/domain";
import { fileTypeFromBuffer } from "file-type";

/** So many bytes tell. */
export const SNIFFED_BYTES = 4100;

/** Controls no text has; escape sequences of coloured logs are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
const UTF_16_MARKS: ReadonlySet<number> = new Set([0xff, 0xfe]);
const SVG = /<svg[\s>]/i;
const MARKUP =
  /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|script|iframe|meta|link|style|title|a|b|p|div|img|table)[\s>]/i;

/** The media type of a file that begins with `head`; texts that a browser would run are told apart from plain ones. */
export const sniff = async (head: Uint8Array, declaredType: string): Promise<string> => {
  const text = textOf(head);
  // The mark at the beginning of a text in UTF-16 looks like the first frame of a sound.
  const isMarked = text !== null && UTF_16_MARKS.has(head[0] ?? 0);
  const [known] = await Promise.allSettled([isMarked ? undefined : fileTypeFromBuffer(head)]);
  // Bytes that its parsers stumble over are of no type they know; nothing else was asked.
  const found = known.status === "fulfilled" ? known.value : undefined;
  if (found !== undefined && found.mime !== "application/xml") return found.mime;
  if (text === null) return found?.mime ?? (hasPdfMark(head) ? "application/pdf" : UNKNOWN_TYPE);
  if (SVG.test(text) || declaredType.startsWith("image/svg")) return "image/svg+xml";
  if (MARKUP.test(text) || /^(text\/html|application\/xhtml)/.test(declaredType)) return "text/html";
  return found?.mime ?? "text/plain";
};

/** Readers of documents look for the mark in the first 1,024 bytes: mail gateways and scanners put some of their own before it. */
const hasPdfMark = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 1024)).includes("%PDF-");

/** The head as text; null when it is none. */
const textOf = (head: Uint8Array): string | null => {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return decode(head, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(head, "utf-16be");
  // The last character may be cut.
  for (let cut = 0; cut < 4; cut += 1) {
    const part = head.subarray(0, head.length - cut);
    if (isUtf8(part)) return decode(part, "utf-8");
  }
  return null;
};

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  const text = new TextDecoder(encoding).decode(bytes);
  return BINARY.test(text) ? null : text;
};
