/** What this account has bought, newest first, each with its state and its receipt (F28). */
import { useQuery } from "@apollo/client/react";
import { IconReceipt } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { PagedList } from "../../lib/list/paged-list";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { PurchaseStateBadge } from "./purchase-words";
import { type PurchaseFactsFragment, PurchaseHistoryDocument } from "./purchases.generated";
import styles from "./purchases.module.css";

export default function HistoryPage() {
  const { formatMessage } = useIntl();
  const pages = readPages(useQuery(PurchaseHistoryDocument, PAGED), (data) => data.purchases);
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
      <PagedList
        pages={pages}
        shape={<RowSkeletons count={3} />}
        none={
          <EmptyState icon={<IconReceipt size={28} />} title={<FormattedMessage id="purchases.none" />}>
            <p>
              <FormattedMessage id="purchases.none.text" />
            </p>
          </EmptyState>
        }
        isCounted={false}
      >
        <Card>
          <ul className={styles.cards}>
            {pages.nodes.map((purchase) => (
              <PurchaseRow key={purchase.id} purchase={purchase} />
            ))}
          </ul>
        </Card>
      </PagedList>
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
