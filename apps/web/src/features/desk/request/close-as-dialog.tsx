/** The engineer closes a request and says why (F48, F49). */
import type { ClosedReason } from "@accord/domain";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CloseRequestDocument, type DialogProps, finishDialog, RequestDialog } from "../../requests";

const REASONS = [
  "SOLVED",
  "NO_ANSWER",
  "DUPLICATE",
  "PRODUCT_DEFECT",
  "NOT_CHARGEABLE",
  "CANCELLED",
] as const satisfies readonly ClosedReason[];

export function CloseAsDialog(dialog: DialogProps) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<ClosedReason>("SOLVED");
  const command = useCommand(CloseRequestDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "conversation.close.done" }),
    onDone: finishDialog(dialog),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{ reason }}
      title={formatMessage({ id: "conversation.close.title" })}
      verb={formatMessage({ id: "conversation.close" })}
      text={<FormattedMessage id="desk.close.text" />}
    >
      <NativeSelect
        label={formatMessage({ id: "desk.close.reason" })}
        value={reason}
        onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? "SOLVED")}
        data={REASONS.map((one) => ({ value: one, label: formatMessage({ id: `requests.closedReason.${one}` }) }))}
        error={command.errorOf("reason")}
      />
    </RequestDialog>
  );
}
