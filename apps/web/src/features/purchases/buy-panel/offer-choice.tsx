/** What is sold here, judged for the version before a card is asked: an offer that would be of no use says why (R50, R74, R75, E19, F26, F27). */
import { Radio } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { Disclosure } from "../../../ui/disclosure";
import { Notice } from "../../../ui/notice";
import { TaxLine } from "../purchase-words";
import styles from "../purchases.module.css";
import type { BuyOffersQuery, OfferFragment } from "./buy.generated";

export type Offers = BuyOffersQuery["incidentOffers"];

interface Props {
  readonly offers: Offers;
  readonly chosen: string | null;
  readonly onChoose: (offerId: string) => void;
}

export function OfferChoice({ offers, chosen, onChoose }: Props) {
  const { formatMessage } = useIntl();
  const isUsable = offers.offers.some((offer) => offer.isUsable);
  return (
    <>
      {offers.offers.length > 0 && !isUsable && (
        <Notice tone="soon" title={<FormattedMessage id="buy.nothingUsable" />}>
          <p>
            <FormattedMessage id="buy.nothingUsable.text" />
          </p>
        </Notice>
      )}
      <Radio.Group label={formatMessage({ id: "buy.offers" })} value={chosen} onChange={onChoose}>
        <div className={styles.choices}>
          {offers.offers.map((offer) => (
            <OfferRadio key={offer.id} offer={offer} />
          ))}
        </div>
      </Radio.Group>
      {isUsable && offers.advice !== null && <p className={styles.quiet}>{offers.advice.message}</p>}
      {offers.isFallbackCurrency && (
        <p className={styles.quiet}>
          <FormattedMessage id="buy.fallbackCurrency" values={{ currency: offers.currencyCode }} />
        </p>
      )}
      {offers.notSold.length > 0 && (
        <Disclosure summary={<FormattedMessage id="buy.notSold" />}>
          {offers.notSold.map(({ packSize, message }) => (
            <p key={packSize}>{message}</p>
          ))}
        </Disclosure>
      )}
    </>
  );
}

function OfferRadio({ offer }: { readonly offer: OfferFragment }) {
  const format = useFormatters();
  return (
    <div className={styles.offer}>
      <Radio
        value={offer.id}
        disabled={!offer.isUsable}
        label={
          <span className={styles.offerHead}>
            <span className={styles.boughtName}>{offer.programme.name}</span>
            <strong className={styles.card}>{format.money(offer.amountMinor, offer.currencyCode)}</strong>
          </span>
        }
      />
      <div className={styles.offerText}>
        <p className={styles.quiet}>
          <FormattedMessage id="purchases.incidents" values={{ count: offer.packSize }} />
          {" · "}
          <FormattedMessage id="buy.forOneYear" />
          {offer.taxName !== null && (
            <>
              {" · "}
              <TaxLine of={offer} />
            </>
          )}
        </p>
        <p className={styles.quiet}>{offer.programme.coverage.summary}</p>
        {offer.unavailableBecause.length > 0 && (
          <ul className={styles.reasons}>
            {offer.unavailableBecause.map((reason) => (
              <li key={reason.code}>{reason.message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
