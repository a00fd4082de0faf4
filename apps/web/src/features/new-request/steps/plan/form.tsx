/** Step 2: the plan that pays for it, then severity, 24/7, country and time zone (R34, R63, R65, R68-R70). */
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useRefusalText } from "../../../../lib/refusal-text";
import { FailureNotice } from "../../../../ui/failure-notice";
import { CardSkeletons } from "../../../../ui/skeletons";
import { useFlow } from "../../flow-context";
import { AddPanel } from "./add-panel";
import { AvailablePlans } from "./available-plans";
import { PlaceFields } from "./place-fields";
import { SeverityFields } from "./severity-fields";
import { showAddAgreement, showBuying, showPlan } from "./show-plan";
import { UnavailablePanel } from "./unavailable-panel";

export function PlanForm() {
  const { content, change, plans, plansError, judgeAgain } = useFlow();
  const refusalText = useRefusalText();
  const [isAddOpen, setAddOpen] = useState(false);
  // From the card page, the bank or the sign-in: back to where the buying was.
  const [isReturning, setReturning] = useState(() => new URLSearchParams(window.location.search).has("buy"));
  const [isListOpen, setListOpen] = useState<boolean | null>(null);

  if (!plans) {
    return plansError ? (
      <FailureNotice text={refusalText(plansError)} onRetry={() => void judgeAgain()} />
    ) : (
      <CardSkeletons count={2} />
    );
  }
  const { availablePlans, unavailablePlans } = plans;
  const isChosenUsable = availablePlans.some(({ plan }) => plan.id === content.planId);
  const startAdding = (): void => {
    setAddOpen(true);
    showAddAgreement();
  };
  const startBuying = (): void => {
    setAddOpen(true);
    showBuying();
  };
  const onAdded = async (planId: string): Promise<void> => {
    // What is told in the panel stays there, whatever else would fold it.
    setAddOpen(true);
    const judged = await judgeAgain();
    const isUsable = judged?.availablePlans.some(({ plan }) => plan.id === planId) ?? false;
    if (isUsable) change({ planId });
    else setListOpen(true);
  };
  return (
    <>
      <AvailablePlans plans={availablePlans} lost={unavailablePlans.find(({ plan }) => plan.id === content.planId)} />
      <UnavailablePanel
        plans={unavailablePlans}
        isOpen={isListOpen ?? availablePlans.length === 0}
        onToggle={setListOpen}
        onAddAgreement={startAdding}
        onBuy={startBuying}
      />
      <AddPanel
        isOpen={isAddOpen || isReturning || (availablePlans.length === 0 && unavailablePlans.length === 0)}
        onToggle={(isOpen) => {
          setAddOpen(isOpen);
          setReturning(false);
        }}
        onAdded={onAdded}
        onShowPlan={showPlan}
        onAlreadyThere={(planId) => {
          if (!availablePlans.some(({ plan }) => plan.id === planId)) setListOpen(true);
        }}
      />
      {isChosenUsable ? (
        <>
          <SeverityFields />
          <PlaceFields />
        </>
      ) : (
        <p data-quiet>
          <FormattedMessage id="newRequest.plan.severityLater" />
        </p>
      )}
    </>
  );
}
