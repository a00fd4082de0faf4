/** Step 2 of the flow: the type of support (R34). */
import { FlowStepCard } from "../../frame/flow-step";
import { PlanForm } from "./form";
import { PlanSummary } from "./summary";

export function PlanStep() {
  return (
    <FlowStepCard step="PLAN" summary={<PlanSummary />}>
      <PlanForm />
    </FlowStepCard>
  );
}
