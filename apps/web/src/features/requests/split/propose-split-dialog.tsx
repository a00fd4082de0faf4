/** The engineer proposes a second request for what is a problem of its own; the contacts decide (S1, S8, F55). */
import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { useCommand } from "../../../lib/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import type { DialogProps } from "../actions/dialog-props";
import { ProposeSplitDocument } from "./split.generated";

export function ProposeSplitDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const [propose] = useMutation(ProposeSplitDocument);
  const command = useCommand(["title", "description"]);
  const confirm = async (): Promise<void> => {
    const input = { requestId: request.id, title, description };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await propose({ variables: { input: { ...input, idempotencyKey } } });
      return data?.proposeSplit.userErrors;
    });
    if (!isDone) return;
    setTitle("");
    setDescription("");
    notifications.show({ message: formatMessage({ id: "split.proposed" }) });
    onClose();
    onDone();
  };
  return (
    <CommandDialog
      command={command}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "split.propose.title" })}
      verb={formatMessage({ id: "split.propose.verb" })}
    >
      <p>
        <FormattedMessage id="split.propose.text" />
      </p>
      <TextInput
        label={formatMessage({ id: "split.propose.name" })}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={fieldError(command.refusals, "title")}
      />
      <Textarea
        label={formatMessage({ id: "split.propose.description" })}
        required
        rows={4}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={fieldError(command.refusals, "description")}
      />
    </CommandDialog>
  );
}
