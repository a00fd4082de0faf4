/** The engineer closes a request and says why (F48, F49). */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { fieldError } from "../../../lib/refusal-text";
import { CommandDialog } from "../../../ui/command-dialog";
import type { DialogProps } from "../actions/dialog-props";
import { type ClosedReason, CloseRequestDocument } from "../request-page.generated";

const REASONS = [
  "SOLVED",
  "NO_ANSWER",
  "DUPLICATE",
  "PRODUCT_DEFECT",
  "NOT_CHARGEABLE",
  "CANCELLED",
] as const satisfies readonly ClosedReason[];

export function CloseAsDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<ClosedReason>("SOLVED");
  const command = useCommand(CloseRequestDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "conversation.close.done" }),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const input = { requestId: request.id, reason };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.close.title" })}
      verb={formatMessage({ id: "conversation.close" })}
    >
      <p>
        <FormattedMessage id="desk.close.text" />
      </p>
      <NativeSelect
        label={formatMessage({ id: "desk.close.reason" })}
        value={reason}
        onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? "SOLVED")}
        data={REASONS.map((one) => ({ value: one, label: formatMessage({ id: `requests.closedReason.${one}` }) }))}
        error={fieldError(command.refusals, "reason")}
      />
    </CommandDialog>
  );
}
