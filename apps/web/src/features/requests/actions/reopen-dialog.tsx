/** Opens a closed request again, with a reason; no incident is used (F49). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { ReopenRequestDocument } from "../request-page.generated";
import { ReasonField } from "./dialog-fields";
import { type DialogProps, finishDialog, RequestDialog } from "./request-dialog";

export function ReopenDialog(dialog: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("reopening", dialog.request.id, { reason: "" });
  const command = useCommand(ReopenRequestDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "conversation.reopen.done" }),
    onDone: finishDialog(dialog, kept),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={kept.typed}
      kept={kept}
      title={formatMessage({ id: "conversation.reopen.title" })}
      verb={formatMessage({ id: "conversation.reopen" })}
      text={<FormattedMessage id="conversation.reopen.text" />}
    >
      <ReasonField
        label={formatMessage({ id: "conversation.reopen.reason" })}
        text={kept.field("reason")}
        command={command}
      />
    </RequestDialog>
  );
}
