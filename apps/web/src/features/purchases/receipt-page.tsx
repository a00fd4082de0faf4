/** The numbered, signed receipt of a purchase: to read, to print, to keep (R78, F28). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useFormatters } from "../../lib/formatters";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { Disclosure } from "../../ui/disclosure";
import { FailureNotice } from "../../ui/failure-notice";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { CardWords, PurchaseStateBadge, TaxLine } from "./purchase-words";
import { type PurchaseFactsFragment, PurchasePageDocument } from "./purchases.generated";
import styles from "./purchases.module.css";

export default function ReceiptPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { purchaseId = "" } = useParams();
  const { data, error, refetch } = useQuery(PurchasePageDocument, {
    variables: { id: purchaseId },
    fetchPolicy: "cache-and-network",
  });
  const receipt = data?.purchase.receipt ?? null;
  const back = (
    <Link to={`/purchases/${purchaseId}`}>
      <FormattedMessage id="purchases.receipt.back" />
    </Link>
  );
  if (data === undefined || receipt === null) {
    const isGone = data !== undefined || (error !== undefined && failureOf(error).code === "NOT_FOUND");
    return (
      <Page isText back={back} title={formatMessage({ id: isGone ? "purchases.receipt.none" : "purchases.receipt" })}>
        {isGone ? (
          <p>
            <FormattedMessage id="purchases.receipt.none.text" />
          </p>
        ) : error === undefined ? (
          <CardSkeletons count={1} />
        ) : (
          <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      isText
      back={back}
      title={formatMessage({ id: "purchases.receipt.title" }, { number: receipt.number })}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          <FormattedMessage id="purchases.receipt.print" />
        </Button>
      }
    >
      <Card mark={data.purchase.state === "REFUNDED" && <PurchaseStateBadge state="REFUNDED" />}>
        <Receipt purchase={data.purchase} receipt={receipt} />
      </Card>
      <Disclosure summary={<FormattedMessage id="purchases.receipt.signature" />}>
        <p className={styles.quiet}>
          <FormattedMessage id="purchases.receipt.signature.text" />
        </p>
        <p>
          <code className={styles.signature}>{receipt.signature}</code>{" "}
          <CopyButton text={receipt.signature} what={formatMessage({ id: "purchases.receipt.signature" })} />
        </p>
      </Disclosure>
    </Page>
  );
}

interface ReceiptProps {
  readonly purchase: PurchaseFactsFragment;
  readonly receipt: NonNullable<PurchaseFactsFragment["receipt"]>;
}

function Receipt({ purchase, receipt }: ReceiptProps) {
  const format = useFormatters();
  const { account } = useViewer();
  const { amountMinor, currencyCode } = purchase;
  const total = format.money(amountMinor, currencyCode);
  return (
    <div className={styles.receipt}>
      <div className={styles.receiptHead}>
        <div>
          <p className={styles.quiet}>
            <FormattedMessage id="purchases.receipt.number" />
          </p>
          <p className={styles.receiptNumber}>{receipt.number}</p>
          <p className={styles.quiet}>{format.instant(receipt.issuedAt)}</p>
        </div>
        <div>
          <p className={styles.quiet}>
            <FormattedMessage id="purchases.receipt.for" />
          </p>
          <p>
            <strong>{receipt.billingName}</strong>
          </p>
          {receipt.billingAddress !== null && <p className={styles.address}>{receipt.billingAddress}</p>}
          {receipt.taxNumber !== null && (
            <p>
              <FormattedMessage id="purchases.receipt.taxNumber" values={{ number: receipt.taxNumber }} />
            </p>
          )}
          <p className={styles.quiet}>{account.email}</p>
        </div>
      </div>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="purchases.facts.what" />
            </th>
            <th scope="col">
              <FormattedMessage id="purchases.facts.amount" />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              {purchase.offerName}
              <br />
              <span className={styles.quiet}>
                <FormattedMessage id="purchases.incidents" values={{ count: purchase.packSize }} />
                {purchase.plan !== null && (
                  <>
                    {" · "}
                    <FormattedMessage id="purchases.until" values={{ day: format.day(purchase.plan.endsOn) }} />
                  </>
                )}
              </span>
            </td>
            <td>{total}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr className={styles.total}>
            <th scope="row">
              <FormattedMessage id="purchases.receipt.total" />
            </th>
            <td>{total}</td>
          </tr>
          {purchase.taxName !== null && (
            <tr>
              <td colSpan={2}>
                <TaxLine of={purchase} />
              </td>
            </tr>
          )}
        </tfoot>
      </table>
      {purchase.card !== null && (
        <p className={styles.quiet}>
          <FormattedMessage id="purchases.receipt.paidWith" values={{ card: <CardWords card={purchase.card} /> }} />
        </p>
      )}
    </div>
  );
}
