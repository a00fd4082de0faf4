/** An image or the beginning of a text, fetched only when it is opened; text is shown as text, whatever it holds (F47, I-8). */
import { TEXT_PREVIEW_BYTES } from "@accord/domain";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Disclosure } from "../../ui/disclosure";
import styles from "./attachments.module.css";

interface Props {
  readonly url: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

type Loaded = { readonly text: string } | "loading" | "failed";

export function Preview({ url, name, mediaType, size }: Props) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const isImage = mediaType.startsWith("image/");
  const open = (next: boolean): void => {
    setOpen(next);
    if (!next || isImage || loaded !== null) return;
    setLoaded("loading");
    readBeginning(url).then(
      (text) => setLoaded({ text }),
      () => setLoaded("failed"),
    );
  };
  return (
    <div className={styles.preview}>
      <Disclosure isPlain isOpen={isOpen} onToggle={open} summary={<FormattedMessage id="attachments.preview" />}>
        {isOpen && isImage && (
          <img className={styles.image} src={url} alt={formatMessage({ id: "attachments.image" }, { name })} />
        )}
        {!isImage && loaded === "failed" && <FormattedMessage id="attachments.preview.failed" />}
        {typeof loaded === "object" && loaded !== null && (
          <>
            <pre className={styles.text}>{loaded.text}</pre>
            {size > TEXT_PREVIEW_BYTES && (
              <p className={styles.hint}>
                <FormattedMessage id="attachments.preview.part" />
              </p>
            )}
          </>
        )}
      </Disclosure>
    </div>
  );
}

const readBeginning = async (url: string): Promise<string> => {
  const answer = await fetch(url, { headers: { range: `bytes=0-${TEXT_PREVIEW_BYTES - 1}` } });
  if (!answer.ok) throw new Error(String(answer.status));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
};
