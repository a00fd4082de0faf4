/** Buying an incident without a request: what it would cover is said before, and an account that cannot buy is told why (R34, R35, R51, R72). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { BuyPanel } from "../purchases";
import { IsPurchaseEnabledDocument } from "./agreements.generated";
import styles from "./agreements.module.css";

export function BuyCard({ onBought }: { readonly onBought: (planId: string) => Promise<void> }) {
  const { canPurchase } = useViewer();
  const [address] = useSearchParams();
  const [isOpen, setOpen] = useState(address.has("buy"));
  const { data } = useQuery(IsPurchaseEnabledDocument);
  if (data?.portalSettings.isPurchaseEnabled !== true) return null;
  return (
    <Card id="buy" title={<FormattedMessage id="buy.title" />}>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.buy.text" />
      </p>
      {isOpen || !canPurchase ? (
        <BuyPanel country={null} productVersionId={null} draftId={null} returnTo="/plans?buy=1" onBought={onBought} />
      ) : (
        <div className={styles.buyActions}>
          <Button variant="default" onClick={() => setOpen(true)}>
            <FormattedMessage id="plans.buy" />
          </Button>
          <Link to="/purchases">
            <FormattedMessage id="purchases.title" />
          </Link>
          <Link to="/payment-methods">
            <FormattedMessage id="purchases.cards" />
          </Link>
        </div>
      )}
    </Card>
  );
}
