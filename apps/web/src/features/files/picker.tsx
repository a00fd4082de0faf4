/** Chooses and sends files: a place to drop them, what is allowed, and each one with its progress (R7, R92, F37, F47). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { type ChangeEvent, type DragEvent, useEffect, useId, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { LiveRegion } from "../../ui/live-region";
import { FileLimitsDocument } from "./attachments.generated";
import styles from "./attachments.module.css";
import { FileChip } from "./file-chip";
import { FileSize } from "./file-size";
import type { QueuedFile } from "./upload-queue";
import { useSayFailure } from "./use-say-failure";
import { type Owner, useUploads } from "./use-uploads";

interface Props {
  /** Where the files go. */
  readonly owner: Owner;
  /** Ids of finished uploads that go along with what is being written; emptied after it was sent. */
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** While true, a file is on its way: sending waits. */
  readonly onBusy: (isBusy: boolean) => void;
  /** Names of the files that would not go along: failed, paused, or lost with a page that was left. */
  readonly onLeftOut?: (names: readonly string[]) => void;
}

const isBusy = ({ phase }: QueuedFile): boolean => phase === "WAITING" || phase === "SENDING" || phase === "CUT";
const doneIds = (files: readonly QueuedFile[]): readonly string[] =>
  files.flatMap(({ phase, attachmentId }) => (phase === "DONE" && attachmentId !== null ? [attachmentId] : []));

const isLeftOut = ({ phase }: QueuedFile): boolean =>
  phase === "FAILED" || phase === "HELD" || phase === "PAUSED" || phase === "LOST";

export default function AttachmentPicker({ owner, chosen, onChange, onBusy, onLeftOut }: Props) {
  const { formatMessage } = useIntl();
  const { queue, files } = useUploads(owner, useSayFailure());
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const done = doneIds(files).join();
  const busy = files.some(isBusy);
  const told = useRef("");

  useEffect(() => {
    if (told.current === done) return;
    told.current = done;
    onChange(done === "" ? [] : done.split(","));
  }, [done, onChange]);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const leftOut = JSON.stringify(files.filter(isLeftOut).map(({ name }) => name));
  useEffect(() => onLeftOut?.(JSON.parse(leftOut)), [leftOut, onLeftOut]);
  // Emptied from outside: what was chosen was sent along. What goes along by itself is never chosen, and stays.
  const before = useRef(chosen);
  useEffect(() => {
    const sent = chosen.length === 0 ? before.current : [];
    before.current = chosen;
    if (sent.length > 0) queue.forget(sent);
  }, [chosen, queue]);

  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    queue.add([...(event.currentTarget.files ?? [])]);
    // The same file may be chosen again.
    event.currentTarget.value = "";
  };
  return (
    <section aria-labelledby={titleId} className={styles.picker}>
      <h3 id={titleId} className={styles.title}>
        <FormattedMessage id="attachments.title" />
      </h3>
      <DropZone onDrop={queue.add}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label={formatMessage({ id: "attachments.choose" })}
          onChange={choose}
        />
        <Button
          variant="default"
          leftSection={<IconPaperclip size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          <FormattedMessage id="attachments.choose" />
        </Button>
        <p className={styles.hint}>
          <FormattedMessage id="attachments.drop" />
        </p>
        <Limits />
      </DropZone>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <FileChip key={file.key} file={file} queue={queue} />
          ))}
        </ul>
      )}
      <LiveRegion>{files.length === 0 ? "" : formatMessage({ id: "attachments.status" }, statusOf(files))}</LiveRegion>
    </section>
  );
}

const statusOf = (files: readonly QueuedFile[]) => ({
  done: files.filter(({ phase }) => phase === "DONE").length,
  failed: files.filter(({ phase }) => phase === "FAILED").length,
  all: files.length,
});

/** Before anything is chosen. */
function Limits() {
  const { data } = useQuery(FileLimitsDocument);
  if (data === undefined) return null;
  const { fileBytes, filesPerRequest, fileBytesPerRequest } = data.portalSettings;
  return (
    <p className={styles.hint}>
      <FormattedMessage
        id="attachments.limits"
        values={{
          size: <FileSize bytes={fileBytes} />,
          count: filesPerRequest,
          total: <FileSize bytes={fileBytesPerRequest} />,
        }}
      />
    </p>
  );
}

interface DropZoneProps {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: React.ReactNode;
}

function DropZone({ onDrop, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside is the first.
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
