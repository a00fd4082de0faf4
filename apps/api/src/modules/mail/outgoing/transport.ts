/** The way out: nodemailer over SMTP_URL, and what a mail server's "no" means (I-7). */
import { normaliseEmail, SECOND } from "@accord/domain";
import { createTransport as createNodemailer, type SendMailOptions } from "nodemailer";
import type { MailAddresses } from "../addresses.js";
import type { Letter } from "../letters/letter.js";

export interface Envelope {
  /** Outbox id of the message. */
  readonly id: string;
  readonly letter: Letter;
  /** Epoch milliseconds; the Date of the mail. */
  readonly at: number;
}

export interface Transport {
  /** Resolves once the mail server has taken the mail. @throws SendError */
  send(envelope: Envelope): Promise<void>;
  close(): void;
}

/**
 * `REFUSED`: this recipient or mail never; `LATER`: the server asks to come back;
 * `OUTAGE`: no server to talk to, which says nothing about this mail.
 */
export type SendFailure = "REFUSED" | "LATER" | "OUTAGE";

export class SendError extends Error {
  constructor(
    readonly failure: SendFailure,
    message: string,
  ) {
    super(message);
  }
}

export interface SenderAddress {
  /** MAIL_FROM. */
  readonly from: string;
  /** Where answers and returned mail come in; null: nowhere. */
  readonly inboundDomain: string | null;
}

/** Opens nothing until the first mail. */
export const createTransport = (smtpUrl: string, sender: SenderAddress, addresses: MailAddresses): Transport => {
  const nodemailer = createNodemailer({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    dnsTimeout: 10 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (envelope) => {
      const options = compose(envelope, sender, addresses);
      try {
        await nodemailer.sendMail(options);
      } catch (error) {
        throw sendErrorOf(error);
      }
    },
    close: () => nodemailer.close(),
  };
};

/** Exactly one recipient, headers of ours alone. @throws SendError for an address that is not one plain address */
export const compose = (
  { id, letter, at }: Envelope,
  { from, inboundDomain }: SenderAddress,
  addresses: MailAddresses,
): SendMailOptions => {
  const to = normaliseEmail(letter.to);
  if (to === null) throw new SendError("REFUSED", "not one plain address");
  const { requestId, contactId } = letter;
  const rootId = requestId === null ? null : addresses.rootIdOf(requestId);
  const isRoot = rootId !== null && letter.isFirst === true;
  const root = rootId === null || isRoot ? {} : { references: rootId, inReplyTo: rootId };
  const isAnswerable = inboundDomain !== null && requestId !== null && contactId !== null;
  return {
    from: { name: "Accord", address: from },
    to: { name: "", address: to },
    envelope: { from: inboundDomain === null ? from : addresses.bounceAddress(inboundDomain, id), to: [to] },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: new Date(at),
    messageId: isRoot ? rootId : addresses.messageIdOf(id),
    ...root,
    ...(isAnswerable ? { replyTo: addresses.replyAddress(inboundDomain, requestId, contactId) } : {}),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(letter.unsubscribeUrl === null ? {} : { "List-Unsubscribe": `<${letter.unsubscribeUrl}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

/** Nodemailer's codes for a server that cannot be reached, trusted or signed in to. */
const OUTAGES: ReadonlySet<string> = new Set([
  "ECONNECTION",
  "ETIMEDOUT",
  "ESOCKET",
  "EDNS",
  "ETLS",
  "EAUTH",
  "ENOAUTH",
  "EOAUTH2",
  "EPROTOCOL",
  "EPROXY",
]);

export const sendErrorOf = (thrown: unknown): SendError => {
  if (thrown instanceof SendError) return thrown;
  const error = (thrown ?? {}) as SmtpError;
  const told = withoutAddresses(error.response ?? error.message ?? "unknown failure");
  const status = error.responseCode ?? 0;
  if (status === 421 || (status < 500 && OUTAGES.has(error.code ?? ""))) return new SendError("OUTAGE", told);
  if (error.code === "EAUTH") return new SendError("OUTAGE", told);
  // A "no" to the sender is a matter of our own settings: it may be put right.
  const isAboutMail = error.command !== "MAIL FROM" && (error.code === "EENVELOPE" || error.code === "EMESSAGE");
  return new SendError(status >= 500 && isAboutMail ? "REFUSED" : "LATER", told);
};

/** What a server says often repeats the address: it stays out of what we keep. */
export const withoutAddresses = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, " ")
    .replace(/<?[^\s<>"',;()[\]]+@[^\s<>"',;()[\]]+>?/g, "<…>")
    .trim()
    .slice(0, 200);
