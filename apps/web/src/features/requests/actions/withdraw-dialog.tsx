/** Takes a request back before anybody is assigned; its incident comes back (F49, E22). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { WithdrawRequestDocument } from "../request-page.generated";
import { type DialogProps, finishDialog, RequestDialog } from "./request-dialog";

interface Props extends DialogProps {
  /** Null: the viewer may not see the plan. */
  readonly planName: string | null;
}

export function WithdrawDialog({ planName, ...dialog }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(WithdrawRequestDocument, {
    done: () => formatMessage({ id: "conversation.withdraw.done" }),
    onDone: finishDialog(dialog),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{}}
      isLoss
      title={formatMessage({ id: "conversation.withdraw.title" })}
      verb={formatMessage({ id: "conversation.withdraw" })}
      text={
        <FormattedMessage
          id="conversation.withdraw.text"
          values={{ plan: planName ?? "", hasPlan: String(planName !== null) }}
        />
      }
    />
  );
}
