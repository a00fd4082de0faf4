/** Takes an agreement off this account; everybody else who registered it keeps it (E11). */

import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { CommandDialog } from "../../ui/command-dialog";
import { type PlanCardFragment, RemoveAgreementDocument } from "./agreements.generated";

interface Props {
  readonly plan: PlanCardFragment | null;
  readonly onClose: () => void;
  readonly onRemoved?: () => unknown;
}

export function RemoveDialog({ plan, onClose, onRemoved }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(RemoveAgreementDocument, {
    refetchQueries: ["MyPlans"],
    awaitRefetchQueries: true,
    done: () => ({
      text: formatMessage({ id: "plans.removed" }, { programme: plan?.programme.name ?? "" }),
      on: "/plans",
    }),
    onDone: () => {
      onClose();
      return onRemoved?.();
    },
  });
  return (
    <CommandDialog
      command={command}
      isOpen={plan !== null}
      isLoss
      onClose={onClose}
      onConfirm={() => command.sendKeyed({ planId: plan?.id ?? "" })}
      title={formatMessage({ id: "plans.remove.title" })}
      verb={formatMessage({ id: "plans.remove" })}
    >
      <p>
        <strong>{plan?.programme.name}</strong>
      </p>
      <p>
        <FormattedMessage id="plans.remove.text" />
      </p>
      <p>
        <FormattedMessage id="plans.remove.others" />
      </p>
    </CommandDialog>
  );
}
