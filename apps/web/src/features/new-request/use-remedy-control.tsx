/** The control that does what helps where no plan may be used, inside the flow: the same at the product and at the plans (F11, R47, R50, R72). */
import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { VENDOR_QUESTION } from "../../lib/addresses";
import { LinkButton } from "../../ui/link-button";
import { ContinueWithAnotherAccount } from "./continue-with-another-account";
import { useFlow } from "./flow-context";
import type { UnavailableEntry } from "./steps/plan/short-reasons";
import { showPlan } from "./steps/plan/show-plan";

export type Remedy = UnavailableEntry["reasons"][number]["remedies"][number];

interface Shown extends Pick<Remedy, "kind"> {
  readonly remedy: Partial<Pick<Remedy, "productVersion" | "portal" | "planId">> | null;
  readonly label: string;
  readonly isFirst: boolean;
}

interface Panels {
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

/** Answers null where there is nothing to press. */
export function useRemedyControl({ onAddAgreement, onBuy }: Panels): (shown: Shown) => ReactNode {
  const { change, announce } = useFlow();
  const { formatMessage } = useIntl();
  return ({ kind, remedy, label, isFirst }) => {
    const { productVersion, portal, planId } = remedy ?? {};
    const look = { variant: isFirst ? "filled" : "default", size: "compact-md" } as const;
    const does = (act: () => void) => (
      <Button {...look} onClick={act}>
        {label}
      </Button>
    );
    switch (kind) {
      case "CHOOSE_VERSION":
        return productVersion
          ? does(() => {
              change({ productId: productVersion.product.id, productVersionId: productVersion.id });
              announce(formatMessage({ id: "newRequest.product.chosen" }, { name: productVersion.name }));
            })
          : null;
      case "CHOOSE_OTHER_PLAN":
        return planId
          ? does(() => {
              change({ planId });
              showPlan(planId);
            })
          : null;
      case "ADD_AGREEMENT":
        return does(onAddAgreement);
      case "BUY_INCIDENT":
        return does(onBuy);
      case "USE_PERSONAL_ACCOUNT":
        return <ContinueWithAnotherAccount kind="personal" variant={look.variant} />;
      case "CONTACT_VENDOR":
        return (
          <LinkButton to={VENDOR_QUESTION} {...look}>
            {label}
          </LinkButton>
        );
      case "USE_OTHER_PORTAL":
        return portal?.url ? (
          <Button
            component="a"
            href={portal.url}
            target="_blank"
            rel="noopener noreferrer"
            {...look}
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {label}
          </Button>
        ) : null;
      default:
        return null;
    }
  };
}
