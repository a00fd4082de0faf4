/** Offer, card, receipt and consent; everything typed survives the ways to the provider, the bank and the sign-in (R76–R79, F24, F25, F28). */
import { joinName } from "@accord/domain";
import { Button, Checkbox } from "@mantine/core";
import { useLayoutEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useKept } from "../../../lib/kept/use-kept";
import { type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { CommandProblem } from "../../../ui/command-problem";
import { Notice } from "../../../ui/notice";
import { AddCard } from "../cards/add-card";
import { CardChoice, firstChoice } from "../cards/card-choice";
import type { SavedCardFragment } from "../purchases.generated";
import styles from "../purchases.module.css";
import { BillingFields } from "./billing-fields";
import type { BuyPanelProps } from "./buy-panel-props";
import { subjectOf } from "./kept-purchase";
import { NothingSold } from "./nothing-sold";
import { OfferChoice, type Offers } from "./offer-choice";
import type { Buying } from "./use-buying";

interface Props {
  readonly offers: Offers;
  readonly cards: readonly SavedCardFragment[];
  /** The card the browser has just come back with. */
  readonly newCardId: string | null;
  readonly returnProblem: UserErrorFields | Error | null;
  readonly buying: Buying;
  readonly panel: BuyPanelProps;
}

/** The single incident first: a pack is chosen on purpose (R75). */
const firstOffer = ({ offers }: Offers): string | null =>
  [...offers].sort((one, other) => one.packSize - other.packSize).find((offer) => offer.isUsable)?.id ?? null;

const isOffered = ({ offers }: Offers, id: string | null | undefined): boolean =>
  offers.some((offer) => offer.id === id && offer.isUsable);

export function BuyForm({ offers, cards, newCardId, returnProblem, buying, panel }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { account } = useViewer();
  const kept = useKept("billing", subjectOf(buying.formOf.draftId), {
    ...{ offerId: "", cardId: "", address: "", taxNumber: "" },
    name: joinName(account),
  });
  const { typed, change } = kept;
  useLayoutEffect(() => {
    if (newCardId !== null) change({ cardId: newCardId });
  }, [newCardId, change]);
  // Another version may make another offer the only one of use.
  const offerId = isOffered(offers, typed.offerId) ? typed.offerId : firstOffer(offers);
  const isCard = cards.some(({ id, isExpired }) => id === typed.cardId && !isExpired);
  const cardId = isCard ? typed.cardId : firstChoice(cards);
  const [hasConsent, setConsent] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const offer = offers.offers.find(({ id, isUsable }) => id === offerId && isUsable) ?? null;
  const chosenCard = cards.find(({ id }) => id === cardId) ?? null;
  const isComplete = offer !== null && chosenCard !== null && hasConsent;
  const submit = async (): Promise<void> => {
    setAsked(!isComplete);
    // What was answered is over: the next try is agreed to anew.
    const isAnswered = isComplete && (await buying.buy({ ...typed, offerId: offer.id, cardId: chosenCard.id }));
    if (isAnswered) setConsent(false);
  };
  if (offers.offers.length === 0) return <NothingSold offers={offers} />;
  return (
    <div className={styles.buy}>
      <OfferChoice offers={offers} chosen={offerId} onChoose={(chosen) => change({ offerId: chosen })} />
      {offer !== null && (
        <>
          {cards.length > 0 && (
            <CardChoice
              cards={cards}
              chosen={cardId}
              onChoose={(chosen) => change({ cardId: chosen })}
              error={isAsked && chosenCard === null ? formatMessage({ id: "buy.card.missing" }) : undefined}
            />
          )}
          {returnProblem !== null && <Problem problem={returnProblem} />}
          <AddCard returnTo={panel.returnTo} isMain={cards.length === 0} onLeave={panel.onLeave} />
        </>
      )}
      {offer !== null && chosenCard !== null && (
        <>
          <BillingFields kept={kept} />
          <Checkbox
            checked={hasConsent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
            error={isAsked && !hasConsent ? formatMessage({ id: "buy.consent.missing" }) : undefined}
            label={
              <FormattedMessage
                id="buy.consent"
                values={{
                  amount: format.money(offer.amountMinor, offer.currencyCode),
                  terms: (words) => (
                    <Link to="/help/purchase-terms" target="_blank">
                      {words}
                    </Link>
                  ),
                }}
              />
            }
          />
          {!buying.isBoughtMeanwhile && <CommandProblem command={buying.command} />}
          {buying.isElsewhere && (
            <Notice isLive title={<FormattedMessage id="buy.elsewhere" />}>
              <p>
                <FormattedMessage id="buy.elsewhere.text" />
              </p>
            </Notice>
          )}
          {buying.isBoughtMeanwhile && (
            <Notice tone="soon" isLive title={<FormattedMessage id="buy.meanwhile" />}>
              <Link to="/purchases">
                <FormattedMessage id="purchases.title" />
              </Link>
            </Notice>
          )}
          <div>
            <Button loading={buying.command.isBusy} disabled={buying.isElsewhere} onClick={() => void submit()}>
              <FormattedMessage
                id="buy.button"
                values={{ amount: format.money(offer.amountMinor, offer.currencyCode) }}
              />
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Problem({ problem }: { readonly problem: UserErrorFields | Error }) {
  const text = useRefusalText()(problem);
  return (
    <Notice tone="loss" title={text.message} requestId={text.requestId}>
      <p>{text.remedy}</p>
    </Notice>
  );
}
