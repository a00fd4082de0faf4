/** One plan: balance, term, statement, the IDs again, remove (R11, R17, R18, F19). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useNavigate, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useFormatters } from "../../lib/formatters";
import { MorePages } from "../../lib/list/paged-list";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { Waiting } from "../../lib/waiting";
import { Card } from "../../ui/card";
import { Facts } from "../../ui/facts";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { type PlanCardFragment, PlanPageDocument } from "./agreements.generated";
import styles from "./agreements.module.css";
import { CoverageStrip } from "./coverage-strip";
import { IdEndings, IncidentMeter, PlanStateBadge } from "./plan-words";
import { RemoveDialog } from "./remove-dialog";
import { RevealPair } from "./reveal-pair";
import { Statement } from "./statement";

export default function PlanPage() {
  const { formatMessage } = useIntl();
  const { planId = "" } = useParams();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState<PlanCardFragment | null>(null);
  const answer = useQuery(PlanPageDocument, { variables: { id: planId }, ...PAGED });
  const { data, error, refetch } = answer;
  const ledger = readPages(answer, ({ plan }) => plan.ledger);
  const back = (
    <Link to="/plans">
      <FormattedMessage id="plans.title" />
    </Link>
  );
  if (data === undefined) {
    const isGone = error !== undefined && failureOf(error).code === "NOT_FOUND";
    return (
      <Page back={back} title={formatMessage({ id: isGone ? "plans.gone" : "plans.plan" })}>
        {isGone ? (
          <p>
            <FormattedMessage id="plans.gone.text" />
          </p>
        ) : (
          <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={2} />} />
        )}
      </Page>
    );
  }
  const { plan } = data;
  return (
    <Page
      back={back}
      title={plan.programme.name}
      lead={plan.programme.coverage.summary}
      actions={<PlanStateBadge state={plan.state} />}
      aside={
        <Card
          title={<FormattedMessage id="plans.facts" />}
          footer={
            plan.programme.origin === "AGREEMENT" && (
              <Button variant="default" onClick={() => setRemoving(plan)}>
                <FormattedMessage id="plans.remove.long" />
              </Button>
            )
          }
        >
          <PlanFacts plan={plan} />
        </Card>
      }
    >
      <Card>
        <IncidentMeter plan={plan} />
        <CoverageStrip plan={plan} />
      </Card>
      <Card title={<FormattedMessage id="plans.statement" />}>
        <Statement lines={ledger.nodes} timeZone={plan.timeZone} />
        <MorePages pages={ledger} />
        {plan.isShared && (
          <p className={styles.quiet}>
            <FormattedMessage id="plans.statement.others" />
          </p>
        )}
      </Card>
      {plan.programme.origin === "AGREEMENT" && <RevealPair planId={plan.id} />}
      <RemoveDialog
        plan={removing}
        onClose={() => setRemoving(null)}
        onRemoved={() => void navigate("/plans", { replace: true })}
      />
    </Page>
  );
}

function PlanFacts({ plan }: { readonly plan: PlanCardFragment }) {
  const format = useFormatters();
  const facts = [
    { key: "start", name: <FormattedMessage id="plans.facts.start" />, value: format.day(plan.startsOn) },
    {
      key: "end",
      name: <FormattedMessage id="plans.facts.end" />,
      value: <FormattedMessage id="plans.facts.endIn" values={{ end: format.day(plan.endsOn), zone: plan.timeZone }} />,
    },
    ...(plan.registeredAt === null
      ? []
      : [
          { key: "added", name: <FormattedMessage id="plans.facts.added" />, value: format.instant(plan.registeredAt) },
        ]),
    ...(plan.accessIdEnding === null
      ? []
      : [{ key: "ids", name: <FormattedMessage id="plans.facts.ids" />, value: <IdEndings plan={plan} /> }]),
    {
      key: "holders",
      name: <FormattedMessage id="plans.facts.holders" />,
      value: <FormattedMessage id={plan.isShared ? "plans.shared" : "plans.onlyYou"} />,
    },
    ...(plan.programme.coverage.isNonProductionOnly
      ? [
          {
            key: "use",
            name: <FormattedMessage id="plans.facts.use" />,
            value: <FormattedMessage id="plans.nonProduction" />,
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}
