/** My plans: what this account has, until when, how to add an agreement and how to buy an incident (F19, R34, R64, R72). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconFileCertificate } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { PagedList } from "../../lib/list/paged-list";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { Disclosure } from "../../ui/disclosure";
import { EmptyState } from "../../ui/empty-state";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { ProductQuestion } from "../catalogue";
import { AddAgreementForm } from "./add-agreement-form";
import { MyPlansDocument, type PlanCardFragment } from "./agreements.generated";
import styles from "./agreements.module.css";
import { BuyCard } from "./buy-card";
import { PlanCard } from "./plan-card";
import { RemoveDialog } from "./remove-dialog";

export default function PlansPage() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const answer = useQuery(MyPlansDocument, PAGED);
  const pages = readPages(answer, (data) => data.myPlans);
  const [shown, setShown] = useState<{ planId: string; times: number } | null>(null);
  const [removing, setRemoving] = useState<PlanCardFragment | null>(null);
  const plans = pages.nodes;
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
      {plans.length > 0 && (
        <Card>
          <ProductQuestion id="plans-product" />
        </Card>
      )}
      <PagedList
        pages={pages}
        shape={<CardSkeletons count={3} />}
        none={
          <EmptyState icon={<IconFileCertificate size={28} />} title={<FormattedMessage id="plans.empty" />}>
            <p>
              <FormattedMessage id="plans.empty.text" />
            </p>
          </EmptyState>
        }
        isCounted={false}
      >
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
      </PagedList>
      <Card id="add" title={<FormattedMessage id="plans.add" />}>
        <AddAgreementForm onShowPlan={(planId) => setShown((last) => ({ planId, times: (last?.times ?? 0) + 1 }))} />
        {shown !== null && !isShownLoaded && answer.data !== undefined && (
          <p>
            <Link to={`/plans/${shown.planId}`}>
              <FormattedMessage id="plans.showPlan" />
            </Link>
          </p>
        )}
      </Card>
      <BuyCard onBought={async () => void (await answer.refetch())} />
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
