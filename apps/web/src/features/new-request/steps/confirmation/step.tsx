/** Step 6 of the flow before submitting: a quiet title; what follows is a page of its own (R86). */
import { FlowStepCard } from "../../frame/flow-step";

export function ConfirmationStep() {
  return <FlowStepCard step="CONFIRMATION">{null}</FlowStepCard>;
}
