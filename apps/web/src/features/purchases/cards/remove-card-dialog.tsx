/** Forgets a card here and with the provider; receipts of what was paid with it stay (F25). */

import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { CardWords } from "../purchase-words";
import type { SavedCardFragment } from "../purchases.generated";
import { RemovePaymentMethodDocument } from "./cards.generated";

interface Props {
  readonly card: SavedCardFragment | null;
  readonly onClose: () => void;
}

export function RemoveCardDialog({ card, onClose }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(RemovePaymentMethodDocument, {
    refetchQueries: ["PaymentMethods"],
    awaitRefetchQueries: true,
    done: () => formatMessage({ id: "purchases.cards.removed" }, { last4: card?.last4 ?? "" }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      command={command}
      isOpen={card !== null}
      isLoss
      onClose={onClose}
      onConfirm={() => command.send({ input: { paymentMethodId: card?.id ?? "" } })}
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
    </CommandDialog>
  );
}
