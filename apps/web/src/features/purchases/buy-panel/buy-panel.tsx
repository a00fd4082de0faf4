/** Buying an incident in place: who may, what is on its way already, then offer, card, receipt and consent (R34, R72, R79, F24). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { loginAddress } from "../../../lib/addresses";
import { articlePage } from "../../../lib/articles";
import type { BuyPanelProps } from "../../../lib/purchase-slots";
import { useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { FailureNotice } from "../../../ui/failure-notice";
import { Notice } from "../../../ui/notice";
import { TextSkeleton } from "../../../ui/skeletons";
import { useReturnedCard } from "../cards/use-returned-card";
import { toldState } from "../purchase-words";
import type { PurchaseFactsFragment } from "../purchases.generated";
import styles from "../purchases.module.css";
import { BuyOffersDocument } from "./buy.generated";
import { BuyForm } from "./buy-form";
import { dropForm, keptForm } from "./kept-form";
import { Latest } from "./latest";
import { useBuying } from "./use-buying";

export default function BuyPanel(props: BuyPanelProps) {
  const { canPurchase } = useViewer();
  return canPurchase ? <Buying {...props} /> : <NotThisAccount {...props} />;
}

/** A work account learns why, and where it goes on without losing anything (R35, R51, R72, R73). */
function NotThisAccount({ draftId, returnTo }: BuyPanelProps) {
  return (
    <Notice title={<FormattedMessage id="buy.notThisAccount" />}>
      <p>
        <FormattedMessage id={draftId === null ? "buy.notThisAccount.text" : "buy.notThisAccount.draft"} />
      </p>
      <p className={styles.actions}>
        {draftId === null && (
          <a href={loginAddress(returnTo, { kind: "personal", prompt: "select_account" })}>
            <FormattedMessage id="buy.personal" />
          </a>
        )}
        <Link to={articlePage("noPurchaseWithWorkAccount")}>
          <FormattedMessage id="purchases.cards.whyNot" />
        </Link>
      </p>
    </Notice>
  );
}

/** An answer was lost with the page: what was sent then has been paid since, and the form must not look unsent (E17). */
const isBoughtBefore = (latest: PurchaseFactsFragment | null): boolean => {
  const { after } = keptForm();
  return latest !== null && toldState(latest.state) === "paid" && after !== undefined && after !== latest.id;
};

function Bought({ purchaseId, onAnother }: { readonly purchaseId: string; readonly onAnother: () => void }) {
  const buyAnother = (): void => {
    dropForm();
    onAnother();
  };
  return (
    <Notice tone="good" title={<FormattedMessage id="buy.bought" />}>
      <div className={styles.actions}>
        <Link to={`/purchases/${purchaseId}`}>
          <FormattedMessage id="buy.seePurchase" />
        </Link>
        <Button variant="default" onClick={buyAnother}>
          <FormattedMessage id="buy.another" />
        </Button>
      </div>
    </Notice>
  );
}

function Buying(props: BuyPanelProps) {
  const { country, productVersionId } = props;
  const refusalText = useRefusalText();
  const buying = useBuying(props);
  const returned = useReturnedCard();
  const [isAnother, setAnother] = useState(false);
  const { data, error, refetch } = useQuery(BuyOffersDocument, {
    variables: { country, productVersionId },
    skip: returned.state === "asking",
    fetchPolicy: "cache-and-network",
  });
  if (error !== undefined && data === undefined)
    return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
  if (data === undefined || buying.latest === undefined) return <TextSkeleton />;
  const isBought = !isAnother && isBoughtBefore(buying.latest);
  const isConfirming = buying.latest !== null && toldState(buying.latest.state) === "confirming";
  return (
    <div className={styles.buy}>
      {buying.latest !== null && (
        <Latest key={buying.latest.id} purchase={buying.latest} draftId={props.draftId} onBought={props.onBought} />
      )}
      {isBought && <Bought purchaseId={buying.latest?.id ?? ""} onAnother={() => setAnother(true)} />}
      {!isConfirming && !isBought && (
        <BuyForm
          key={returned.card?.id}
          offers={data.incidentOffers}
          cards={data.paymentMethods}
          newCardId={returned.card?.id ?? null}
          returnProblem={returned.problem}
          buying={buying}
          panel={props}
        />
      )}
    </div>
  );
}
