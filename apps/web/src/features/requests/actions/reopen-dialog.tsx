/** Opens a closed request again, with a reason; no incident is used (F49). */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { useCommand } from "../../../lib/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { ReopenRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";

export function ReopenDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState("");
  const [reopen] = useMutation(ReopenRequestDocument);
  const command = useCommand(["reason"]);
  const confirm = async (): Promise<void> => {
    const input = { requestId: request.id, reason };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await reopen({ variables: { input: { ...input, idempotencyKey } } });
      return data?.reopenRequest.userErrors;
    });
    if (!isDone) return;
    setReason("");
    onClose();
    onDone();
  };
  return (
    <CommandDialog
      command={command}
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
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(command.refusals, "reason")}
      />
    </CommandDialog>
  );
}
