/** Where a customer begins: what is wrong, then what waits for them, what they began, which plans end or run low (R32, R34, R65, F19, F32). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { VENDOR_QUESTION } from "../../lib/addresses";
import { useViewer } from "../../lib/viewer";
import { Waiting } from "../../lib/waiting";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { LinkButton } from "../../ui/link-button";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { ProductQuestion } from "../catalogue";
import { StartOverviewDocument, type StartOverviewQuery } from "./start.generated";
import { Drafts, NextAnswer, PlansToMind, YourTurn } from "./start-parts";

/** Without a plan there is nothing to open a request with: the two ways to one. */
function WithoutPlan() {
  const { canAddAgreement, canPurchase } = useViewer();
  return (
    <EmptyState
      title={<FormattedMessage id="start.noPlan" />}
      action={
        <>
          {canAddAgreement && (
            <LinkButton to="/plans#add" variant="default">
              <FormattedMessage id="coverage.add" />
            </LinkButton>
          )}
          {canPurchase && (
            <LinkButton to="/plans?buy=1#buy" variant="default">
              <FormattedMessage id="newRequest.remedy.BUY_INCIDENT" />
            </LinkButton>
          )}
          {!canAddAgreement && !canPurchase && (
            <LinkButton to={VENDOR_QUESTION} variant="default">
              <FormattedMessage id="coverage.ask" />
            </LinkButton>
          )}
        </>
      }
    >
      {(canAddAgreement || canPurchase) && (
        <p>
          <FormattedMessage id="start.noPlan.text" />
        </p>
      )}
    </EmptyState>
  );
}

function Below({ data }: { readonly data: StartOverviewQuery }) {
  return (
    <>
      <YourTurn waiting={data.waiting} />
      <Drafts drafts={data.myDrafts} />
      <NextAnswer requests={data.promised.nodes} />
      {data.myPlans.nodes.length === 0 ? <WithoutPlan /> : <PlansToMind plans={data.myPlans.nodes} />}
    </>
  );
}

export default function StartPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(StartOverviewDocument, { fetchPolicy: "cache-and-network" });
  return (
    <Page title={formatMessage({ id: "start.title" })} lead={<FormattedMessage id="start.lead" />}>
      <Card>
        <ProductQuestion id="start-product" />
      </Card>
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={2} />} />}
      {data !== undefined && <Below data={data} />}
    </Page>
  );
}
