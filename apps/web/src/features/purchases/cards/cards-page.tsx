/** Saved cards: which there are, which is offered first, add and remove; a number is never among them (R76, F25, P-6). */

import { useQuery } from "@apollo/client/react";
import { IconCreditCard } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { safeReturnTo } from "../../../lib/addresses";
import { articlePage } from "../../../lib/articles";
import { useCommand } from "../../../lib/commands/use-command";
import { useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { EmptyState } from "../../../ui/empty-state";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { RowSkeletons, TextSkeleton } from "../../../ui/skeletons";
import { CardWords } from "../purchase-words";
import type { SavedCardFragment } from "../purchases.generated";
import styles from "../purchases.module.css";
import { AddCard } from "./add-card";
import { CardRow } from "./card-row";
import { PaymentMethodsDocument, SetDefaultPaymentMethodDocument } from "./cards.generated";
import { RemoveCardDialog } from "./remove-card-dialog";
import { type ReturnedCard, useReturnedCard } from "./use-returned-card";

const EnterCard = lazy(() => import("./enter-card"));

export default function CardsPage() {
  const { formatMessage } = useIntl();
  const { canPurchase } = useViewer();
  const [address] = useSearchParams();
  const returned = useReturnedCard();
  const isEntering = address.has("enter");
  return (
    <Page
      isText
      title={formatMessage({ id: "purchases.cards" })}
      lead={<FormattedMessage id="purchases.cards.lead" />}
      back={
        <Link to="/plans">
          <FormattedMessage id="plans.title" />
        </Link>
      }
    >
      <Returned {...returned} />
      {!canPurchase && (
        <Notice title={<FormattedMessage id="purchases.cards.notYours" />}>
          <p>
            <Link to={articlePage("noPurchaseWithWorkAccount")}>
              <FormattedMessage id="purchases.cards.whyNot" />
            </Link>
          </p>
        </Notice>
      )}
      {isEntering && (
        <Suspense fallback={<TextSkeleton />}>
          <EnterCard returnTo={safeReturnTo(address.get("returnTo"))} />
        </Suspense>
      )}
      {canPurchase && !isEntering && returned.state !== "asking" && <Cards />}
    </Page>
  );
}

function Returned({ state, card, problem }: ReturnedCard) {
  const refusalText = useRefusalText();
  if (state === "kept" && card !== null)
    return (
      <Notice tone="good" isLive title={<FormattedMessage id="purchases.cards.kept" />}>
        <p>
          <CardWords card={card} />
        </p>
      </Notice>
    );
  if (state === "asking") return <Notice title={<FormattedMessage id="purchases.cards.asking" />}>{null}</Notice>;
  if (state !== "failed") return null;
  const text = refusalText(problem);
  return (
    <Notice tone="loss" title={text.message} requestId={text.requestId}>
      <p>{text.remedy}</p>
    </Notice>
  );
}

function Cards() {
  const { data, error, refetch } = useQuery(PaymentMethodsDocument, { fetchPolicy: "cache-and-network" });
  const { formatMessage } = useIntl();
  const command = useCommand(SetDefaultPaymentMethodDocument, {
    refetchQueries: ["PaymentMethods"],
    done: ({ paymentMethods }) =>
      formatMessage(
        { id: "purchases.cards.usual.done" },
        { last4: paymentMethods?.find((one) => one.isDefault)?.last4 ?? "" },
      ),
  });
  const [removing, setRemoving] = useState<SavedCardFragment | null>(null);
  if (data === undefined) return <Waiting error={error} refetch={refetch} shape={<RowSkeletons count={2} />} />;
  return (
    <>
      <CommandProblem command={command} />
      {data.paymentMethods.length === 0 ? (
        <EmptyState icon={<IconCreditCard size={28} />} title={<FormattedMessage id="purchases.cards.none" />}>
          <p>
            <FormattedMessage id="purchases.cards.none.text" />
          </p>
        </EmptyState>
      ) : (
        <Card>
          <ul className={styles.cards}>
            {data.paymentMethods.map((card) => (
              <CardRow
                key={card.id}
                card={card}
                isBusy={command.isBusy}
                onMakeUsual={() => void command.send({ input: { paymentMethodId: card.id } })}
                onRemove={() => setRemoving(card)}
              />
            ))}
          </ul>
        </Card>
      )}
      <AddCard returnTo="/payment-methods" isMain={data.paymentMethods.length === 0} />
      <RemoveCardDialog card={removing} onClose={() => setRemoving(null)} />
    </>
  );
}
