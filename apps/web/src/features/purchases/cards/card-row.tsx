/** One saved card with what can be done with it (F25). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Badge } from "../../../ui/badge";
import { brandName, CardWords } from "../purchase-words";
import type { SavedCardFragment } from "../purchases.generated";
import styles from "../purchases.module.css";

interface Props {
  readonly card: SavedCardFragment;
  readonly isBusy: boolean;
  readonly onMakeUsual: () => void;
  readonly onRemove: () => void;
}

export function CardRow({ card, isBusy, onMakeUsual, onRemove }: Props) {
  const { formatMessage } = useIntl();
  const named = { brand: brandName(card.brand), last4: card.last4 };
  return (
    <li className={styles.cardRow}>
      <span className={styles.cardWords}>
        <CardWords card={card} />
        {card.isDefault && (
          <Badge tone="accent">
            <FormattedMessage id="purchases.cards.usual" />
          </Badge>
        )}
        {card.isExpired && (
          <Badge tone="loss">
            <FormattedMessage id="purchases.cards.expired" />
          </Badge>
        )}
      </span>
      <span className={styles.cardActions}>
        {!card.isDefault && !card.isExpired && (
          <Button
            variant="default"
            disabled={isBusy}
            onClick={onMakeUsual}
            aria-label={formatMessage({ id: "purchases.cards.makeUsual.of" }, named)}
          >
            <FormattedMessage id="purchases.cards.makeUsual" />
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          onClick={onRemove}
          aria-label={formatMessage({ id: "purchases.cards.remove.of" }, named)}
        >
          <FormattedMessage id="purchases.cards.remove" />
        </Button>
      </span>
    </li>
  );
}
