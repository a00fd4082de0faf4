/** What is sold where the buyer is, judged for a version, with advice before a pack (R50, R74, R75, E19, F26, F27). */
import {
  adviceMessageOf,
  DAY,
  type IncidentOffer,
  judgeEntitlement,
  judgeOffer,
  type NothingSoldReason,
  type NotSold,
  offersFor,
  type PackAdvice,
  PURCHASE_MESSAGES,
  packAdvice,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { sentenceOf } from "../../kernel/text/sentences.js";
import { JudgedPlan, planStore } from "../agreements/module.js";
import { takenBy } from "./shop.js";
import { purchaseStore } from "./storage/purchase.store.js";
import type {
  IncidentOffersType,
  IncidentOfferType,
  NothingSoldType,
  OfferNotSoldType,
  PackAdviceType,
} from "./types/purchase.type.js";

const NOTHING = { offers: [], notSold: [], currencyCode: "USD", isFallbackCurrency: false, advice: null };

const nothingSold = ({ language }: RequestContext, because: NothingSoldReason): NothingSoldType =>
  PURCHASE_MESSAGES[language].nothingSold[because];

export interface AskedOffers {
  readonly country: string | null;
  readonly productVersionId: string | null;
}

/** @throws RequestError NOT_FOUND for a version that does not exist */
export const listOffers = async (context: RequestContext, asked: AskedOffers): Promise<IncidentOffersType> => {
  const { catalogue, settings, clock, db } = context;
  const version = asked.productVersionId === null ? null : (catalogue.versions.get(asked.productVersionId) ?? null);
  if (asked.productVersionId !== null && version === null) throw new RequestError("NOT_FOUND");
  const account = accountOf(context);
  const country = catalogue.countries.get(asked.country ?? account.profile?.country ?? "");
  if (!settings.isPurchaseEnabled) return { ...NOTHING, nothingSold: nothingSold(context, "PORTAL") };
  if (country === undefined) return { ...NOTHING, nothingSold: nothingSold(context, "PLACE_UNKNOWN") };
  const { offers, notSold, currency, isFallbackCurrency } = offersFor(
    country,
    catalogue.all.programmes,
    takenBy(context.shop),
  );
  const now = clock.now();
  const plans = version === null ? [] : await db.read.of(planStore).ofAccount(account.id);
  const judge = (offer: IncidentOffer): IncidentOfferType => {
    if (version === null) return { ...shownOf(context, offer), isUsable: true, unavailableBecause: [] };
    const need = catalogue.needOf(version, now);
    const { plan, unavailableBecause } = judgeOffer(offer, need, settings.entitlementTimeZone);
    const judged = new JudgedPlan(judgeEntitlement(plan, need), need, plans, country.code);
    return {
      ...shownOf(context, offer),
      isUsable: unavailableBecause.length === 0,
      unavailableBecause: judged.reasons,
    };
  };
  const advice = packAdvice(await db.read.of(purchaseStore).usedSince(account.id, now - 365 * DAY), offers);
  return {
    currencyCode: currency,
    isFallbackCurrency,
    offers: offers.map(judge),
    notSold: notSold.map((one) => notSoldOf(context, one, offers)),
    nothingSold: offers.length === 0 ? nothingSold(context, "PLACE") : null,
    advice: advice && adviceOf(context, advice),
  };
};

const shownOf = (
  { language }: RequestContext,
  offer: IncidentOffer,
): Omit<IncidentOfferType, "isUsable" | "unavailableBecause"> => ({
  ...offer,
  offerId: offer.id,
  currencyCode: offer.currency,
  taxName: offer.taxKind === null ? null : PURCHASE_MESSAGES[language].taxes[offer.taxKind],
});

const notSoldOf = (
  { language }: RequestContext,
  { programme, packSize, because }: NotSold,
  offers: readonly IncidentOffer[],
): OfferNotSoldType => ({
  programme,
  packSize,
  message: sentenceOf(language, PURCHASE_MESSAGES[language].notSold[because], {
    incidents: packSize,
    single: offers.some((offer) => offer.packSize === 1) ? "yes" : "no",
  }),
});

const adviceOf = ({ language }: RequestContext, advice: PackAdvice): PackAdviceType => ({
  ...advice,
  message: sentenceOf(language, adviceMessageOf(language, advice), {
    used: advice.usedLast12Months,
    unused: advice.expectedUnused,
    breakEven: advice.breakEven,
  }),
});
