/** Where a contact writes (R91, F42). */

import { Button } from "@mantine/core";
import type { Ref } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { CommandProblem } from "../../../ui/command-problem";
import { LeftOutDialog } from "../../../ui/left-out-dialog";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { AttachmentPicker } from "../../files";
import type { RequestStateFragment } from "../request-page.generated";
import styles from "./composer.module.css";
import { MarkdownField } from "./markdown-field";
import { COMPOSER_ID, useMessage } from "./use-message";

export interface ComposerProps {
  readonly request: RequestStateFragment;
  readonly onSent: () => Promise<void>;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function Composer({ request, onSent, ref }: ComposerProps) {
  const { formatMessage } = useIntl();
  const message = useMessage({ requestId: request.id, onSent });
  return (
    <form
      className={styles.composer}
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        void message.submit();
      }}
      noValidate
      aria-labelledby="reply-title"
    >
      <h2 id="reply-title" className={styles.title}>
        <FormattedMessage id="conversation.reply" />
      </h2>
      {(request.status === "WAITING_FOR_CUSTOMER" || request.status === "SOLVED") && (
        <p className={styles.quiet}>
          <FormattedMessage id={`conversation.reply.${request.status}`} />
        </p>
      )}
      <LeftOutDialog
        {...message.leftOut}
        text={<FormattedMessage id="conversation.leftOut.text" />}
        verb={formatMessage({ id: "conversation.leftOut.send" })}
      />
      <CommandProblem command={message.command} onRetry={message.submit} />
      <MarkdownField
        key={message.sent}
        id={COMPOSER_ID}
        ref={ref}
        label={formatMessage({ id: "conversation.reply" })}
        placeholder={formatMessage({ id: "conversation.placeholder" })}
        text={message.field}
        onSubmit={() => void message.submit()}
        error={message.error}
      />
      <AttachmentPicker
        owner={{ requestId: request.id }}
        chosen={message.attachmentIds}
        onChange={message.setAttachmentIds}
        onBusy={message.setUploading}
        onLeftOut={message.setLeftOut}
      />
      <div className={styles.foot}>
        <p className={styles.quiet}>
          <FormattedMessage id="conversation.hint" values={{ key: (words) => <kbd>{words}</kbd> }} />
        </p>
        <Button type="submit" loading={message.command.isBusy} disabled={message.isUploading}>
          <FormattedMessage id={message.isUploading ? "conversation.uploading" : "conversation.send"} />
        </Button>
      </div>
      <OutcomeNotice times={message.sent} title={<FormattedMessage id="conversation.sent" />} />
    </form>
  );
}
