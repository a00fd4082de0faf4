/** The kept replies of an engineer: written, changed and thrown away; those of the desk are a lead's (F54). */

import { Button } from "@mantine/core";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { LANGUAGE_OF_CODE } from "../../lib/language";
import { useViewer } from "../../lib/viewer";
import { CommandProblem } from "../../ui/command-problem";
import { OutcomePlace } from "../../ui/outcome-place";
import { visibleControls } from "../../ui/visible-controls";
import { CannedRepliesDocument, type KeptReplyFragment, RemoveCannedReplyDocument } from "./pane.generated";
import styles from "./pane.module.css";
import { ReplyForm } from "./reply-form";

interface Props {
  readonly isOpen: boolean;
  readonly replies: readonly KeptReplyFragment[];
  readonly onClose: () => void;
}

export function KeptReplies({ isOpen, replies, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen && dialog.current?.open === true) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={() => isOpen && onClose()}>
      {isOpen && (
        <>
          <div className={styles.dialogHead}>
            <h2 id={titleId} className={styles.dialogTitle}>
              <FormattedMessage id="pane.replies.kept" />
            </h2>
            <Button variant="default" size="sm" onClick={onClose}>
              <FormattedMessage id="ui.close" />
            </Button>
          </div>
          <OutcomePlace>
            <List replies={replies} />
          </OutcomePlace>
        </>
      )}
    </dialog>
  );
}

function List({ replies }: Pick<Props, "replies">) {
  const { staffRights } = useViewer();
  const { formatMessage } = useIntl();
  const [editing, setEditing] = useState<KeptReplyFragment | "new" | null>(null);
  const command = useCommand(RemoveCannedReplyDocument, {
    refetchQueries: [CannedRepliesDocument],
    awaitRefetchQueries: true,
    done: () => formatMessage({ id: "pane.replies.removed" }),
  });
  const isLead = staffRights.includes("LEAD_REQUESTS");
  if (editing !== null)
    return <ReplyForm reply={editing === "new" ? null : editing} isLead={isLead} onEnd={() => setEditing(null)} />;
  return (
    <>
      <CommandProblem command={command} />
      {replies.length === 0 && (
        <p className={styles.quiet}>
          <FormattedMessage id="pane.replies.none" />
        </p>
      )}
      <ul className={styles.kept}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <div>
              <strong lang={LANGUAGE_OF_CODE[reply.language]}>{visibleControls(reply.title)}</strong>
              <p className={styles.quiet} lang={LANGUAGE_OF_CODE[reply.language]}>
                {visibleControls(reply.text.slice(0, 300))}
              </p>
            </div>
            {(isLead || !reply.isShared) && (
              <div className={styles.row}>
                <Button variant="subtle" size="compact-sm" onClick={() => setEditing(reply)}>
                  <FormattedMessage id="conversation.edit" />
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="red"
                  disabled={command.isBusy}
                  onClick={() => void command.send({ input: { replyId: reply.id } })}
                >
                  <FormattedMessage id="pane.replies.remove" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => setEditing("new")}>
          <FormattedMessage id="pane.replies.new" />
        </Button>
      </div>
    </>
  );
}
