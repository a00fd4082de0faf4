/** Forgets a card here and with the provider; receipts of what was paid with it stay (F25). */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { Notice } from "../../../ui/notice";
import { CardWords } from "../purchase-words";
import type { SavedCardFragment } from "../purchases.generated";
import { RemovePaymentMethodDocument } from "./cards.generated";

interface Props {
  readonly card: SavedCardFragment | null;
  readonly onClose: () => void;
}

export function RemoveCardDialog({ card, onClose }: Props) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  const [remove, { loading }] = useMutation(RemovePaymentMethodDocument, {
    refetchQueries: ["PaymentMethods"],
    awaitRefetchQueries: true,
  });
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    if (card === null) return;
    try {
      const { data } = await remove({ variables: { input: { paymentMethodId: card.id } } });
      const refusal = data?.removePaymentMethod.userErrors[0];
      if (refusal !== undefined) return setProblem(refusal);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const text = problem === null ? null : refusalText(problem);
  return (
    <ConfirmDialog
      isOpen={card !== null}
      isLoss
      isBusy={loading}
      onClose={close}
      onConfirm={() => void confirm()}
      title={formatMessage({ id: "purchases.cards.remove.title" })}
      verb={formatMessage({ id: "purchases.cards.remove" })}
    >
      {card !== null && (
        <p>
          <strong>
            <CardWords card={card} />
          </strong>
        </p>
      )}
      <p>
        <FormattedMessage id="purchases.cards.remove.text" />
      </p>
      {text !== null && (
        <Notice tone="loss" title={text.message} code={text.code}>
          <p>{text.remedy}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
