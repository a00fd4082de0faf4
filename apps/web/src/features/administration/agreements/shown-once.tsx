/** What is shown this once: the two IDs and the link, each with a button that copies it; and the letter to print (F56, F18). */
import { IconPrinter } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { CopyButton } from "../../../ui/copy-button";
import styles from "../administration.module.css";

interface Props {
  readonly accessId?: string | null;
  readonly agreementId?: string | null;
  readonly activation?: { readonly url: string; readonly expiresAt: string } | null;
}

export function ShownOnce({ accessId, agreementId, activation }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const shown = [
    { name: formatMessage({ id: "plans.accessId" }), text: accessId },
    { name: formatMessage({ id: "plans.agreementId" }), text: agreementId },
    { name: formatMessage({ id: "managed.activation" }), text: activation?.url },
  ];
  return (
    <>
      <dl className={styles.ids}>
        {shown.map(
          ({ name, text }) =>
            text != null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <span>{text}</span>
                  <CopyButton text={text} what={name} />
                </dd>
              </div>
            ),
        )}
      </dl>
      {activation != null && (
        <p className={styles.quiet}>
          <FormattedMessage id="managed.activation.ends" values={{ when: format.instant(activation.expiresAt) }} />
        </p>
      )}
    </>
  );
}

/** Opens in a window of its own; the server asks for a fresh sign-in where the last is old. */
export function LetterLink({ url }: { readonly url: string }) {
  return (
    <a className={styles.row} href={url} target="_blank" rel="noopener">
      <IconPrinter size={18} aria-hidden />
      <FormattedMessage id="managed.letter" />
    </a>
  );
}
