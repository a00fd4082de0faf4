/** What helps against one reason: buttons that do it, links that lead there, sentences where only waiting helps (F11). */
import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { VENDOR_QUESTION } from "../../../../lib/addresses";
import { LinkButton } from "../../../../ui/link-button";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import type { FlowReasonFragment } from "./form.generated";
import classes from "./plan-card.module.css";
import { showPlan } from "./show-plan";

type Remedy = FlowReasonFragment["remedies"][number];

const SHORT_WORDS: ReadonlySet<string> = new Set([
  "CHOOSE_VERSION",
  "CHOOSE_OTHER_PLAN",
  "ADD_AGREEMENT",
  "BUY_INCIDENT",
  "USE_OTHER_PORTAL",
  "READ_ARTICLE",
  "CONTACT_VENDOR",
]);

interface Props {
  readonly remedies: readonly Remedy[];
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

interface EntryProps extends Omit<Props, "remedies"> {
  readonly remedy: Remedy;
}

function RemedyEntry({ remedy, onAddAgreement, onBuy }: EntryProps) {
  const { change, announce, plans, start } = useFlow();
  const { formatMessage } = useIntl();
  const { productVersion, planId, articleId, portal } = remedy;
  const other = plans?.availablePlans.find(({ plan }) => plan.id === planId)?.plan;
  // Short words for the button; the server's sentence says the whole of it to readers.
  const hasWords = SHORT_WORDS.has(remedy.kind);
  const label =
    hasWords &&
    formatMessage(
      { id: `newRequest.remedy.${remedy.kind}` },
      { version: productVersion?.name ?? "", plan: other?.programme.name ?? "", portal: portal?.name ?? "" },
    );
  const does = (act: () => void) => (
    <Button variant="light" size="compact-md" title={remedy.message} onClick={act}>
      {label}
    </Button>
  );
  switch (remedy.kind) {
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
      return start.portalSettings.isPurchaseEnabled ? does(onBuy) : null;
    case "USE_PERSONAL_ACCOUNT":
      return <ContinueWithAnotherAccount kind="personal" />;
    case "READ_ARTICLE":
      return articleId ? (
        <LinkButton to={`/help/${articleId}`} variant="subtle" size="compact-md">
          {label}
        </LinkButton>
      ) : null;
    case "CONTACT_VENDOR":
      return (
        <LinkButton to={VENDOR_QUESTION} variant="subtle" size="compact-md">
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
          variant="light"
          size="compact-md"
          rightSection={<IconExternalLink size={14} aria-hidden />}
        >
          {label}
        </Button>
      ) : (
        <span className={classes.hint}>{remedy.message}</span>
      );
    default:
      return <span className={classes.hint}>{remedy.message}</span>;
  }
}

export function RemedyLine({ remedies, onAddAgreement, onBuy }: Props) {
  if (remedies.length === 0) return null;
  return (
    <div className={classes.remedies}>
      {remedies.map((remedy) => (
        <RemedyEntry
          key={[remedy.kind, remedy.planId, remedy.productVersion?.id, remedy.articleId].join(" ")}
          remedy={remedy}
          onAddAgreement={onAddAgreement}
          onBuy={onBuy}
        />
      ))}
    </div>
  );
}
