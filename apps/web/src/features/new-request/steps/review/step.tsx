/** Step 5 of the flow: the review, left by submitting (R85). */
import { FlowStepCard } from "../../frame/flow-step";
import { ReviewForm } from "./form";
import { SubmitTerms } from "./submit-terms";
import { ReviewSummary } from "./summary";

export function ReviewStep() {
  return (
    <FlowStepCard step="REVIEW" summary={<ReviewSummary />} beside={<SubmitTerms />}>
      <ReviewForm />
    </FlowStepCard>
  );
}
