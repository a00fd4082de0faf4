/** One plan on My plans: what is left, until when, what it covers. */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { Card } from "../../ui/card";
import { LinkButton } from "../../ui/link-button";
import type { PlanCardFragment } from "./agreements.generated";
import styles from "./agreements.module.css";
import { IdEndings, IncidentMeter, PlanStateBadge, TermWords } from "./plan-words";

interface Props {
  readonly plan: PlanCardFragment;
  readonly isFlashing: boolean;
  readonly onRemove: () => void;
}

export function PlanCard({ plan, isFlashing, onRemove }: Props) {
  const { formatMessage } = useIntl();
  return (
    <Card
      id={plan.id}
      isFlashing={isFlashing}
      title={
        <Link className={styles.planLink} to={`/plans/${plan.id}`}>
          {plan.programme.name}
        </Link>
      }
      mark={<PlanStateBadge state={plan.state} />}
      footer={
        <>
          <LinkButton to={`/plans/${plan.id}`} variant="default">
            <FormattedMessage id="plans.statement" />
          </LinkButton>
          {plan.programme.origin === "AGREEMENT" && (
            <Button
              variant="subtle"
              color="gray"
              onClick={onRemove}
              aria-label={`${formatMessage({ id: "plans.remove" })} ${plan.programme.name}`}
            >
              <FormattedMessage id="plans.remove" />
            </Button>
          )}
        </>
      }
    >
      <IncidentMeter plan={plan} />
      <div className={styles.lines}>
        <TermWords plan={plan} />
        <span className={styles.quiet}>{plan.programme.coverage.summary}</span>
        {plan.isShared && (
          <span className={styles.quiet}>
            <FormattedMessage id="plans.shared" />
          </span>
        )}
        <span className={styles.quiet}>
          <IdEndings plan={plan} />
        </span>
      </div>
    </Card>
  );
}
