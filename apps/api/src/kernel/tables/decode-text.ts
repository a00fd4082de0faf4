/** Bytes of a text file as text: what its mark says, else UTF-8 strictly, else the code page of the reader's region, which is said (K2). */
import { isUtf8 } from "node:buffer";
import type { Language, TableReading } from "@accord/domain";
import iconv from "iconv-lite";

export interface DecodedText {
  readonly text: string;
  /** Null: the file says it itself, or it is UTF-8, which nothing else looks like. */
  readonly assumed: TableReading["encoding"];
}

/** Null: no text. */
export const decodeText = (bytes: Uint8Array, language: Language): DecodedText | null => {
  const read = decodeMarked(bytes) ?? decodeUnmarked(bytes, language);
  return read === null || read.text.includes("\u0000") ? null : read;
};

const decode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The decoder takes the mark off. */
const decodeMarked = (bytes: Uint8Array): DecodedText | null => {
  const [first, second, third] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : first === 0xef && second === 0xbb && third === 0xbf
          ? "utf-8"
          : null;
  const text = encoding === null ? null : decode(encoding, bytes);
  return text === null ? null : { text, assumed: null };
};

const decodeUnmarked = (bytes: Uint8Array, language: Language): DecodedText | null => {
  const wide = wideOf(bytes);
  if (wide !== null) {
    const text = decode(wide, bytes);
    return text === null ? null : { text, assumed: "UTF-16" };
  }
  if (bytes.includes(0)) return null;
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), assumed: null };
  // The platform's own decoder reads Windows-1252 as ISO 8859-1 in some versions, without the euro sign.
  const western = iconv.decode(Buffer.from(bytes), "windows-1252");
  const isCentral = WITHIN_WORDS.test(western) || (language === "ro" && CENTRAL_ONLY_LOOKS.test(western));
  return isCentral
    ? { text: iconv.decode(Buffer.from(bytes), "windows-1250"), assumed: "Windows-1250" }
    : { text: western, assumed: "Windows-1252" };
};

/** Text of these alphabets in UTF-16 without a mark has a zero in every other byte of its head. */
const wideOf = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = (offset: number): boolean => bytes[offset] === 0 && bytes[offset + 2] === 0;
  if (zeros(1) && bytes[0] !== 0) return "utf-16le";
  return zeros(0) && bytes[1] !== 0 ? "utf-16be" : null;
};

/** ş ţ ą ł ż … of Windows-1250 read as Windows-1252: signs that stand in no word of a western language. */
const WITHIN_WORDS = /[ºª³¹¾¼½¿£¥þÞ](?=\p{L})|(?<=\p{L})[ºª³¹¾¼½¿£¥þÞ]/u;
/** ă and Ă: letters of Portuguese otherwise. */
const CENTRAL_ONLY_LOOKS = /[ãÃ]/;
