/** "What you can do": each way once, the best for this account first; buttons that do it, sentences where only waiting helps (F11, R47, R50, R72). */
import { rankedWays } from "@accord/domain";
import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { VENDOR_QUESTION } from "../../../../lib/addresses";
import { useFormatters } from "../../../../lib/formatters";
import { LinkButton } from "../../../../ui/link-button";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import type { UnavailableEntry } from "./short-reasons";
import { showPlan } from "./show-plan";
import classes from "./unavailable.module.css";

interface Props {
  readonly plans: readonly UnavailableEntry[];
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

type Way = UnavailableEntry["reasons"][number]["remedies"][number] & { readonly planName: string };

/** The ways of all plans; a way to buy only where something is sold here. */
function useWays(plans: Props["plans"]): readonly Way[] {
  const { start } = useFlow();
  const named = plans.flatMap(({ plan, reasons }) =>
    reasons.flatMap(({ remedies }) => remedies.map((remedy) => ({ ...remedy, planName: plan.programme.name }))),
  );
  return rankedWays(named.filter(({ kind }) => kind !== "BUY_INCIDENT" || start.portalSettings.isPurchaseEnabled));
}

/** The control that does it; null where there is nothing to press. */
function useControl({ onAddAgreement, onBuy }: Omit<Props, "plans">) {
  const { change, announce, plans } = useFlow();
  const { formatMessage } = useIntl();
  return (way: Way, isFirst: boolean): ReactNode => {
    const { productVersion, planId, portal } = way;
    const look = { variant: isFirst ? "filled" : "default", size: "compact-md" } as const;
    const other = plans?.availablePlans.find(({ plan }) => plan.id === planId)?.plan;
    const values = {
      version: productVersion?.name ?? "",
      plan: other?.programme.name ?? "",
      portal: portal?.name ?? "",
    };
    const label = (id: string) => formatMessage({ id }, values);
    const does = (id: string, act: () => void) => (
      <Button {...look} onClick={act}>
        {label(id)}
      </Button>
    );
    switch (way.kind) {
      case "CHOOSE_VERSION":
        return productVersion
          ? does("newRequest.remedy.CHOOSE_VERSION", () => {
              change({ productId: productVersion.product.id, productVersionId: productVersion.id });
              announce(formatMessage({ id: "newRequest.product.chosen" }, { name: productVersion.name }));
            })
          : null;
      case "CHOOSE_OTHER_PLAN":
        return planId
          ? does("newRequest.remedy.CHOOSE_OTHER_PLAN", () => {
              change({ planId });
              showPlan(planId);
            })
          : null;
      case "ADD_AGREEMENT":
        return does("newRequest.remedy.ADD_AGREEMENT", onAddAgreement);
      case "BUY_INCIDENT":
        return does("newRequest.remedy.BUY_INCIDENT", onBuy);
      case "USE_PERSONAL_ACCOUNT":
        return <ContinueWithAnotherAccount kind="personal" variant={look.variant} />;
      case "CONTACT_VENDOR":
        return (
          <LinkButton to={VENDOR_QUESTION} {...look}>
            {label("newRequest.remedy.CONTACT_VENDOR")}
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
            {label("newRequest.remedy.USE_OTHER_PORTAL")}
          </Button>
        ) : null;
      default:
        return null;
    }
  };
}

export function WaysOut({ plans, ...does }: Props) {
  const { content, product } = useFlow();
  const format = useFormatters();
  const ways = useWays(plans);
  const controlOf = useControl(does);
  if (ways.length === 0) return null;
  const version = product?.versions.find((one) => one.id === content.productVersionId)?.name ?? product?.name ?? "";
  return (
    <section className={classes.ways} aria-labelledby="flow-ways">
      <h3 id="flow-ways" className={classes.waysTitle}>
        <FormattedMessage id="newRequest.ways" />
      </h3>
      <ol className={classes.wayList}>
        {ways.map((way, index) => (
          <li key={way.kind} className={classes.way}>
            {controlOf(way, index === 0)}
            <span className={classes.wayText}>
              <FormattedMessage
                id={`newRequest.way.${way.kind}`}
                values={{
                  version,
                  plan: way.planName,
                  on: way.on ? format.day(way.on) : "",
                  portal: way.portal?.name ?? "",
                }}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
