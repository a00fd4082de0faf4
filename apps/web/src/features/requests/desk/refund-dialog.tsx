/** Gives the incident of a request back to its plan, with a reason (F53, S7, E22). */
import { Radio } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { fieldError } from "../../../lib/refusal-text";
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
  const command = useCommand(RefundIncidentDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "desk.refund.done" }),
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
