/** The purchase before this one, as long as it matters: being confirmed, waiting for the bank, or just declined for this request (E17–E19). */
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { Notice } from "../../../ui/notice";
import { toldState } from "../purchase-words";
import type { PurchaseFactsFragment } from "../purchases.generated";
import styles from "../purchases.module.css";
import { usePurchase } from "../use-purchase";

interface Props {
  readonly purchase: PurchaseFactsFragment;
  readonly onAnother: () => void;
}

export function Latest({ purchase: asLoaded, onAnother }: Props) {
  const { data } = usePurchase(asLoaded.id);
  const purchase = data?.purchase ?? asLoaded;
  const told = toldState(purchase.state);
  if (told === "confirming")
    return (
      <Notice isLive={false} title={<FormattedMessage id="purchases.told.confirming" />}>
        <p role="status">
          <FormattedMessage id="purchases.told.confirming.text" />
        </p>
        <Link to={`/purchases/${purchase.id}`}>
          <FormattedMessage id="buy.seePurchase" />
        </Link>
      </Notice>
    );
  if (told === "challenge")
    return (
      <Notice tone="soon" title={<FormattedMessage id="purchases.told.challenge" />}>
        <p>
          <FormattedMessage id="buy.challenge.text" />
        </p>
        <div className={styles.actions}>
          {purchase.challengeUrl !== null && (
            <Button component="a" href={purchase.challengeUrl} variant="default">
              <FormattedMessage id="purchases.answerBank" />
            </Button>
          )}
          <Button variant="subtle" onClick={onAnother}>
            <FormattedMessage id="buy.otherWay" />
          </Button>
        </div>
      </Notice>
    );
  if (told === "declined")
    return (
      <Notice tone="loss" title={<FormattedMessage id="purchases.told.declined" />}>
        {purchase.declineMessage !== null && <p>{purchase.declineMessage}</p>}
        <p>
          <FormattedMessage id="purchases.told.declined.text" />
        </p>
      </Notice>
    );
  return null;
}
