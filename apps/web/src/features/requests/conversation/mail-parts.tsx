/** What a message by mail brings along: who sent it, what it quotes, what could not be read, the mail as it came (F50). */
import { IconMail } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Disclosure } from "../../../ui/disclosure";
import { Notice } from "../../../ui/notice";
import { PlainText } from "../../../ui/plain-text";
import { visibleControls } from "../../../ui/visible-controls";
import { AttachmentList } from "../../files";
import styles from "./conversation.module.css";
import type { TimelineItem } from "./timeline-item";

type Mail = NonNullable<TimelineItem["mail"]>;

/** "by mail", and from whom where that is not the contact's own address. */
export const MailMark = ({ mail }: { readonly mail: Mail | null }) => (
  <span className={styles.mark}>
    <IconMail size={14} aria-hidden />{" "}
    {mail?.sender ? (
      <span className={styles.sender}>
        <FormattedMessage id="conversation.byMailFrom" values={{ sender: visibleControls(mail.sender) }} />
      </span>
    ) : (
      <FormattedMessage id="conversation.byMail" />
    )}
  </span>
);

/** The person's own words, the quote folded below them, then what is to be said of the mail. */
export function MailBody({ entry }: { readonly entry: TimelineItem }) {
  const { text, quoted, mail } = entry;
  return (
    <>
      {text !== null && <PlainText text={text} />}
      {quoted !== null && (
        <Disclosure isPlain summary={<FormattedMessage id="conversation.quoted" />}>
          <div className={styles.quoted}>
            <PlainText text={quoted} />
          </div>
        </Disclosure>
      )}
      {mail !== null && <MailNotes mail={mail} isSilent={text === null} />}
    </>
  );
}

function MailNotes({ mail, isSilent }: { readonly mail: Mail; readonly isSilent: boolean }) {
  const { formatMessage } = useIntl();
  const { problem, leftOut, raw, automatic } = mail;
  const sentence = problem ?? (isSilent && automatic !== null && raw !== null ? "UNREADABLE" : null);
  return (
    <>
      {(sentence !== null || leftOut.length > 0) && (
        <Notice tone={sentence === "EMPTY" ? "info" : "soon"} isLive={false}>
          {sentence !== null && (
            <p>
              <FormattedMessage id={`conversation.mail.${sentence}`} values={{ hasRaw: String(raw !== null) }} />
            </p>
          )}
          {leftOut.length > 0 && (
            <>
              <p>
                <FormattedMessage id="conversation.mail.leftOut" values={{ count: leftOut.length }} />
              </p>
              <ul className={styles.leftOut}>
                {leftOut.map(({ name, reason }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and their order stays.
                  <li key={`${place}:${name}`}>
                    {visibleControls(name)}: {formatMessage({ id: `conversation.mail.leftOut.${reason}` })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      {raw !== null && (
        <div>
          <p className={styles.rawTitle}>
            <FormattedMessage id="conversation.mail.raw" />
          </p>
          <AttachmentList files={[raw]} />
        </div>
      )}
    </>
  );
}
