/** Who pays for help with a product version, said as soon as it is chosen; or what would make it so (R34, R36, R65, R70, F11). */
import { coverageVerdict, FIRST_RESPONSE_HOURS, SEVERITIES, type Severity } from "@accord/domain";
import { skipToken, useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { KEEPS_PAGE } from "../../../lib/client";
import { useFormatters } from "../../../lib/formatters";
import { Notice } from "../../../ui/notice";
import {
  CoveragePricesDocument,
  type CoveragePricesQuery,
  type CoverageRemedyFragment,
  CoverageResponseDocument,
  type CoveringPlanFragment,
} from "./coverage.generated";
import classes from "./coverage.module.css";

interface CoveragePlace {
  readonly country: string | null;
  readonly timeZone: string | null;
  /** Null: not chosen yet; the promise is then the one that holds for each. */
  readonly severity: Severity | null;
  readonly support24x7: boolean;
}

interface CoverageFacts {
  readonly available: readonly { readonly plan: Omit<CoveringPlanFragment, "__typename"> }[];
  readonly unavailable: readonly {
    readonly reasons: readonly { readonly remedies: readonly CoverageRemedyFragment[] }[];
  }[];
}

/** What can be done, with the words for it. */
export interface CoverageAction {
  readonly kind: CoverageRemedyFragment["kind"];
  readonly remedy: CoverageRemedyFragment | null;
  readonly label: string;
  readonly isFirst: boolean;
}

interface Props {
  readonly version: { readonly id: string; readonly name: string };
  readonly facts: CoverageFacts;
  readonly account: { readonly canAddAgreement: boolean; readonly canPurchase: boolean };
  readonly place: CoveragePlace;
  /** Draws a button or a link that does it; null: the sentence alone stands there. Left out: nothing is offered here. */
  readonly renderAction?: (action: CoverageAction) => ReactNode;
  /** Said to readers when it appears. */
  readonly isLive?: boolean;
}

/** The severity answered last: what is promised for it holds for each. */
const SLOWEST = SEVERITIES.reduce((one, other) =>
  FIRST_RESPONSE_HOURS[other] > FIRST_RESPONSE_HOURS[one] ? other : one,
);

function FirstAnswer({ place }: { readonly place: CoveragePlace }) {
  const format = useFormatters();
  const { country, timeZone, support24x7 } = place;
  const severity = place.severity ?? SLOWEST;
  const { data } = useQuery(
    CoverageResponseDocument,
    country && timeZone
      ? {
          variables: { severity, support24x7, country, timeZone },
          context: KEEPS_PAGE,
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  const due = data?.expectedFirstResponse;
  if (!due || !timeZone) return null;
  return (
    <FormattedMessage
      id={place.severity === null ? "coverage.answer.latest" : "coverage.answer"}
      values={{ due: format.due(due, timeZone) }}
    />
  );
}

type Offer = CoveragePricesQuery["incidentOffers"]["offers"][number];

/** The least one has to buy. */
const smallestOf = (offers: readonly Offer[]): Offer | undefined =>
  offers.filter((offer) => offer.isUsable).sort((a, b) => a.packSize - b.packSize || a.amountMinor - b.amountMinor)[0];

function useWords() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return ({ kind, remedy }: Pick<CoverageAction, "kind" | "remedy">, offer: Offer | undefined): string => {
    switch (kind) {
      case "CHOOSE_VERSION":
        return formatMessage(
          { id: "newRequest.remedy.CHOOSE_VERSION" },
          { version: remedy?.productVersion?.name ?? "" },
        );
      case "USE_OTHER_PORTAL":
        return formatMessage({ id: "newRequest.remedy.USE_OTHER_PORTAL" }, { portal: remedy?.portal?.name ?? "" });
      case "ADD_AGREEMENT":
        return formatMessage({ id: "coverage.add" });
      case "BUY_INCIDENT":
        return formatMessage(
          { id: offer === undefined ? "newRequest.remedy.BUY_INCIDENT" : "coverage.buy" },
          { count: offer?.packSize ?? 1, price: offer ? format.money(offer.amountMinor, offer.currencyCode) : "" },
        );
      case "USE_PERSONAL_ACCOUNT":
        return formatMessage({ id: "newRequest.account.continue.personal" });
      default:
        return remedy?.message ?? formatMessage({ id: "coverage.ask" });
    }
  };
}

export function CoverageVerdict({ version, facts, account, place, renderAction, isLive = false }: Props) {
  const format = useFormatters();
  const wordsOf = useWords();
  const hasPlans = facts.available.length + facts.unavailable.length > 0;
  const sells = facts.unavailable.some(({ reasons }) =>
    reasons.some(({ remedies }) => remedies.some(({ kind }) => kind === "BUY_INCIDENT")),
  );
  const isAskingPrices = facts.available.length === 0 && renderAction !== undefined && (!hasPlans || sells);
  const { data: prices, loading } = useQuery(
    CoveragePricesDocument,
    isAskingPrices
      ? { variables: { productVersionId: version.id, country: place.country }, context: KEEPS_PAGE }
      : skipToken,
  );
  const offer = smallestOf(prices?.incidentOffers.offers ?? []);
  const verdict = coverageVerdict({
    available: facts.available,
    unavailable: facts.unavailable,
    account: { ...account, isSold: offer !== undefined },
  });
  if (verdict.kind === "COVERED") {
    const { usable, total, incidents, endsFirst, endsLast } = verdict;
    const values = {
      name: version.name,
      usable,
      total,
      limit: incidents === null ? "none" : "some",
      incidents: incidents ?? 0,
      ends: endsFirst === endsLast ? "same" : "apart",
      first: format.day(endsFirst),
      last: format.day(endsLast),
    };
    return (
      <Notice tone="good" isLive={isLive} title={<FormattedMessage id="coverage.covered" values={values} />}>
        <p>
          <FirstAnswer place={place} />
        </p>
      </Notice>
    );
  }
  // Without a plan it depends on what is sold: nothing is offered before that is known, and then all at once.
  const isWaiting = !hasPlans && isAskingPrices && loading;
  return (
    <Notice
      tone="soon"
      isLive={isLive}
      title={<FormattedMessage id="coverage.none" values={{ name: version.name, total: verdict.total }} />}
    >
      {renderAction !== undefined && !isWaiting && (
        <div className={classes.ways}>
          {verdict.ways.map((way, index) => {
            const label = wordsOf(way, offer);
            const drawn = renderAction({ ...way, label, isFirst: index === 0 });
            return <span key={way.kind}>{drawn ?? label}</span>;
          })}
        </div>
      )}
    </Notice>
  );
}
