/** One file on its way: how much of it is there, and what can be done about it. */
import { ActionIcon, Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { visibleControls } from "../../ui/visible-controls";
import styles from "./attachments.module.css";
import { FileSize } from "./file-size";
import { StateMark } from "./state-mark";
import type { QueuedFile, UploadQueue } from "./upload-queue";

interface Props {
  readonly file: QueuedFile;
  readonly queue: UploadQueue;
}

export function FileChip({ file, queue }: Props) {
  const { key, phase, size, sent, problem } = file;
  const name = visibleControls(file.name);
  const percent = size === 0 ? 0 : Math.floor((sent / size) * 100);
  const isMoving = phase === "SENDING" || phase === "CUT" || phase === "WAITING" || phase === "PAUSED";
  return (
    <li className={styles.chip} data-phase={phase}>
      <span className={styles.name}>{name}</span>
      <span className={styles.quiet}>
        <FileSize bytes={size} />
      </span>
      {phase === "DONE" && file.file !== null && <StateMark state={file.file.state} />}
      <span className={styles.tools}>
        {(phase === "SENDING" || phase === "CUT") && (
          <Tool id="pause" name={name} Icon={IconPlayerPause} onClick={() => queue.pause(key)} />
        )}
        {phase === "PAUSED" && <Tool id="goOn" name={name} Icon={IconPlayerPlay} onClick={() => queue.goOn(key)} />}
        <Tool id="remove" name={name} Icon={IconX} onClick={() => queue.remove(key)} />
      </span>
      {isMoving && (
        <progress className={styles.progress} value={sent} max={Math.max(1, size)} aria-label={name}>
          {percent}
        </progress>
      )}
      {phase === "HELD" && <Held file={file} onSend={() => queue.goOn(key)} />}
      {phase !== "DONE" && phase !== "HELD" && (
        <span className={styles.line} role={phase === "FAILED" ? "alert" : undefined}>
          {problem ?? <FormattedMessage id={`attachments.phase.${phase}`} values={{ percent }} />}
        </span>
      )}
    </li>
  );
}

/** What in the file looks like a secret: it goes on only when the person says so. */
function Held({ file, onSend }: { readonly file: QueuedFile; readonly onSend: () => void }) {
  const { formatMessage } = useIntl();
  const secrets = file.secrets ?? [];
  const [first, ...others] = secrets;
  if (first === undefined) return null;
  return (
    <span className={styles.line} role="alert">
      <FormattedMessage id="secrets.file" values={{ kind: first.kind, line: first.line }} />{" "}
      {others.length > 0 && <FormattedMessage id="secrets.more" values={{ count: others.length }} />}{" "}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={formatMessage({ id: "secrets.keep.file" }, { name: visibleControls(file.name) })}
        onClick={onSend}
      >
        <FormattedMessage id="secrets.keep" values={{ count: 1 }} />
      </Button>
    </span>
  );
}

interface ToolProps {
  readonly id: "pause" | "goOn" | "remove";
  readonly name: string;
  readonly Icon: typeof IconX;
  readonly onClick: () => void;
}

function Tool({ id, name, Icon, onClick }: ToolProps) {
  const { formatMessage } = useIntl();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={formatMessage({ id: `attachments.${id}` }, { name })}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
