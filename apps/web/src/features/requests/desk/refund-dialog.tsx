/** Gives the incident of a request back to its plan, with a reason (F53, S7, E22). */
import { useMutation } from "@apollo/client/react";
import { Radio } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { fieldError } from "../../../lib/refusal-text";
import { useCommand } from "../../../lib/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import styles from "../actions/actions.module.css";
import type { DialogProps } from "../actions/dialog-props";
import { RefundIncidentDocument, type RefundReason } from "./desk.generated";

const REASONS = ["DUPLICATE", "PRODUCT_DEFECT", "NOT_CHARGEABLE"] as const satisfies readonly RefundReason[];

interface Props extends DialogProps {
  /** Name of the plan the incident goes back to. */
  readonly plan: string;
}

export function RefundDialog({ request, plan, isOpen, onClose, onDone }: Props) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<RefundReason>("DUPLICATE");
  const [refund] = useMutation(RefundIncidentDocument);
  const command = useCommand(["reason"]);
  const confirm = async (): Promise<void> => {
    const input = { requestId: request.id, reason };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await refund({ variables: { input: { ...input, idempotencyKey } } });
      return data?.refundIncident.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: formatMessage({ id: "desk.refund.done" }) });
    onClose();
    onDone();
  };
  return (
    <CommandDialog
      command={command}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "desk.refund.title" })}
      verb={formatMessage({ id: "desk.refund.verb" })}
    >
      <p>
        <FormattedMessage id="desk.refund.text" values={{ plan }} />
      </p>
      <Radio.Group
        label={formatMessage({ id: "desk.refund.reason" })}
        value={reason}
        onChange={(value) => setReason(REASONS.find((one) => one === value) ?? "DUPLICATE")}
        error={fieldError(command.refusals, "reason")}
      >
        <div className={styles.choices}>
          {REASONS.map((one) => (
            <Radio key={one} value={one} label={formatMessage({ id: `requests.closedReason.${one}` })} />
          ))}
        </div>
      </Radio.Group>
    </CommandDialog>
  );
}
