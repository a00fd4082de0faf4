/** Files that were sent: name, size, state; saved by a click, images and texts shown in place (R92, F47). */
import { IconDownload } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { visibleControls } from "../../ui/visible-controls";
import type { AttachedFileFragment } from "./attachments.generated";
import styles from "./attachments.module.css";
import { FileSize } from "./file-size";
import { Preview } from "./preview";
import { StateMark } from "./state-mark";

export default function AttachmentList({ files }: { readonly files: readonly AttachedFileFragment[] }) {
  const { formatMessage } = useIntl();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={formatMessage({ id: "attachments.title" })}>
      {files.map((file) => (
        <Sent key={file.id} file={file} />
      ))}
    </ul>
  );
}

function Sent({ file }: { readonly file: AttachedFileFragment }) {
  const name = visibleControls(file.name);
  return (
    <li className={styles.chip}>
      {file.url === null ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <a className={styles.name} href={file.url} download={file.name}>
          <IconDownload size={16} aria-hidden /> {name}
        </a>
      )}
      <span className={styles.quiet}>
        <FileSize bytes={file.size} />
      </span>
      <StateMark state={file.state} />
      {file.uploaderName !== null && (
        <span className={styles.quiet}>
          <FormattedMessage id="attachments.by" values={{ name: visibleControls(file.uploaderName) }} />
        </span>
      )}
      {file.refusal !== null && <span className={styles.line}>{file.refusal}</span>}
      {file.previewUrl !== null && (
        <Preview url={file.previewUrl} name={name} mediaType={file.mediaType} size={file.size} />
      )}
    </li>
  );
}
