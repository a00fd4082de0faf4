/** Whether a program sent a mail, and what it says: never an answer that moves a request (F50, RFC 3834). */
import { type AutomaticReply, foldText } from "@accord/domain";
import type { InboundMail } from "./read-mail.js";
import { saysAwayInSubject, saysAwayInText } from "./vacation-notes.js";

export interface Envelope {
  /** MAIL FROM; "" for reports and automatic answers. */
  readonly from: string;
  readonly isOwnMessageId: (messageId: string) => boolean;
}

/** Null for a mail that a person wrote. `own`: its text without the quote. */
export const automaticReplyOf = (
  mail: InboundMail,
  { own, quoted }: { readonly own: string; readonly quoted: string },
  envelope: Envelope,
): AutomaticReply | null => {
  const said = whatItSays(mail, own);
  if (said !== null) return said;
  if (isDeliveryReport(mail) || isFromDaemon(mail)) return "DELIVERY_REPORT";
  const isAway = saysAwayInSubject(mail.subject) || (quoted === "" && mail.files.length === 0 && saysAwayInText(own));
  if (isAway) return "VACATION";
  return saysMachine(mail, envelope) ? "OTHER" : null;
};

const whatItSays = (mail: InboundMail, own: string): AutomaticReply | null => {
  const calendar = mail.reports.find(
    ({ contentType, method }) => contentType === "text/calendar" && method === "reply",
  );
  if (calendar !== undefined)
    return ANSWERS[/PARTSTAT=(\w+)/i.exec(unfolded(calendar.text))?.[1]?.toUpperCase() ?? ""] ?? "CALENDAR_ANSWERED";
  if (mail.reports.some(({ contentType }) => contentType.endsWith("disposition-notification"))) return "READ_RECEIPT";
  if (mail.contentType === "multipart/report" && mail.parameter("report-type") === "disposition-notification")
    return "READ_RECEIPT";
  return isReaction(mail, own) ? "REACTION" : null;
};

const unfolded = (text: string): string => text.replace(/\r?\n[ \t]/g, "");

const ANSWERS: Readonly<Record<string, AutomaticReply>> = {
  ACCEPTED: "CALENDAR_ACCEPTED",
  DECLINED: "CALENDAR_DECLINED",
  TENTATIVE: "CALENDAR_TENTATIVE",
};

/** A thumb as a mail: RFC 9078, Gmail's own part, or the sentence Gmail and Outlook put in its place. */
const isReaction = (mail: InboundMail, own: string): boolean => {
  if (mail.reports.some(({ contentType }) => contentType.includes("email-reaction"))) return true;
  if (mail.header("content-disposition").toLowerCase().startsWith("reaction")) return true;
  const [first = ""] = own.trim().split("\n");
  return own.length < 300 && REACTION.test(foldText(first));
};
const REACTION =
  /^(.{1,80} reacted (to your (message|email|mail)|via gmail)|.{1,80} (a reactionat la mesajul|hat auf ihre nachricht reagiert|a reagi a votre message|reacciono a tu mensaje|ha reagito al tuo messaggio|reagiu a sua mensagem))/u;

/** RFC 3464 and RFC 6533. */
export const isDeliveryReport = ({ reports }: InboundMail): boolean =>
  reports.some(({ contentType }) => contentType.endsWith("delivery-status"));

export const isFromDaemon = ({ from, header }: InboundMail): boolean =>
  /\b(mailer[-_. ]?daemon|postmaster|mail delivery (system|subsystem))\b/i.test(from) ||
  header("x-failed-recipients") !== "";

/** Marks of programs. A list or a group passes on what people write: its marks are none. */
const saysMachine = (mail: InboundMail, { from, isOwnMessageId }: Envelope): boolean => {
  const { header, messageId } = mail;
  const [submitted = ""] = header("auto-submitted")
    .toLowerCase()
    .split(/[\s;(]/);
  if (submitted !== "" && submitted !== "no") return true;
  if (/^(bulk|junk|auto[-_]reply)\b/i.test(header("precedence"))) return true;
  if (MARKS.some((name) => header(name) !== "")) return true;
  return from === "" || (messageId !== null && isOwnMessageId(messageId));
};
const MARKS = [
  "x-autoreply",
  "x-autorespond",
  "x-auto-response-from",
  "x-loop",
  "x-autoreply-from",
  "x-mail-autoreply",
];
