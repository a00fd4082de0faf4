/** Step 1 of the flow: the problem (R33); no way on for a product of another portal (R25-R29). */
import { useFlow } from "../../flow-context";
import { FlowStepCard } from "../../frame/flow-step";
import { ProblemForm } from "./form";
import { ProblemSummary } from "./summary";

export function ProblemStep() {
  const { product } = useFlow();
  return (
    <FlowStepCard
      step="PROBLEM"
      summary={<ProblemSummary />}
      isBlocked={product !== undefined && !product.portal.isHere}
    >
      <ProblemForm />
    </FlowStepCard>
  );
}
