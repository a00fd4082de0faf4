/** Takes an agreement off this account; everybody else who registered it keeps it (E11). */
import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type UserErrorFields, useRefusalText } from "../../lib/refusal-text";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Notice } from "../../ui/notice";
import { type PlanCardFragment, RemoveAgreementDocument } from "./agreements.generated";

interface Props {
  readonly plan: PlanCardFragment | null;
  readonly onClose: () => void;
  readonly onRemoved?: () => void;
}

export function RemoveDialog({ plan, onClose, onRemoved }: Props) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  const [remove, { loading }] = useMutation(RemoveAgreementDocument, {
    refetchQueries: ["MyPlans"],
    awaitRefetchQueries: true,
  });
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    if (plan === null) return;
    try {
      const { data } = await remove({ variables: { input: { planId: plan.id } } });
      const refusal = data?.removeAgreement.userErrors[0];
      if (refusal !== undefined) return setProblem(refusal);
      notifications.show({ message: formatMessage({ id: "plans.removed" }, { programme: plan.programme.name }) });
      close();
      onRemoved?.();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const text = problem === null ? null : refusalText(problem);
  return (
    <ConfirmDialog
      isOpen={plan !== null}
      isLoss
      isBusy={loading}
      onClose={close}
      onConfirm={() => void confirm()}
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
      {text !== null && (
        <Notice tone="loss" title={text.message} code={text.code}>
          <p>{text.remedy}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
