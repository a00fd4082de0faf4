/** Which saved card pays: radio buttons, an expired one told and not to be chosen (E19, F25). */
import { Radio } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Badge } from "../../../ui/badge";
import { CardWords } from "../purchase-words";
import type { SavedCardFragment } from "../purchases.generated";
import styles from "../purchases.module.css";

interface Props {
  readonly cards: readonly SavedCardFragment[];
  /** Id of the chosen one; null: none can be chosen. */
  readonly chosen: string | null;
  readonly onChoose: (cardId: string) => void;
  readonly error?: string;
}

/** The card that is offered first: the usual one, else the newest that still holds. */
export const firstChoice = (cards: readonly SavedCardFragment[]): string | null =>
  (cards.find((card) => card.isDefault && !card.isExpired) ?? cards.find((card) => !card.isExpired))?.id ?? null;

export function CardChoice({ cards, chosen, onChoose, error }: Props) {
  const { formatMessage } = useIntl();
  return (
    <Radio.Group
      label={formatMessage({ id: "purchases.cards.choose" })}
      value={chosen}
      onChange={onChoose}
      error={error}
      errorProps={{ role: "alert" }}
    >
      <div className={styles.choices}>
        {cards.map((card) => (
          <Radio
            key={card.id}
            value={card.id}
            disabled={card.isExpired}
            label={
              <span className={styles.cardWords}>
                <CardWords card={card} />
                {card.isExpired && (
                  <Badge tone="loss">
                    <FormattedMessage id="purchases.cards.expired" />
                  </Badge>
                )}
              </span>
            }
          />
        ))}
      </div>
    </Radio.Group>
  );
}
