/** What this account has bought, newest first, each with its state and its receipt (F28). */
import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { IconReceipt } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useRefusalText } from "../../lib/refusal-text";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { LoadMore } from "../../ui/load-more";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { PurchaseStateBadge } from "./purchase-words";
import { type PurchaseFactsFragment, PurchaseHistoryDocument } from "./purchases.generated";
import styles from "./purchases.module.css";

export default function HistoryPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(PurchaseHistoryDocument, {
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const purchases = data?.purchases.edges.map((edge) => edge.node) ?? [];
  return (
    <Page
      isText
      title={formatMessage({ id: "purchases.title" })}
      lead={<FormattedMessage id="purchases.lead" />}
      back={
        <Link to="/plans">
          <FormattedMessage id="plans.title" />
        </Link>
      }
    >
      {data === undefined &&
        (error === undefined ? (
          <RowSkeletons count={3} />
        ) : (
          <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
        ))}
      {data !== undefined && purchases.length === 0 && (
        <EmptyState icon={<IconReceipt size={28} />} title={<FormattedMessage id="purchases.none" />}>
          <p>
            <FormattedMessage id="purchases.none.text" />
          </p>
        </EmptyState>
      )}
      {purchases.length > 0 && (
        <Card>
          <ul className={styles.cards}>
            {purchases.map((purchase) => (
              <PurchaseRow key={purchase.id} purchase={purchase} />
            ))}
          </ul>
        </Card>
      )}
      {data?.purchases.pageInfo.hasNextPage === true && (
        <LoadMore
          shown={purchases.length}
          total={data.purchases.totalCount}
          hasMore
          isBusy={networkStatus === NetworkStatus.fetchMore}
          onMore={() => void fetchMore({ variables: { after: data.purchases.pageInfo.endCursor } })}
        />
      )}
    </Page>
  );
}

function PurchaseRow({ purchase }: { readonly purchase: PurchaseFactsFragment }) {
  const format = useFormatters();
  const { id, offerName, amountMinor, currencyCode, createdAt, receipt, state } = purchase;
  return (
    <li className={styles.cardRow}>
      <span className={styles.bought}>
        <Link to={`/purchases/${id}`} className={styles.boughtName}>
          {offerName}
        </Link>
        <span className={styles.quiet}>{format.stamp(createdAt)}</span>
      </span>
      <span className={styles.cardWords}>
        <span className={styles.card}>{format.money(amountMinor, currencyCode)}</span>
        <PurchaseStateBadge state={state} />
        {receipt !== null && (
          <Link to={`/receipts/${id}`}>
            <FormattedMessage id="purchases.receipt.of" values={{ number: receipt.number }} />
          </Link>
        )}
      </span>
    </li>
  );
}
