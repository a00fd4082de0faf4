/** Where an engineer writes: to the customer, or a note that stays within support; kept texts, files, and the status that goes with it (F42, F48, F54). */

import type { RequestStatus } from "@accord/domain";
import { Button, NativeSelect, UnstyledButton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { CommandProblem } from "../../../ui/command-problem";
import { LeftOutDialog } from "../../../ui/left-out-dialog";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { AttachmentPicker } from "../../files";
import { COMPOSER_ID, type ComposerProps, composerStyles, MarkdownField, useMessage } from "../../requests";
import type { ReplyTool } from "../article-links";
import { CannedReplies } from "../canned-replies";
import styles from "./desk.module.css";
import { movesFrom } from "./desk-head";

type Props = ComposerProps & Pick<ReplyTool, "about" | "language">;

const MODES = ["reply", "note"] as const;

export function DeskComposer(props: Props) {
  // A closed request takes notes only.
  const isOpen = props.request.viewerCan.reply;
  const [mode, setMode] = useState<(typeof MODES)[number]>("reply");
  const current = isOpen ? mode : "note";
  return (
    <section
      className={composerStyles.composer}
      data-screen-only
      data-internal={current === "note" || undefined}
      aria-labelledby="reply-title"
    >
      <div className={composerStyles.bar}>
        <h2 id="reply-title" className={composerStyles.title}>
          <FormattedMessage id={`desk.${current}`} />
        </h2>
        {isOpen && (
          <div className={composerStyles.views}>
            {MODES.map((one) => (
              <UnstyledButton
                key={one}
                className={composerStyles.view}
                aria-pressed={one === current}
                onClick={() => setMode(one)}
              >
                <FormattedMessage id={`desk.mode.${one}`} />
              </UnstyledButton>
            ))}
          </div>
        )}
      </div>
      <DeskMessage key={current} {...props} isInternal={current === "note"} />
    </section>
  );
}

function DeskMessage({ request, onSent, ref, about, language, isInternal }: Props & { readonly isInternal: boolean }) {
  const { formatMessage } = useIntl();
  const [markAs, setMarkAs] = useState<RequestStatus | null>(null);
  const done = async (): Promise<void> => {
    setMarkAs(null);
    await onSent();
  };
  const message = useMessage({ requestId: request.id, isInternal, markAs, onSent: done });
  const moves = movesFrom(request.status);
  return (
    <div className={composerStyles.edit}>
      {isInternal && (
        <p className={styles.secret}>
          <IconLock size={16} aria-hidden />
          <FormattedMessage id="desk.note.text" />
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
        label={formatMessage({ id: isInternal ? "desk.note" : "desk.reply" })}
        placeholder={formatMessage({ id: isInternal ? "desk.note.placeholder" : "desk.reply.placeholder" })}
        text={message.field}
        onSubmit={() => void message.submit()}
        error={message.error}
      />
      {!isInternal && (
        <CannedReplies
          requestId={request.id}
          about={about}
          language={language}
          onChoose={(chosen) => {
            const { value, onChange } = message.field;
            onChange(value.trim() === "" ? chosen : `${value}\n\n${chosen}`);
            requestAnimationFrame(goOnWriting);
          }}
        />
      )}
      {request.viewerCan.attach && (
        <AttachmentPicker
          owner={{ requestId: request.id }}
          chosen={message.attachmentIds}
          onChange={message.setAttachmentIds}
          onBusy={message.setUploading}
          onLeftOut={message.setLeftOut}
        />
      )}
      <div className={composerStyles.foot}>
        {moves.length > 0 ? (
          <NativeSelect
            className={styles.then}
            aria-label={formatMessage({ id: "desk.then" })}
            value={markAs ?? ""}
            onChange={(event) => setMarkAs(moves.find((one) => one === event.currentTarget.value) ?? null)}
            data={[
              { value: "", label: formatMessage({ id: "desk.then.stays" }) },
              ...moves.map((one) => ({
                value: one,
                label: formatMessage(
                  { id: "desk.then.status" },
                  { status: formatMessage({ id: `workspace.status.${one}` }) },
                ),
              })),
            ]}
          />
        ) : (
          <span />
        )}
        <Button
          className={styles.send}
          loading={message.command.isBusy}
          disabled={message.isUploading}
          onClick={() => void message.submit()}
        >
          <FormattedMessage
            id={message.isUploading ? "conversation.uploading" : isInternal ? "desk.note.save" : "conversation.send"}
          />
        </Button>
      </div>
      <OutcomeNotice
        times={message.sent}
        title={<FormattedMessage id={isInternal ? "desk.note.saved" : "conversation.sent"} />}
      />
    </div>
  );
}

/** At the end of what is there; while the preview is shown there is no field, and the focus stays with the tool. */
const goOnWriting = (): void => {
  const field = document.getElementById(COMPOSER_ID);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
};
