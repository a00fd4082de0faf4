/** The plan behind a request: what it covers, how much is left, until when; never its numbers (F53). */
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { type Fact, Facts } from "../../../ui/facts";
import type { PlanState } from "./desk.generated";
import styles from "./desk.module.css";
import { RefundDialog } from "./refund-dialog";
import type { DeskRequest } from "./use-desk-request";

const TONES: Record<PlanState, BadgeTone> = {
  ACTIVE: "good",
  ENDING_SOON: "soon",
  EMPTY: "soon",
  NOT_YET_ACTIVE: "quiet",
  ISSUED: "quiet",
  LAPSED: "loss",
  RETIRED: "quiet",
  EXPIRED: "loss",
  REVOKED: "loss",
};

export function EntitlementCard({ request, onDone }: { readonly request: DeskRequest; readonly onDone: () => void }) {
  const format = useFormatters();
  const [isRefunding, setRefunding] = useState(false);
  const { entitlement } = request;
  if (entitlement === null)
    return (
      <Card title={<FormattedMessage id="desk.plan" />}>
        <p className={styles.quiet}>
          <FormattedMessage id="desk.plan.none" />
        </p>
      </Card>
    );
  const { programme, state, endsOn, incidentsTotal, incidentsRemaining, phase, scope, isCharged } = entitlement;
  const facts: (Fact | null)[] = [
    { key: "programme", name: <FormattedMessage id="desk.plan.programme" />, value: programme.name },
    {
      key: "left",
      name: <FormattedMessage id="desk.plan.incidents" />,
      value:
        incidentsRemaining === null || incidentsTotal === null ? (
          <FormattedMessage id="desk.plan.unlimited" />
        ) : (
          <FormattedMessage id="plans.leftOf" values={{ remaining: incidentsRemaining, total: incidentsTotal }} />
        ),
    },
    { key: "ends", name: <FormattedMessage id="desk.plan.ends" />, value: format.day(endsOn) },
    phase === null
      ? null
      : {
          key: "phase",
          name: <FormattedMessage id="desk.plan.phase" />,
          value: <FormattedMessage id={`newRequest.phaseName.${phase}`} />,
        },
    {
      key: "charged",
      name: <FormattedMessage id="desk.plan.charged" />,
      value: <FormattedMessage id={isCharged ? "desk.plan.charged.yes" : "desk.plan.charged.no"} />,
    },
  ];
  return (
    <Card
      title={<FormattedMessage id="desk.plan" />}
      mark={
        <Badge tone={TONES[state]}>
          <FormattedMessage id={`plans.state.${state}`} />
        </Badge>
      }
    >
      <Facts facts={facts.filter((fact) => fact !== null)} />
      <p className={styles.quiet}>{scope}</p>
      {isCharged && (
        <div>
          <Button variant="default" size="sm" onClick={() => setRefunding(true)}>
            <FormattedMessage id="desk.refund" />
          </Button>
        </div>
      )}
      <RefundDialog
        request={request}
        plan={programme.name}
        isOpen={isRefunding}
        onClose={() => setRefunding(false)}
        onDone={onDone}
      />
    </Card>
  );
}
