/** Opens a closed request again, with a reason; no incident is used (F49). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandDialog } from "../../../ui/command-dialog";
import { ReopenRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";

export function ReopenDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("reopening", request.id, { reason: "" });
  const command = useCommand(ReopenRequestDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "conversation.reopen.done" }),
    onDone: () => {
      kept.forget();
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const input = { requestId: request.id, reason: kept.typed.reason };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      onCancel={kept.forget}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.reopen.title" })}
      verb={formatMessage({ id: "conversation.reopen" })}
    >
      <p>
        <FormattedMessage id="conversation.reopen.text" />
      </p>
      <Textarea
        required
        rows={3}
        resize="vertical"
        maxLength={2000}
        label={formatMessage({ id: "conversation.reopen.reason" })}
        text={kept.field("reason")}
        error={fieldError(command.refusals, "reason")}
      />
    </CommandDialog>
  );
}
