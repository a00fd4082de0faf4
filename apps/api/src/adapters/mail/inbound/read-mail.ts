/** A mail as it came in, read by mailparser: who wrote it, what is its own, whether a machine sent it (F50, E24). */
import type { AddressObject, ParsedMail } from "mailparser";

export interface InboundMail {
  readonly messageId: string | null;
  /** The text part, or the HTML part as text. */
  readonly text: string;
  readonly attachmentNames: readonly string[];
  /** Sent by a program, a list or in bulk: never an answer of a person. */
  readonly isAutomatic: boolean;
  /** The recipient's mail server says for good that it cannot deliver. */
  readonly isFailureReport: boolean;
  readonly from: string | null;
}

/** Longest text that is looked at. */
const LONGEST = 200_000;

/** @throws when it cannot be read as a mail at all */
export const readMail = async (raw: Buffer): Promise<InboundMail> => {
  const { simpleParser } = await import("mailparser");
  // Delivery reports are text to us, pictures are not wanted, nothing is linked.
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextLinks: true, maxHtmlLengthToParse: LONGEST });
  const names = mail.attachments.flatMap(({ filename, related }) =>
    filename === undefined || related ? [] : [oneLine(filename)],
  );
  return {
    messageId: mail.messageId ?? null,
    text: (mail.text ?? "").slice(0, LONGEST),
    attachmentNames: names.slice(0, 20),
    isAutomatic: isAutomatic(mail),
    isFailureReport: isFailureReport(mail),
    from: firstAddress(mail.from),
  };
};

const header = (mail: ParsedMail, name: string): string => {
  const value = mail.headers.get(name);
  return typeof value === "string" ? value.trim().toLowerCase() : value === undefined ? "" : "present";
};

/** RFC 3834 and what mail programs did before it. */
const isAutomatic = (mail: ParsedMail): boolean => {
  const submitted = header(mail, "auto-submitted");
  if (submitted !== "" && submitted !== "no") return true;
  if (/^(bulk|junk|list|auto[-_]reply)$/.test(header(mail, "precedence"))) return true;
  return ["list-id", "list", "x-autoreply", "x-autorespond", "x-auto-response-from", "x-loop"].some(
    (name) => header(mail, name) !== "",
  );
};

/** RFC 3464: a delivery report whose action is "failed"; a delayed mail is not lost yet. */
const isFailureReport = (mail: ParsedMail): boolean => {
  const type = mail.headers.get("content-type");
  const value = typeof type === "object" && "value" in type ? (type as { value: string }).value : "";
  if (value.toLowerCase() !== "multipart/report") return false;
  const reports = mail.attachments.filter(({ contentType }) => contentType === "message/delivery-status");
  const text = [...reports.map(({ content }) => content.toString("utf8")), mail.text ?? ""].join("\n");
  return /^action:\s*failed\b/im.test(text);
};

const firstAddress = (from: AddressObject | undefined): string | null => from?.value[0]?.address ?? null;

const oneLine = (name: string): string =>
  name
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 100);
