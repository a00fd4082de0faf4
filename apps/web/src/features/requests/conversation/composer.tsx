/** Where a contact writes: kept until it is sent, sent once however often it is tried (R91, F42). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type FormEvent, type Ref, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useAttachmentSlots } from "../../../lib/attachment-slots";
import { fieldError } from "../../../lib/refusal-text";
import { useCommand } from "../../../lib/use-command";
import { FailureNotice } from "../../../ui/failure-notice";
import { LiveRegion } from "../../../ui/live-region";
import { AddCommunicationDocument, type RequestStateFragment } from "../request-page.generated";
import styles from "./composer.module.css";
import { useKeptText } from "./kept-text";
import { MarkdownField } from "./markdown-field";

interface Props {
  readonly request: RequestStateFragment;
  /** The words are in the timeline once this is done. */
  readonly onSent: () => Promise<void>;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export const COMPOSER_ID = "reply";

export function Composer({ request, onSent, ref }: Props) {
  const { formatMessage } = useIntl();
  const files = useAttachmentSlots();
  const [text, setText] = useKeptText(request.id);
  const [attachmentIds, setAttachmentIds] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [sent, setSent] = useState(0);
  const [add] = useMutation(AddCommunicationDocument);
  const command = useCommand(["text"]);

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (command.isBusy || isUploading) return;
    setMissing(text.trim() === "");
    if (text.trim() === "") return document.getElementById(COMPOSER_ID)?.focus();
    const input = { requestId: request.id, text, attachmentIds: [...attachmentIds] };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await add({ variables: { input: { ...input, idempotencyKey } } });
      return data?.addCommunication.userErrors;
    });
    if (!isDone) return;
    setText("");
    setAttachmentIds([]);
    setSent((count) => count + 1);
    await onSent();
  };
  const error = isMissing ? formatMessage({ id: "conversation.empty" }) : fieldError(command.refusals, "text");
  return (
    <form className={styles.composer} onSubmit={(event) => void submit(event)} noValidate aria-labelledby="reply-title">
      <h2 id="reply-title" className={styles.title}>
        <FormattedMessage id="conversation.reply" />
      </h2>
      {(request.status === "WAITING_FOR_CUSTOMER" || request.status === "SOLVED") && (
        <p className={styles.quiet}>
          <FormattedMessage id={`conversation.reply.${request.status}`} />
        </p>
      )}
      {command.problem !== null && <FailureNotice text={command.problem} onRetry={() => void submit()} />}
      <MarkdownField
        key={sent}
        id={COMPOSER_ID}
        ref={ref}
        label={formatMessage({ id: "conversation.reply" })}
        placeholder={formatMessage({ id: "conversation.placeholder" })}
        value={text}
        onChange={(next) => {
          setText(next);
          setMissing(false);
        }}
        onSubmit={() => void submit()}
        error={error}
      />
      {files !== null && (
        <files.Picker
          owner={{ requestId: request.id }}
          chosen={attachmentIds}
          onChange={setAttachmentIds}
          onBusy={setUploading}
        />
      )}
      <div className={styles.foot}>
        <p className={styles.quiet}>
          <FormattedMessage id="conversation.hint" values={{ key: (words) => <kbd>{words}</kbd> }} />
        </p>
        <Button type="submit" loading={command.isBusy} disabled={isUploading}>
          <FormattedMessage id={isUploading ? "conversation.uploading" : "conversation.send"} />
        </Button>
      </div>
      <LiveRegion>{sent > 0 ? formatMessage({ id: "conversation.sent" }) : ""}</LiveRegion>
    </form>
  );
}
