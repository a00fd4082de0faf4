/** "What you can do": each way once, the best for this account first; buttons that do it, sentences where only waiting helps (F11, R47, R50, R72). */
import { rankedWays } from "@accord/domain";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useFlow } from "../../flow-context";
import { type Remedy, useRemedyControl } from "../../use-remedy-control";
import type { UnavailableEntry } from "./short-reasons";
import classes from "./unavailable.module.css";

interface Props {
  readonly plans: readonly UnavailableEntry[];
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

type Way = Remedy & { readonly planName: string };

/** The ways of all plans; a way to buy only where something is sold here. */
function useWays(plans: Props["plans"]): readonly Way[] {
  const { start } = useFlow();
  const named = plans.flatMap(({ plan, reasons }) =>
    reasons.flatMap(({ remedies }) => remedies.map((remedy) => ({ ...remedy, planName: plan.programme.name }))),
  );
  return rankedWays(named.filter(({ kind }) => kind !== "BUY_INCIDENT" || start.portalSettings.isPurchaseEnabled));
}

/** Empty for a way whose control has words of its own, or that has no control. */
function useLabel(): (way: Way) => string {
  const { plans } = useFlow();
  const { formatMessage, messages } = useIntl();
  return ({ kind, productVersion, planId, portal }) => {
    const other = plans?.availablePlans.find(({ plan }) => plan.id === planId)?.plan;
    const values = {
      version: productVersion?.name ?? "",
      plan: other?.programme.name ?? "",
      portal: portal?.name ?? "",
    };
    const id = `newRequest.remedy.${kind}`;
    return id in messages ? formatMessage({ id }, values) : "";
  };
}

export function WaysOut({ plans, ...does }: Props) {
  const { content, product } = useFlow();
  const format = useFormatters();
  const ways = useWays(plans);
  const controlOf = useRemedyControl(does);
  const labelOf = useLabel();
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
            {controlOf({ kind: way.kind, remedy: way, label: labelOf(way), isFirst: index === 0 })}
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
