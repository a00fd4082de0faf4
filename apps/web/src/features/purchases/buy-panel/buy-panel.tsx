/** Buying an incident in place: who may, what is on its way already, then offer, card, receipt and consent (R34, R72, R79, F24). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { loginAddress } from "../../../lib/addresses";
import { articlePage } from "../../../lib/articles";
import { useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { FailureNotice } from "../../../ui/failure-notice";
import { Notice } from "../../../ui/notice";
import { TextSkeleton } from "../../../ui/skeletons";
import { useReturnedCard } from "../cards/use-returned-card";
import { toldState } from "../purchase-words";
import styles from "../purchases.module.css";
import { Bought } from "./bought";
import { BuyOffersDocument } from "./buy.generated";
import { BuyForm } from "./buy-form";
import type { BuyPanelProps } from "./buy-panel-props";
import { Held } from "./held";
import { Latest } from "./latest";
import { useBuying } from "./use-buying";

export default function BuyPanel(props: BuyPanelProps) {
  const { canPurchase } = useViewer();
  return canPurchase ? <Buying key={props.draftId} {...props} /> : <NotThisAccount {...props} />;
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

function Buying(props: BuyPanelProps) {
  const { country, productVersionId, draftId } = props;
  const refusalText = useRefusalText();
  const buying = useBuying(props);
  const returned = useReturnedCard();
  const { data, error, refetch } = useQuery(BuyOffersDocument, {
    variables: { country, productVersionId },
    skip: returned.state === "asking",
    fetchPolicy: "cache-and-network",
  });
  if (error !== undefined && data === undefined)
    return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
  if (data === undefined || !buying.isReady) return <TextSkeleton />;
  const { outcome } = buying;
  const told = outcome === null ? null : toldState(outcome.state);
  if (outcome !== null && told === "paid")
    return (
      <Bought
        key={outcome.id}
        purchase={outcome}
        draftId={draftId}
        isNews={buying.isNews}
        onGoOn={props.onGoOn}
        onAnother={buying.startAnother}
      />
    );
  return (
    <div className={styles.buy}>
      {outcome !== null && <Latest key={outcome.id} purchase={outcome} onAnother={buying.startAnother} />}
      {told !== "confirming" && told !== "challenge" && (
        <>
          <Held productVersionId={productVersionId} country={country} />
          <BuyForm
            key={returned.card?.id}
            offers={data.incidentOffers}
            cards={data.paymentMethods}
            newCardId={returned.card?.id ?? null}
            returnProblem={returned.problem}
            buying={buying}
            panel={props}
          />
        </>
      )}
    </div>
  );
}
