/** What came as plain text, as it came: every line and space of it, web addresses as links; a mail is no Markdown. */
import styles from "./message-text.module.css";
import { visibleControls } from "./visible-controls";
import { addressesIn } from "./web-addresses";

export function PlainText({ text }: { readonly text: string }) {
  let place = 0;
  return (
    <div className={styles.text} dir="auto">
      <p className={styles.asItCame}>
        {addressesIn(text).map((part) => {
          place += part.text.length;
          return part.isAddress ? (
            <a
              key={place}
              href={part.text}
              target="_blank"
              rel="noopener noreferrer nofollow"
              title={visibleControls(part.text)}
            >
              {visibleControls(part.text)}
            </a>
          ) : (
            visibleControls(part.text)
          );
        })}
      </p>
    </div>
  );
}
