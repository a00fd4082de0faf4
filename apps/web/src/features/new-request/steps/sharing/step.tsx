/** Step 4 of the flow: sharing the request (R82). */
import { FlowStepCard } from "../../frame/flow-step";
import { SharingForm } from "./form";
import { SharingSummary } from "./summary";

export function SharingStep() {
  return (
    <FlowStepCard step="SHARING" summary={<SharingSummary />}>
      <SharingForm />
    </FlowStepCard>
  );
}
