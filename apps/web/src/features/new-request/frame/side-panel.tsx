/** What matters stays in view: product and its life, plan and its incidents, first answer in the person's own time. */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useChosenPlan, useIsPlanLost } from "../chosen-plan";
import { ExpectedResponse } from "../expected-response";
import { useFlow } from "../flow-context";
import { FlowCoverage } from "../flow-coverage";
import { Balance } from "../steps/plan/balance";
import { LifecycleTimeline, PhaseSentence } from "./lifecycle-timeline";
import classes from "./side-panel.module.css";

function Part({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}

function ProductPart() {
  const { content, product, now } = useFlow();
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  if (!product) {
    return (
      <p className={classes.quiet}>
        <FormattedMessage id="newRequest.side.noProduct" />
      </p>
    );
  }
  return (
    <>
      <p className={classes.strong}>{version?.name ?? product.name}</p>
      {version ? (
        <>
          <p className={classes.quiet}>
            <PhaseSentence version={version} />
          </p>
          <LifecycleTimeline version={version} today={now.slice(0, 10)} />
        </>
      ) : null}
    </>
  );
}

function PlanPart() {
  const entry = useChosenPlan();
  const isLost = useIsPlanLost();
  const format = useFormatters();
  const { product, plans, content } = useFlow();
  if (!entry) {
    if (product?.portal.isHere && plans && content.productVersionId) return <FlowCoverage />;
    return (
      <p className={classes.quiet}>
        <FormattedMessage id="newRequest.side.noPlan" />
      </p>
    );
  }
  const { plan } = entry;
  if (isLost)
    return (
      <p className={classes.quiet}>
        <FormattedMessage id="newRequest.side.lostPlan" values={{ plan: plan.programme.name }} />
      </p>
    );
  return (
    <>
      <p className={classes.strong}>{plan.programme.name}</p>
      <Balance plan={plan} />
      <p className={classes.quiet}>
        <FormattedMessage
          id={plan.state === "EXPIRED" ? "newRequest.plan.ended" : "newRequest.plan.ends"}
          values={{ on: format.day(plan.endsOn) }}
        />
      </p>
    </>
  );
}

export function SidePanel() {
  return (
    <div className={classes.panel}>
      <Part title={<FormattedMessage id="newRequest.side.product" />}>
        <ProductPart />
      </Part>
      <Part title={<FormattedMessage id="newRequest.side.plan" />}>
        <PlanPart />
      </Part>
      <Part title={<FormattedMessage id="newRequest.side.response" />}>
        <p className={classes.strong}>
          <ExpectedResponse />
        </p>
      </Part>
    </div>
  );
}
