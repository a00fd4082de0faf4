/** The verdict on the chosen version inside the flow: at the product field with what helps, and in the side panel as a sentence (R34, R36, F11). */
import { type ReactNode, useState } from "react";
import { useLocation } from "react-router";
import { type CoverageAction, CoverageVerdict } from "../catalogue";
import { useFlow } from "./flow-context";
import { AddPanel } from "./steps/plan/add-panel";
import { showAddAgreement, showBuying } from "./steps/plan/show-plan";
import { useRemedyControl } from "./use-remedy-control";

/** What the start page asked for, in the state of the address. */
type Asked = { readonly with?: "agreement" | "incident" } | null;

/** The sentence; nothing before a version is chosen and judged, nor for a product of another portal, whose way is told by itself. */
export function FlowCoverage({ renderAction }: { readonly renderAction?: (action: CoverageAction) => ReactNode }) {
  const { content, plans, isJudged, product, start } = useFlow();
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  if (version === undefined || plans === undefined || !isJudged || product?.portal.isHere !== true) return null;
  return (
    <CoverageVerdict
      key={version.id}
      version={version}
      facts={{ available: plans.availablePlans, unavailable: plans.unavailablePlans }}
      account={start.viewer}
      place={content}
      renderAction={renderAction}
      isLive={renderAction !== undefined}
    />
  );
}

/** Under the product field of step 1: the verdict, and adding or buying in place. */
export function CoverageHere() {
  const { change, judgeAgain, product } = useFlow();
  const asked = useLocation().state as Asked;
  const [isOpen, setOpen] = useState(
    () => asked?.with !== undefined || new URLSearchParams(window.location.search).has("buy"),
  );
  const open = (show: () => void) => (): void => {
    setOpen(true);
    show();
  };
  const renderAction = useRemedyControl({ onAddAgreement: open(showAddAgreement), onBuy: open(showBuying) });
  if (product?.portal.isHere !== true) return null;
  return (
    <>
      <FlowCoverage renderAction={renderAction} />
      {isOpen && (
        <AddPanel
          isOpen
          onToggle={setOpen}
          returnStep="problem"
          onAdded={async (planId) => {
            const judged = await judgeAgain();
            if (judged?.availablePlans.some(({ plan }) => plan.id === planId)) change({ planId });
          }}
        />
      )}
    </>
  );
}
