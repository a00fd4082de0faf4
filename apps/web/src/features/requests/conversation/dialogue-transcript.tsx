/** What was said to the virtual agent before the request: what an engineer reads first (R61, F63). */
import { FormattedMessage } from "react-intl";
import { Card } from "../../../ui/card";
import { MessageText } from "../../../ui/message-text";
import { PlainText } from "../../../ui/plain-text";
import { visibleControls } from "../../../ui/visible-controls";
import type { RequestPageQuery } from "../request-page.generated";
import styles from "./dialogue-transcript.module.css";

type Transcript = NonNullable<RequestPageQuery["request"]["dialogueTranscript"]>;

export function DialogueTranscript({ transcript }: { readonly transcript: Transcript }) {
  const { title, finishedOutcome, lines } = transcript;
  return (
    <Card title={<FormattedMessage id="conversation.dialogue.title" values={{ title }} />}>
      <p className={styles.outcome}>
        <FormattedMessage id={`conversation.dialogue.${finishedOutcome ?? "LEFT"}`} />
      </p>
      <ol className={styles.lines}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change any more.
          <li key={place} className={styles.line}>
            <MessageText markdown={line.question} />
            {line.commands.map((command) => (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long command scrolls, so the keyboard must reach it.
              <pre key={command} className={styles.command} tabIndex={0}>
                {visibleControls(command)}
              </pre>
            ))}
            <div className={styles.answer}>
              {line.answer === null ? (
                <FormattedMessage id="conversation.dialogue.leftOut" />
              ) : (
                <PlainText text={line.answer} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
