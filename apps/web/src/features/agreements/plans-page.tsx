/** My plans: what this account has, until when, how to add an agreement and how to buy an incident (F19, R34, R64, R72). */
import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconFileCertificate } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { Disclosure } from "../../ui/disclosure";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { LoadMore } from "../../ui/load-more";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { AddAgreementForm } from "./add-agreement-form";
import { MyPlansDocument, type PlanCardFragment } from "./agreements.generated";
import styles from "./agreements.module.css";
import { BuyCard } from "./buy-card";
import { PlanCard } from "./plan-card";
import { RemoveDialog } from "./remove-dialog";

export default function PlansPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { account } = useViewer();
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(MyPlansDocument, {
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const [shown, setShown] = useState<{ planId: string; times: number } | null>(null);
  const [removing, setRemoving] = useState<PlanCardFragment | null>(null);
  const plans = data?.myPlans.edges.map((edge) => edge.node) ?? [];
  const isShownLoaded = shown !== null && plans.some((plan) => plan.id === shown.planId);

  useEffect(() => {
    if (shown === null || !isShownLoaded) return;
    const card = document.getElementById(shown.planId);
    card?.scrollIntoView({ block: "center" });
  }, [shown, isShownLoaded]);

  return (
    <Page
      title={formatMessage({ id: "plans.title" })}
      lead={
        <FormattedMessage
          id="plans.lead"
          values={{ account: account.email, kind: formatMessage({ id: `account.kind.${account.kind}` }) }}
        />
      }
      actions={
        plans.length > 0 && (
          <Button variant="default" onClick={() => document.querySelector<HTMLElement>("#add input")?.focus()}>
            <FormattedMessage id="plans.add" />
          </Button>
        )
      }
    >
      {error !== undefined && data === undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === undefined && <CardSkeletons count={3} />}
      {data !== undefined && plans.length === 0 && (
        <EmptyState icon={<IconFileCertificate size={28} />} title={<FormattedMessage id="plans.empty" />}>
          <p>
            <FormattedMessage id="plans.empty.text" />
          </p>
        </EmptyState>
      )}
      {plans.length > 0 && (
        <ul className={styles.cards}>
          {plans.map((plan) => (
            <li key={plan.id}>
              <PlanCard
                key={shown?.planId === plan.id ? shown.times : 0}
                plan={plan}
                isFlashing={shown?.planId === plan.id}
                onRemove={() => setRemoving(plan)}
              />
            </li>
          ))}
        </ul>
      )}
      {data?.myPlans.pageInfo.hasNextPage === true && (
        <LoadMore
          shown={plans.length}
          total={data.myPlans.totalCount}
          hasMore
          isBusy={networkStatus === NetworkStatus.fetchMore}
          onMore={() => void fetchMore({ variables: { after: data.myPlans.pageInfo.endCursor } })}
        />
      )}
      <Card id="add" title={<FormattedMessage id="plans.add" />}>
        <AddAgreementForm onShowPlan={(planId) => setShown((last) => ({ planId, times: (last?.times ?? 0) + 1 }))} />
        {shown !== null && !isShownLoaded && data !== undefined && (
          <p>
            <Link to={`/plans/${shown.planId}`}>
              <FormattedMessage id="plans.showPlan" />
            </Link>
          </p>
        )}
      </Card>
      <BuyCard onBought={async () => void (await refetch())} />
      <p>
        <Link to="/ask">
          <FormattedMessage id="plans.ask" />
        </Link>
      </p>
      <Disclosure summary={<FormattedMessage id="plans.missing" />}>
        <div className={styles.missing}>
          <p>
            <FormattedMessage
              id="plans.missing.account"
              values={{ account: account.email, kind: formatMessage({ id: `account.kind.${account.kind}` }) }}
            />
          </p>
          <p>
            <FormattedMessage id="plans.missing.unavailable" />
          </p>
          <p>
            <Link to={articlePage("missingAgreement")}>
              <FormattedMessage id="plans.add.trouble" />
            </Link>
          </p>
        </div>
      </Disclosure>
      <RemoveDialog plan={removing} onClose={() => setRemoving(null)} />
    </Page>
  );
}
