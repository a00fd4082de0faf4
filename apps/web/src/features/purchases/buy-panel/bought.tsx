/** What came of buying: what it is, what was charged, the receipt, and the way on; another one is asked for on purpose (R78, E17). */
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import type { PurchaseFactsFragment } from "../purchases.generated";
import styles from "../purchases.module.css";
import type { BuyPanelProps } from "./buy-panel-props";

interface Props extends Pick<BuyPanelProps, "draftId" | "onGoOn"> {
  readonly purchase: PurchaseFactsFragment;
  readonly isNews: boolean;
  readonly onAnother: () => void;
}

export function Bought({ purchase, draftId, isNews, onGoOn, onAnother }: Props) {
  const format = useFormatters();
  const { offerName, packSize, amountMinor, currencyCode, card, plan, receipt } = purchase;
  return (
    <OutcomeNotice takesFocus={isNews} title={<FormattedMessage id="buy.bought" values={{ name: offerName }} />}>
      <p>
        <FormattedMessage
          id="buy.bought.charged"
          values={{
            amount: format.money(amountMinor, currencyCode),
            last4: card?.last4 ?? "",
            hasCard: String(card !== null),
            count: packSize,
            end: plan === null ? "" : format.day(plan.endsOn),
            hasPlan: String(plan !== null),
          }}
        />
      </p>
      {draftId !== null && (
        <p>
          <FormattedMessage id="buy.bought.chosen" />
        </p>
      )}
      <div className={styles.actions}>
        {onGoOn !== undefined && plan !== null && (
          <Button onClick={() => onGoOn(plan.id)}>
            <FormattedMessage id="purchases.goOn" />
          </Button>
        )}
        {draftId === null && plan !== null && (
          <Link to={`/plans/${plan.id}`}>
            <FormattedMessage id="purchases.toPlan" />
          </Link>
        )}
        {receipt === null ? (
          <Link to={`/purchases/${purchase.id}`}>
            <FormattedMessage id="buy.seePurchase" />
          </Link>
        ) : (
          <Link to={`/receipts/${purchase.id}`}>
            <FormattedMessage id="purchases.toReceipt" />
          </Link>
        )}
        <Button variant="default" onClick={onAnother}>
          <FormattedMessage id="buy.another" />
        </Button>
      </div>
    </OutcomeNotice>
  );
}
