/** Mails that carry a one-time link: an invitation to a request, and the question whether an address is theirs (I-7, F23). */
import { type MailMessage, tell } from "../messages/index.js";
import { type Letter, type Reader, write } from "./letter.js";
import { typedWords } from "./typed-words.js";

export interface LinkMail {
  readonly reader: Reader;
  /** `<PUBLIC_ORIGIN>/invitations/<token>` or `<PUBLIC_ORIGIN>/confirm-address/<token>`. */
  readonly url: string;
}

export interface InvitationMail extends LinkMail {
  /** As the identity provider gives it. */
  readonly inviterName: string;
  readonly inviterId: string;
  readonly requestId: string;
}

export type AddressMail = LinkMail;

export const writeInvitation = (mail: InvitationMail): Letter => ({
  ...common(mail, "invitation", { inviter: typedWords(mail.inviterName, 100) }),
  requestId: mail.requestId,
  stranger: { senderId: mail.inviterId, isInvitation: true },
  sharesWith: { askedBy: mail.inviterId },
});

export const writeAddressConfirmation = (mail: AddressMail): Letter => ({
  ...common(mail, "confirmAddress", {}),
  requestId: null,
  // The account itself waits for it, and has asked no more often than it may (`addressConfirmationsPerDay`).
  stranger: null,
  sharesWith: null,
});

const common = (
  { reader, url }: LinkMail,
  stem: "invitation" | "confirmAddress",
  params: Readonly<Record<string, string>>,
): Omit<Letter, "requestId" | "stranger" | "sharesWith"> => {
  const say = (part: "Subject" | "Title" | "Lead" | "Link" | "Note"): string =>
    tell(reader.language, `${stem}${part}` satisfies MailMessage, params);
  const words = {
    subject: say("Subject"),
    title: say("Title"),
    lead: say("Lead"),
    facts: [],
    button: { label: say("Link"), url },
    notes: [say("Note")],
    footer: [tell(reader.language, "automatic")],
    marker: null,
  };
  return { to: reader.to, ...write(reader, words), contactId: null, unsubscribeUrl: null };
};
