/** The frame every step shares: card, what is missing on top, the form, and Next always at the same place (R58, R59, R62). */
import { FLOW_STEPS, type FlowStep } from "@accord/domain";
import { Button } from "@mantine/core";
import { createContext, type ReactNode, use } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { ErrorSummary, type FormProblem } from "../../../ui/error-summary";
import { useFlow } from "../flow-context";
import classes from "./flow-step.module.css";
import { type CardState, StepCard } from "./step-card";

export interface StepFrame {
  readonly states: Readonly<Record<FlowStep, CardState>>;
  readonly attention: ReadonlySet<FlowStep>;
  /** Said above the open step since the last refused Next or submission. */
  readonly problems: readonly FormProblem[];
  readonly focusSignal: number;
  readonly onNext: () => void;
  readonly isBusy: boolean;
  /** Stands beside Next: "Saved". */
  readonly status: ReactNode;
  /** Stands above Next: what the submission was answered with. */
  readonly answer: ReactNode;
}

export const StepFrameContext = createContext<StepFrame | null>(null);

interface Props {
  readonly step: FlowStep;
  readonly summary?: ReactNode;
  /** No way on: the request belongs to another portal. */
  readonly isBlocked?: boolean;
  /** Stands beside Next: what pressing it means. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function FlowStepCard({ step, summary, isBlocked = false, beside, children }: Props) {
  const frame = use(StepFrameContext);
  const { goTo } = useFlow();
  const { formatMessage } = useIntl();
  if (!frame) throw new Error("A step of the flow needs its StepFrameContext.");
  const state = frame.states[step];
  return (
    <StepCard
      id={`step-${step.toLowerCase()}`}
      number={FLOW_STEPS.indexOf(step) + 1}
      title={formatMessage({ id: `newRequest.stepTitle.${step}` })}
      state={state}
      needsAttention={frame.attention.has(step)}
      focusSignal={frame.focusSignal}
      onEdit={() => goTo(step)}
      summary={summary}
    >
      <div className={classes.form}>
        {state === "open" ? <ErrorSummary problems={frame.problems} /> : null}
        {children}
        {frame.answer}
      </div>
      {isBlocked ? null : (
        <div className={classes.actions}>
          <Button size="md" loading={frame.isBusy} onClick={frame.onNext}>
            <FormattedMessage id={step === "REVIEW" ? "newRequest.submit" : "newRequest.next"} />
          </Button>
          {beside}
          {frame.status}
        </div>
      )}
    </StepCard>
  );
}
