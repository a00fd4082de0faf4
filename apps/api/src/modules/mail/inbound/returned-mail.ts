/** What comes back to the return address of one message: returned, or only a word about it (E24). */
import { foldText, normaliseEmail } from "@accord/domain";
import { isDeliveryReport, isFromDaemon } from "./automatic-mail.js";
import type { InboundMail } from "./read-mail.js";
import { saysAwayInSubject, saysAwayInText } from "./vacation-notes.js";

/** `RETURNED`: the contact does not get it. `NOTE`: of a program, nobody is to blame. `ANSWER`: a person wrote to the wrong address. */
export type Returned = "RETURNED" | "NOTE" | "ANSWER";

/** `recipient`: whom the message went to. */
export const judgeReturned = (mail: InboundMail, recipient: string | null, envelopeFrom: string): Returned => {
  if (isDeliveryReport(mail)) return judgeReport(mail, recipient);
  if (DELAY.test(foldText(mail.subject))) return "NOTE";
  if (saysFailure(mail)) return "RETURNED";
  if (saysAwayInSubject(mail.subject) || saysAwayInText(mail.text)) return "NOTE";
  if (mail.reports.length > 0 || isMarkedReply(mail)) return "NOTE";
  const isAnswer = envelopeFrom !== "" && (mail.header("in-reply-to") !== "" || /^(re|aw|sv)\s?:/i.test(mail.subject));
  return isAnswer ? "ANSWER" : "RETURNED";
};

/** Answered by a program that read it, so that it arrived. */
const isMarkedReply = ({ header }: InboundMail): boolean =>
  /^auto-replied/i.test(header("auto-submitted")) ||
  header("x-autoreply") !== "" ||
  /^auto[-_]reply/i.test(header("precedence"));

const saysFailure = (mail: InboundMail): boolean =>
  isFromDaemon(mail) || mail.header("x-ms-exchange-message-is-ndr") !== "" || FAILURE.test(foldText(mail.subject));
const FAILURE =
  /undeliver|delivery (status notification|failure|has failed)|failure notice|returned mail|mail delivery failed|could not be delivered|unzustellbar|nicht zugestellt|nedelivrat|nu a (putut fi|fost) livrat|non remis|echec de (la )?remise|no se puede entregar|no entregado|mancato recapito|non recapitabile|nao (foi )?entregue|niedostarcz|onbestelbaar|недоставлен|无法投递|退信|無法傳遞|配信(不能|できません)/u;

/** It is tried again. */
const DELAY =
  /\b(delayed|delay(ed)? (mail|notification)|warning: (could not send|message)|still being retried|verzogert|intarzi|retarde)/u;

interface Group {
  readonly action: string;
  readonly recipients: readonly string[];
}

/** The group of this recipient decides. Where none is, somebody behind the address failed: all of them, or only a member of a list. */
const judgeReport = (mail: InboundMail, recipient: string | null): Returned => {
  const groups = mail.reports
    .filter(({ contentType }) => contentType.endsWith("delivery-status"))
    .flatMap(({ text }) => groupsOf(text));
  const own = groups.filter(({ recipients }) => recipient !== null && recipients.includes(recipient));
  const judged = own.length > 0 ? own : groups;
  return judged.every(({ action }) => action === "failed") ? "RETURNED" : "NOTE";
};

/** Groups of fields, one for each recipient (RFC 3464, 2.3); the first, about the message, names none. */
const groupsOf = (report: string): Group[] =>
  report
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n{2,}/)
    .flatMap((group) => {
      const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(group)?.[1]?.trim() ?? "";
      const action = field("action").toLowerCase().split(/\s/)[0] ?? "";
      if (action === "") return [];
      return [
        {
          action,
          recipients: [addressOf(field("final-recipient")), addressOf(field("original-recipient"))].filter(
            (address) => address !== "",
          ),
        },
      ];
    });

/** `rfc822; ana@client.example`, `utf-8; …` with its escapes (RFC 6533, 3). */
const addressOf = (value: string): string => {
  const bare = value
    .slice(value.indexOf(";") + 1)
    .trim()
    .replace(/^<|>$/g, "");
  const plain = bare.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (_whole, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  return normaliseEmail(plain) ?? plain.toLowerCase();
};
