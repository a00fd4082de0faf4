/** Step 3 of the flow: the primary contact (R80). */
import { FlowStepCard } from "../../frame/flow-step";
import { PrimaryContactForm } from "./form";
import { PrimaryContactSummary } from "./summary";

export function PrimaryContactStep() {
  return (
    <FlowStepCard step="PRIMARY_CONTACT" summary={<PrimaryContactSummary />}>
      <PrimaryContactForm />
    </FlowStepCard>
  );
}
