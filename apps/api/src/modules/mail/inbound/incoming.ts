/** A mail that came for a request: what is known of it before anything is written. */
import type { Account, ReceivedMail, RequestContact } from "@accord/domain";
import type { RequestDetail } from "../../requests/module.js";
import type { InboundMail } from "./read-mail.js";
import type { ReplyAddress } from "./receiver.js";

export interface Incoming {
  readonly mail: InboundMail;
  readonly raw: Buffer;
  /** MAIL FROM. */
  readonly envelopeFrom: string;
  /** Known to be a program's already. */
  readonly isNote?: boolean;
}

/** What is known before anything is written. */
export interface InboundContext extends Incoming, ReplyAddress {
  readonly request: RequestDetail;
  readonly contact: RequestContact;
  readonly account: Account | null;
}

export interface Judged {
  readonly text: string;
  readonly quoted: string;
  readonly received: ReceivedMail;
}
