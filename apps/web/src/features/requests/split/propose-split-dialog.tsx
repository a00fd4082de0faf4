/** The engineer proposes a second request for what is a problem of its own; the contacts decide (S1, S8, F55). */
import { TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandDialog } from "../../../ui/command-dialog";
import type { DialogProps } from "../actions/dialog-props";
import { ProposeSplitDocument } from "./split.generated";

export function ProposeSplitDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("splitting", request.id, { title: "", description: "" });
  const command = useCommand(ProposeSplitDocument, {
    fields: ["title", "description"],
    done: () => formatMessage({ id: "split.proposed" }),
    onDone: () => {
      kept.forget();
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const input = { requestId: request.id, ...kept.typed };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      onCancel={kept.forget}
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
        value={kept.typed.title}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
        error={fieldError(command.refusals, "title")}
      />
      <Textarea
        label={formatMessage({ id: "split.propose.description" })}
        required
        rows={4}
        text={kept.field("description")}
        error={fieldError(command.refusals, "description")}
      />
    </CommandDialog>
  );
}
