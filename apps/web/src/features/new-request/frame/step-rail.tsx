/** The six names and their state beside the cards on wide screens; on phones "Step 2 of 6", which opens the list (R58, R85). */
import { FLOW_STEPS, type FlowStep } from "@accord/domain";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import type { CardState } from "./step-card";
import classes from "./step-rail.module.css";

interface Props {
  readonly states: Readonly<Record<FlowStep, CardState>>;
  readonly attention: ReadonlySet<FlowStep>;
  readonly current: FlowStep;
  readonly onGo: (step: FlowStep) => void;
}

function RailEntry({
  step,
  number,
  states,
  attention,
  current,
  onGo,
}: Props & { readonly step: FlowStep; readonly number: number }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `newRequest.stepName.${step}` });
  const needsAttention = attention.has(step);
  const state = step === current ? "open" : states[step];
  const stateText = intl.formatMessage({
    id: `newRequest.stepState.${needsAttention && state !== "open" ? "attention" : state}`,
  });
  const marker = needsAttention ? (
    <IconAlertTriangle size={14} />
  ) : state === "done" ? (
    <IconCheck size={14} stroke={2.5} />
  ) : (
    number
  );
  const label = (
    <>
      <span className={classes.marker} aria-hidden="true">
        {marker}
      </span>
      <span className={classes.texts}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state}>{stateText}</span>
      </span>
    </>
  );
  return (
    <li className={classes.entry} data-state={state} data-attention={needsAttention || undefined}>
      {state === "done" ? (
        <button type="button" className={classes.link} onClick={() => onGo(step)}>
          {label}
        </button>
      ) : (
        <span className={classes.link} aria-current={state === "open" ? "step" : undefined}>
          {label}
        </span>
      )}
    </li>
  );
}

const entries = (props: Props) =>
  FLOW_STEPS.map((step, index) => <RailEntry key={step} step={step} number={index + 1} {...props} />);

/** For wide screens. */
export function StepRail(props: Props) {
  const intl = useIntl();
  return (
    <nav className={classes.rail} aria-label={intl.formatMessage({ id: "newRequest.steps" })}>
      <ol className={classes.list}>{entries(props)}</ol>
    </nav>
  );
}

/** For phones: one line that opens the same list. */
export function StepCompact(props: Props) {
  const intl = useIntl();
  const number = FLOW_STEPS.indexOf(props.current) + 1;
  return (
    <details className={classes.compact}>
      <summary className={classes.compactSummary}>
        <span className={classes.compactCount}>
          <FormattedMessage id="newRequest.stepOf" values={{ number, total: FLOW_STEPS.length }} />
        </span>
        <span>{intl.formatMessage({ id: `newRequest.stepName.${props.current}` })}</span>
      </summary>
      <ol className={classes.list}>{entries(props)}</ol>
    </details>
  );
}
