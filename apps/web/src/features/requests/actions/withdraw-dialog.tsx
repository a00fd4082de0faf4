/** Takes a request back before anybody is assigned; its incident comes back (F49, E22). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { WithdrawRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";

interface Props extends DialogProps {
  /** Null: the viewer may not see the plan. */
  readonly planName: string | null;
}

export function WithdrawDialog({ request, planName, isOpen, onClose, onDone }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(WithdrawRequestDocument, {
    done: () => formatMessage({ id: "conversation.withdraw.done" }),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const input = { requestId: request.id };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      isLoss
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.withdraw.title" })}
      verb={formatMessage({ id: "conversation.withdraw" })}
    >
      <p>
        <FormattedMessage
          id="conversation.withdraw.text"
          values={{ plan: planName ?? "", hasPlan: String(planName !== null) }}
        />
      </p>
    </CommandDialog>
  );
}
