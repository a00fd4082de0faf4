/** Bytes of a text as characters: by the character set the mail names, strictly, else by what the bytes themselves say (F50). */
import { TextDecoder } from "node:util";

export interface Decoded {
  readonly text: string;
  /** Every byte was what the mail said it is; otherwise some of it is a guess. */
  readonly isSure: boolean;
}

const ASCII = /^(us-?ascii|ascii|ansi_x3\.4-1968|7bit|8bit)$/i;
/** Romanian and its neighbours write these between letters; Western European texts do not. */
const CENTRAL = /[a-z][\xba\xfe\xe3][a-z]|[a-z][\xba\xfe\xe3]\b|\b[\xba\xfe][a-z]/i;

export const decodeText = (bytes: Buffer, charset: string | null): Decoded => {
  const named = charset === null || ASCII.test(charset) ? null : decoderOf(charset, true);
  if (named === null) return guess(bytes, charset === null || ASCII.test(charset));
  const exact = tryDecode(named, bytes);
  if (exact !== null) return { text: named.encoding === WESTERN ? fromWestern(exact) : exact, isSure: true };
  const lossy = decoderOf(charset ?? "", false)?.decode(bytes) ?? "";
  return { text: lossy, isSure: false };
};

/** UTF-8 where the bytes are UTF-8; otherwise what old programs wrote without saying so. */
const guess = (bytes: Buffer, isUnnamed: boolean): Decoded => {
  const utf8 = tryDecode(new TextDecoder("utf-8", { fatal: true }), bytes);
  if (utf8 !== null) return { text: utf8, isSure: isUnnamed };
  const isCentral = CENTRAL.test(bytes.toString("latin1"));
  const text = isCentral ? new TextDecoder("windows-1250").decode(bytes) : fromWestern(bytes.toString("latin1"));
  return { text, isSure: false };
};

const WESTERN = "windows-1252";
/** Some versions of Node take it for Latin-1, which has controls in these places. */
const PLACES = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const fromWestern = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (character) => PLACES[character.charCodeAt(0) - 0x80] ?? character);

/** Null for a name that nobody knows. */
const decoderOf = (charset: string, fatal: boolean): TextDecoder | null => {
  try {
    return new TextDecoder(
      charset
        .trim()
        .replace(/^["']|["']$/g, "")
        .replace(/^cp-?(\d{4})$/i, "windows-$1"),
      { fatal },
    );
  } catch {
    return null;
  }
};

const tryDecode = (decoder: TextDecoder, bytes: Buffer): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

/** The character set an HTML page names in itself. */
export const charsetOfPage = (bytes: Buffer): string | null =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString("latin1"))?.[1] ?? null;

/** format=flowed (RFC 3676): a line that ends in a space goes on in the next one of the same depth. */
export const unflow = (text: string, isSpaceDeleted: boolean): string => {
  const out: string[] = [];
  let isOpen = false;
  let openDepth = 0;
  for (const line of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(line)?.[0] ?? "";
    const words = line.slice(marks.length).replace(/^ /, "");
    const isSignature = words === "-- ";
    const isSoft = words.endsWith(" ") && !isSignature;
    const shown = isSoft && isSpaceDeleted ? words.slice(0, -1) : words;
    if (isOpen && openDepth === marks.length && !isSignature) out.push(`${out.pop() ?? ""}${shown}`);
    else out.push(marks === "" ? shown : `${marks} ${shown}`);
    isOpen = isSoft;
    openDepth = marks.length;
  }
  return out.join("\n");
};
