/** "What do you need help with?": a product is chosen, and before anything is typed it is said who pays for help with it (R34, R36, R60, F11). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconArrowRight, IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { newRequestPage, VENDOR_QUESTION } from "../../../lib/addresses";
import { KEEPS_PAGE } from "../../../lib/client";
import { useRefusalText } from "../../../lib/refusal-text";
import { useViewer } from "../../../lib/viewer";
import { FailureNotice } from "../../../ui/failure-notice";
import { LinkButton } from "../../../ui/link-button";
import { Notice } from "../../../ui/notice";
import { ProductSearch } from "../product-search/product-search";
import { CoverageOfVersionDocument, type CoverageOfVersionQuery } from "./coverage.generated";
import classes from "./coverage.module.css";
import { type CoverageAction, CoverageVerdict } from "./coverage-verdict";
import { ProductArticles } from "./product-articles";

type Version = CoverageOfVersionQuery["productVersion"];

/** The chosen version stands in the address: Back leads to what was asked. */
function useChosenVersion() {
  const [address, setAddress] = useSearchParams();
  const choose = (versionId: string): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        next.set("version", versionId);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [address.get("version"), choose] as const;
}

/** Requests for it are opened elsewhere: the way there, whatever the plan (R20–R30). */
function Elsewhere({ version }: { readonly version: Version }) {
  const { portal } = version.product;
  return (
    <Notice
      tone="info"
      isLive
      title={
        <FormattedMessage
          id="newRequest.elsewhere.title"
          values={{ product: version.product.name, portal: portal.name }}
        />
      }
    >
      <div className={classes.ways}>
        {portal.url && (
          <Button
            component="a"
            href={portal.url}
            target="_blank"
            rel="noopener noreferrer"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            <FormattedMessage id="newRequest.elsewhere.go" values={{ portal: portal.name }} />
          </Button>
        )}
        <Link to="/help/where-to-go">
          <FormattedMessage id="newRequest.elsewhere.table" />
        </Link>
      </div>
    </Notice>
  );
}

/** What helps is done in the flow, where the product is filled in already. */
function actionOf(versionId: string, choose: (versionId: string) => void) {
  return ({ kind, remedy, label, isFirst }: CoverageAction): ReactNode => {
    const look = { variant: isFirst ? "filled" : "default", size: "compact-md" } as const;
    const to = (more: Parameters<typeof newRequestPage>[1]) => (
      <LinkButton to={newRequestPage(versionId, more)} {...look}>
        {label}
      </LinkButton>
    );
    const other = remedy?.productVersion?.id;
    switch (kind) {
      case "CHOOSE_VERSION":
        return other === undefined ? null : (
          <Button {...look} onClick={() => choose(other)}>
            {label}
          </Button>
        );
      case "ADD_AGREEMENT":
        return to({ with: "agreement" });
      case "BUY_INCIDENT":
        return to({ with: "incident" });
      case "USE_PERSONAL_ACCOUNT":
        return to({});
      case "CONTACT_VENDOR":
        return (
          <LinkButton to={VENDOR_QUESTION} {...look}>
            {label}
          </LinkButton>
        );
      default:
        return null;
    }
  };
}

function Verdict({ data, choose }: { readonly data: CoverageOfVersionQuery; readonly choose: (id: string) => void }) {
  const viewer = useViewer();
  const { productVersion: version, availablePlans, unavailablePlans } = data;
  if (!version.product.portal.isHere) return <Elsewhere version={version} />;
  const { country, timeZone } = viewer.account.profile ?? { country: null, timeZone: null };
  return (
    <>
      <CoverageVerdict
        key={version.id}
        version={version}
        facts={{ available: availablePlans, unavailable: unavailablePlans }}
        account={viewer}
        place={{ country, timeZone, severity: null, support24x7: false }}
        renderAction={actionOf(version.id, choose)}
        isLive
      />
      <div className={classes.actions}>
        <LinkButton
          to={newRequestPage(version.id)}
          size="md"
          variant={availablePlans.length > 0 ? "filled" : "default"}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          <FormattedMessage id="start.describe" />
        </LinkButton>
      </div>
      <ProductArticles version={version} />
    </>
  );
}

export function ProductQuestion({ id }: { readonly id: string }) {
  const [versionId, choose] = useChosenVersion();
  const country = useViewer().account.profile?.country ?? null;
  const refusalText = useRefusalText();
  const { data, previousData, error, refetch } = useQuery(CoverageOfVersionDocument, {
    variables: { productVersionId: versionId ?? "", country },
    skip: versionId === null,
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  return (
    <div className={classes.question}>
      <ProductSearch
        id={id}
        label={<FormattedMessage id="start.question" />}
        chosenName={(data ?? previousData)?.productVersion.name ?? ""}
        onChoose={(version) => choose(version.id)}
      />
      {data === undefined && error !== undefined && versionId !== null && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && versionId !== null && <Verdict data={data} choose={choose} />}
    </div>
  );
}
