/** Takes a request back before anybody is assigned; its incident comes back (F49, E22). */
import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { WithdrawRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";

interface Props extends DialogProps {
  /** Null: the viewer may not see the plan. */
  readonly planName: string | null;
}

export function WithdrawDialog({ request, planName, isOpen, onClose, onDone }: Props) {
  const { formatMessage } = useIntl();
  const [withdraw] = useMutation(WithdrawRequestDocument);
  const command = useCommand();
  const confirm = async (): Promise<void> => {
    const input = { requestId: request.id };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await withdraw({ variables: { input: { ...input, idempotencyKey } } });
      return data?.withdrawRequest.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: formatMessage({ id: "conversation.withdraw.done" }) });
    onClose();
    onDone();
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
