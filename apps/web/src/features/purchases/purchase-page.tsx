/** One purchase: being confirmed, the bank's question, declined with its reason, or paid and ready to use (E17–E19, F24). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useFormatters } from "../../lib/formatters";
import { Waiting } from "../../lib/waiting";
import { Card } from "../../ui/card";
import { Facts } from "../../ui/facts";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { CardWords, PurchaseStateBadge, TaxLine, toldState } from "./purchase-words";
import type { PurchaseFactsFragment } from "./purchases.generated";
import styles from "./purchases.module.css";
import { usePurchase } from "./use-purchase";

export default function PurchasePage() {
  const { formatMessage } = useIntl();
  const { purchaseId = "" } = useParams();
  const { data, error, refetch } = usePurchase(purchaseId);
  const back = (
    <Link to="/purchases">
      <FormattedMessage id="purchases.title" />
    </Link>
  );
  if (data === undefined) {
    const isGone = error !== undefined && failureOf(error).code === "NOT_FOUND";
    return (
      <Page isText back={back} title={formatMessage({ id: isGone ? "purchases.gone" : "purchases.one" })}>
        {isGone ? (
          <p>
            <FormattedMessage id="purchases.gone.text" />
          </p>
        ) : (
          <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={1} />} />
        )}
      </Page>
    );
  }
  const { purchase } = data;
  return (
    <Page
      isText
      back={back}
      title={purchase.offerName}
      heading={purchase.offerName}
      actions={<PurchaseStateBadge state={purchase.state} />}
    >
      <div aria-live="polite">
        <StateNotice purchase={purchase} />
      </div>
      <NextSteps purchase={purchase} />
      <Card title={<FormattedMessage id="purchases.facts" />}>
        <PurchaseFacts purchase={purchase} />
      </Card>
    </Page>
  );
}

interface OfPurchase {
  readonly purchase: PurchaseFactsFragment;
}

const NOTICE_TONES = {
  confirming: "info",
  challenge: "soon",
  paid: "good",
  declined: "loss",
  refunded: "info",
} as const;

function StateNotice({ purchase }: OfPurchase) {
  const told = toldState(purchase.state);
  return (
    <Notice
      tone={NOTICE_TONES[told]}
      isLive={false}
      title={<FormattedMessage id={`purchases.told.${told}`} values={{ count: purchase.packSize }} />}
    >
      {told === "declined" && purchase.declineMessage !== null && <p>{purchase.declineMessage}</p>}
      <p>
        <FormattedMessage id={`purchases.told.${told}.text`} />
      </p>
    </Notice>
  );
}

/** Where to go from here; the first one is what most people came for. */
function NextSteps({ purchase }: OfPurchase) {
  const told = toldState(purchase.state);
  const { draftId, challengeUrl, plan, receipt } = purchase;
  return (
    <div className={styles.actions}>
      {told === "challenge" && challengeUrl !== null && (
        <Button component="a" href={challengeUrl}>
          <FormattedMessage id="purchases.answerBank" />
        </Button>
      )}
      {draftId !== null && told !== "confirming" && told !== "challenge" && (
        <LinkButton to={`/requests/new/${draftId}/plan`}>
          <FormattedMessage id="purchases.goOn" />
        </LinkButton>
      )}
      {draftId === null && told === "declined" && (
        <LinkButton to="/plans">
          <FormattedMessage id="purchases.toPlans" />
        </LinkButton>
      )}
      {plan !== null && told === "paid" && (
        <LinkButton to={`/plans/${plan.id}`} variant={draftId === null ? undefined : "default"}>
          <FormattedMessage id="purchases.toPlan" />
        </LinkButton>
      )}
      {receipt !== null && (
        <LinkButton to={`/receipts/${purchase.id}`} variant="default">
          <FormattedMessage id="purchases.toReceipt" />
        </LinkButton>
      )}
    </div>
  );
}

function PurchaseFacts({ purchase }: OfPurchase) {
  const format = useFormatters();
  const { amountMinor, currencyCode, card, plan, packSize } = purchase;
  const facts = [
    {
      key: "what",
      name: <FormattedMessage id="purchases.facts.what" />,
      value: <FormattedMessage id="purchases.incidents" values={{ count: packSize }} />,
    },
    {
      key: "amount",
      name: <FormattedMessage id="purchases.facts.amount" />,
      value: (
        <>
          <strong className={styles.amount}>{format.money(amountMinor, currencyCode)}</strong>
          <br />
          <TaxLine of={purchase} />
        </>
      ),
    },
    { key: "when", name: <FormattedMessage id="purchases.facts.when" />, value: format.instant(purchase.createdAt) },
    ...(card === null
      ? []
      : [{ key: "card", name: <FormattedMessage id="purchases.facts.card" />, value: <CardWords card={card} /> }]),
    ...(plan === null
      ? []
      : [{ key: "ends", name: <FormattedMessage id="purchases.facts.ends" />, value: format.day(plan.endsOn) }]),
  ];
  return <Facts facts={facts} />;
}
