/** Gives the incident of a request back to its plan, with a reason (F53, S7, E22). */
import { Radio } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { actionStyles, type DialogProps, finishDialog, RequestDialog } from "../../requests";
import { RefundIncidentDocument, type RefundReason } from "./desk.generated";

const REASONS = ["DUPLICATE", "PRODUCT_DEFECT", "NOT_CHARGEABLE"] as const satisfies readonly RefundReason[];

interface Props extends DialogProps {
  /** Name of the plan the incident goes back to. */
  readonly plan: string;
}

export function RefundDialog({ plan, ...dialog }: Props) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<RefundReason>("DUPLICATE");
  const command = useCommand(RefundIncidentDocument, {
    fields: ["reason"],
    done: () => formatMessage({ id: "desk.refund.done" }),
    onDone: finishDialog(dialog),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{ reason }}
      title={formatMessage({ id: "desk.refund.title" })}
      verb={formatMessage({ id: "desk.refund.verb" })}
      text={<FormattedMessage id="desk.refund.text" values={{ plan }} />}
    >
      <Radio.Group
        label={formatMessage({ id: "desk.refund.reason" })}
        value={reason}
        onChange={(value) => setReason(REASONS.find((one) => one === value) ?? "DUPLICATE")}
        error={command.errorOf("reason")}
      >
        <div className={actionStyles.choices}>
          {REASONS.map((one) => (
            <Radio key={one} value={one} label={formatMessage({ id: `requests.closedReason.${one}` })} />
          ))}
        </div>
      </Radio.Group>
    </RequestDialog>
  );
}
