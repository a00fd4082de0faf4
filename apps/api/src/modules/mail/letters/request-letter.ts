/** Mails about one request: its confirmation, and every notice a person wants by mail (R87, F70-F72). */
import type { NoticeKind, RequestStatus } from "@accord/domain";
import { type MailMessage, tell } from "../messages/index.js";
import { factsOf, type Letter, type Reader, type RequestFacts, write } from "./letter.js";

export type RequestMailKind = "CONFIRMATION" | "UNREADABLE" | Exclude<NoticeKind, "ADDED_AS_CONTACT">;

export interface RequestMail {
  readonly kind: RequestMailKind;
  readonly facts: RequestFacts;
  /** What a change of status led to. */
  readonly status: RequestStatus | null;
  readonly url: string;
  readonly why: "PRIMARY" | "FOLLOWING" | "STAFF";
  readonly isAnswerTaken: boolean;
}

type Stem =
  | "confirmation"
  | "unreadable"
  | "reply"
  | "statusChanged"
  | "closingSoon"
  | "closed"
  | "accessAsked"
  | "splitProposed"
  | "newWork"
  | "assigned"
  | "customerReply"
  | "nearBreach"
  | "breached";

const STEMS: Readonly<Record<RequestMailKind, Stem>> = {
  CONFIRMATION: "confirmation",
  UNREADABLE: "unreadable",
  REPLY: "reply",
  STATUS_CHANGED: "statusChanged",
  CLOSING_SOON: "closingSoon",
  CLOSED: "closed",
  ACCESS_ASKED: "accessAsked",
  SPLIT_PROPOSED: "splitProposed",
  NEW_WORK: "newWork",
  ASSIGNED: "assigned",
  CUSTOMER_REPLY: "customerReply",
  NEAR_BREACH: "nearBreach",
  BREACHED: "breached",
};
const WHY: Readonly<Record<RequestMail["why"], MailMessage>> = {
  PRIMARY: "whyPrimary",
  FOLLOWING: "whyFollowing",
  STAFF: "whyStaff",
};

/** The kind of outgoing message that carries this mail: `mail.closing-soon`. */
export const messageKindOf = (kind: RequestMailKind): string => `mail.${kind.toLowerCase().replaceAll("_", "-")}`;

const KINDS = new Map((Object.keys(STEMS) as RequestMailKind[]).map((kind) => [messageKindOf(kind), kind] as const));

/** The mail an outgoing message carries; null for one that is not about a request. */
export const mailKindOf = (messageKind: string): RequestMailKind | null => KINDS.get(messageKind) ?? null;

export const writeRequestMail = (
  reader: Reader,
  mail: RequestMail,
): Pick<Letter, "subject" | "html" | "text" | "unsubscribeUrl"> => {
  const { language } = reader;
  const stem = STEMS[mail.kind];
  const params = { status: mail.status ?? "other" };
  const isOptional = mail.kind !== "CONFIRMATION" && mail.kind !== "UNREADABLE";
  const footer = [
    `${tell(language, WHY[mail.why])} ${tell(language, "automatic")}`,
    ...(isOptional ? [tell(language, "stop", { link: mail.url })] : []),
  ];
  return {
    unsubscribeUrl: isOptional ? mail.url : null,
    ...write(reader, {
      // The same for life: mail programs keep together what is called the same. What happened stands in the title.
      subject: `[${mail.facts.number}] ${mail.facts.product}`,
      title: tell(language, `${stem}Title`, params),
      lead: tell(language, `${stem}Lead`, params),
      facts: factsOf(reader, mail.facts),
      button: { label: tell(language, "openRequest"), url: mail.url },
      notes: mail.isAnswerTaken ? [tell(language, "replyByMail")] : [],
      footer,
      marker: mail.isAnswerTaken ? tell(language, "replyMarker") : null,
    }),
  };
};
