/** The verdict on the chosen version inside the flow: at the product field with what helps, and in the side panel as a sentence (R34, R36, F11). */
import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { useLocation } from "react-router";
import { VENDOR_QUESTION } from "../../lib/addresses";
import { type CoverageAction, CoverageVerdict } from "../../lib/plan-coverage/coverage-verdict";
import { LinkButton } from "../../ui/link-button";
import { ContinueWithAnotherAccount } from "./continue-with-another-account";
import { useFlow } from "./flow-context";
import { AddPanel } from "./steps/plan/add-panel";
import { showAddAgreement, showBuying } from "./steps/plan/show-plan";

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
  const { change, announce, judgeAgain, product } = useFlow();
  const { formatMessage } = useIntl();
  const asked = useLocation().state as Asked;
  const [isOpen, setOpen] = useState(
    () => asked?.with !== undefined || new URLSearchParams(window.location.search).has("buy"),
  );
  if (product?.portal.isHere !== true) return null;
  const open = (show: () => void) => (): void => {
    setOpen(true);
    show();
  };
  const renderAction = ({ kind, remedy, label, isFirst }: CoverageAction): ReactNode => {
    const variant = isFirst ? "filled" : "default";
    const does = (act: () => void) => (
      <Button variant={variant} size="compact-md" onClick={act}>
        {label}
      </Button>
    );
    const { productVersion, portal } = remedy ?? {};
    switch (kind) {
      case "CHOOSE_VERSION":
        return productVersion
          ? does(() => {
              change({ productId: productVersion.product.id, productVersionId: productVersion.id });
              announce(formatMessage({ id: "newRequest.product.chosen" }, { name: productVersion.name }));
            })
          : null;
      case "ADD_AGREEMENT":
        return does(open(showAddAgreement));
      case "BUY_INCIDENT":
        return does(open(showBuying));
      case "USE_PERSONAL_ACCOUNT":
        return <ContinueWithAnotherAccount kind="personal" />;
      case "USE_OTHER_PORTAL":
        return portal?.url ? (
          <Button
            component="a"
            href={portal.url}
            target="_blank"
            rel="noopener noreferrer"
            variant={variant}
            size="compact-md"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {label}
          </Button>
        ) : null;
      case "CONTACT_VENDOR":
        return (
          <LinkButton to={VENDOR_QUESTION} variant={variant} size="compact-md">
            {label}
          </LinkButton>
        );
      default:
        return null;
    }
  };
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
