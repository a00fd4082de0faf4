/** A mail as it came in: its words, its files, its head; read as far as it can be, whatever is broken in it (F50, E24). */
import { createHash } from "node:crypto";
import { charsetOfPage, decodeText, unflow } from "./decode-text.js";
import { textOfHtml } from "./html-text.js";
import { type MimePart, partsOf } from "./mime-parts.js";

export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Shown inside the text: a picture of it, or a logo. */
  readonly isInline: boolean;
}

export interface InboundMail {
  readonly messageId: string | null;
  readonly subject: string;
  /** Name and address of who says to have written it. */
  readonly from: string;
  /** Value of the first header of this name, "" without one. */
  readonly header: (name: string) => string;
  /** Of the mail as a whole: `multipart/report`. */
  readonly contentType: string;
  readonly parameter: (name: string) => string;
  /** The whole text, quotes and all. */
  readonly text: string;
  readonly files: readonly MailFile[];
  /** What programs tell each other: delivery reports, receipts, answers of calendars. */
  readonly reports: readonly { readonly contentType: string; readonly method: string; readonly text: string }[];
  /** Some of it is a guess or missing, so that the mail itself is worth keeping. */
  readonly isDamaged: boolean;
  /** Sealed for somebody else: nothing in it can be read here. */
  readonly isSealed: boolean;
  /** The same for the same mail, however it came; another for another content. */
  readonly digest: string;
}

const SEALED = /^(application\/(x-)?pkcs7-mime|multipart\/encrypted|application\/pgp-encrypted)$/;
const REPORTS =
  /^(message\/(global-)?(delivery-status|disposition-notification)|message\/(feedback-report|global-headers)|text\/(calendar|rfc822-headers)|text\/vnd\.google\.email-reaction\+json)$/;
/** A second form of what another part says. */
const IGNORED = /^text\/(x-amp-html|x-watch-html)$/;

/** @throws when not even its headers can be read */
export const readMail = async (raw: Buffer): Promise<InboundMail> => {
  const root = await partsOf(raw);
  const { default: libmime } = await import("libmime");
  const decoded = (value: string): string => {
    try {
      return libmime.decodeWords(value);
    } catch {
      // A character set that nobody knows: as it stands.
      return value;
    }
  };
  const body = await readPart(root, namesOfPictures(root));
  const from = decoded(root.header("from"));
  const subject = decoded(root.header("subject"));
  const messageId = /<[^<>\s]+>/.exec(root.header("message-id"))?.[0] ?? null;
  const parts = [
    messageId ?? "",
    root.header("date"),
    from,
    subject,
    body.text,
    ...body.files.map(({ bytes }) => bytes),
  ];
  return {
    messageId,
    subject,
    from,
    header: root.header,
    contentType: root.contentType,
    parameter: root.parameter,
    text: body.text,
    files: body.files,
    reports: body.reports,
    isDamaged: body.isDamaged,
    isSealed: body.isSealed,
    digest: digestOf(parts),
  };
};

const digestOf = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

type Body = Pick<InboundMail, "text" | "files" | "reports" | "isDamaged" | "isSealed">;

const NOTHING: Body = { text: "", files: [], reports: [], isDamaged: false, isSealed: false };

type Names = ReadonlyMap<string, string>;

/** What the pictures that a text refers to are called. */
const namesOfPictures = (part: MimePart): Map<string, string> => {
  const own = part.contentId === null ? [] : [[part.contentId, nameOf(part)] as const];
  return new Map([...own, ...part.children.flatMap((child) => [...namesOfPictures(child)])]);
};

const readPart = async (part: MimePart, names: Names): Promise<Body> => {
  if (SEALED.test(part.contentType)) return { ...NOTHING, isSealed: true };
  if (part.children.length > 0) {
    const bodies = await Promise.all(part.children.map((child) => readPart(child, names)));
    const joined = bodies.reduce(join, NOTHING);
    return part.contentType === "multipart/alternative" ? { ...joined, text: fullest(bodies) } : joined;
  }
  if (IGNORED.test(part.contentType)) return NOTHING;
  const isFile = part.disposition === "attachment" || part.filename !== null;
  if (REPORTS.test(part.contentType)) return readReport(part);
  if (part.contentType.startsWith("text/") && !isFile) return readText(part, names);
  if (part.bytes.length === 0 && !isFile) return NOTHING;
  return { ...NOTHING, files: [fileOf(part)], isDamaged: part.isDamaged };
};

const join = (one: Body, other: Body): Body => ({
  text: [one.text, other.text].filter((text) => text.trim() !== "").join("\n\n"),
  files: [...one.files, ...other.files],
  reports: [...one.reports, ...other.reports],
  isDamaged: one.isDamaged || other.isDamaged,
  isSealed: one.isSealed || other.isSealed,
});

/** The first form that says everything: plain text, unless it lacks what the others say ("this mail needs HTML"). */
const fullest = (bodies: readonly Body[]): string => {
  const texts = bodies.map(({ text }) => text).filter((text) => text.trim() !== "");
  const [plain = "", ...others] = texts;
  const said = new Set(wordsOf(plain));
  const lacking = others.filter((text) => {
    const words = wordsOf(text);
    return words.filter((word) => !said.has(word)).length > words.length * MISSED;
  });
  return lacking.at(-1) ?? plain;
};

const MISSED = 0.15;
/** Addresses of links stand in one form and not in the other. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/https?:\/\/[^\s<>]+/g, " ")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const readReport = (part: MimePart): Body => {
  const { text } = decodeText(part.bytes, part.charset);
  const method = part.parameter("method") || (/^method:\s*(\w+)/im.exec(text)?.[1] ?? "").toLowerCase();
  const report = { contentType: part.contentType, method, text };
  // An invitation is from a person, and worth having as a file.
  const isInvitation = part.contentType === "text/calendar" && method !== "reply";
  return { ...NOTHING, reports: [report], files: isInvitation ? [fileOf(part)] : [] };
};

const readText = async (part: MimePart, names: Names): Promise<Body> => {
  const isHtml = part.contentType === "text/html";
  const charset = part.charset ?? (isHtml ? charsetOfPage(part.bytes) : null);
  const { text, isSure } = decodeText(part.bytes, charset);
  const isDamaged = part.isDamaged || !isSure;
  if (!isHtml) {
    const plain = part.isFlowed ? unflow(text, part.isSpaceDeleted) : text;
    const named = plain.replace(
      /\[cid:([^\]\s]{1,200})\]/g,
      (whole, id: string) => `[${names.get(id) ?? whole.slice(1, -1)}]`,
    );
    return { ...NOTHING, text: withoutStrayHead(named, part.isDamaged), isDamaged };
  }
  const files = new Map<string, MailFile>();
  const nameOfPicture = (address: string): string => {
    if (/^cid:/i.test(address)) return names.get(address.slice(4)) ?? "";
    const picture = embedded(address, files.size + 1);
    if (picture !== null) files.set(address, files.get(address) ?? picture);
    return files.get(address)?.name ?? "";
  };
  const { text: shown } = await textOfHtml(text, nameOfPicture);
  return { ...NOTHING, text: shown, files: [...files.values()], isDamaged };
};

/** A multipart whose boundary nobody can find begins with the head of its first part. */
const withoutStrayHead = (text: string, isDamaged: boolean): string =>
  isDamaged ? text.replace(/^\s*--[^\n]*\n(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n/, "") : text;

/** A picture that stands in the page itself. */
const embedded = (address: string, number: number): MailFile | null => {
  const [head = "", type = "", ending = ""] = /^data:(image\/([a-z0-9]+)[^;,]*);base64,/i.exec(address) ?? [];
  if (head === "") return null;
  const bytes = Buffer.from(address.slice(head.length), "base64");
  return bytes.length === 0 ? null : { name: `picture-${number}.${ending}`, contentType: type, bytes, isInline: true };
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "text/calendar": "ics",
  "text/plain": "txt",
  "text/html": "html",
  "image/jpeg": "jpg",
};

const nameOf = ({ filename, contentType }: MimePart): string => {
  const ending = EXTENSIONS[contentType] ?? (contentType.split("/")[1] ?? "").replace(/[^a-z0-9].*$/i, "");
  return filename ?? `${contentType.startsWith("image/") ? "picture" : "file"}.${ending || "bin"}`;
};

const fileOf = (part: MimePart): MailFile => ({
  name: nameOf(part),
  contentType: part.contentType,
  bytes: part.bytes,
  isInline: part.contentType.startsWith("image/") && (part.disposition !== "attachment" || part.contentId !== null),
});

/** A mail that nothing can be read of is kept all the same: a program's fault never turns it away for ever. */
export const readOrKeep = async (
  raw: Buffer,
  log: { error(fields: object, message: string): void },
): Promise<InboundMail> => {
  try {
    return await readMail(raw);
  } catch (error) {
    log.error({ err: error }, "an incoming mail could not be read");
    const none = (): string => "";
    const nothing = {
      messageId: null,
      subject: "",
      from: "",
      header: none,
      parameter: none,
      contentType: "text/plain",
    };
    return { ...nothing, ...NOTHING, isDamaged: true, digest: digestOf([raw]) };
  }
};
