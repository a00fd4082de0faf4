/** What the purchased packs of the demo world cost, and their receipts: each has the one payment that V3 asks for. */
import { type CivilDate, type EpochMs, exponentOf, joinName, offersFor, receiptNumber } from "@accord/domain";
import type { WriteStores } from "../kernel/db/index.js";
import { accountStore } from "../modules/identity/module.js";
import type { referenceCatalogue } from "../modules/packs/module.js";
import { purchaseStore } from "../modules/purchases/module.js";

export interface DemoPurchase {
  readonly id: string;
  readonly planId: string;
  readonly programmeId: string;
  readonly accountId: string;
  readonly boughtOn: CivilDate;
  readonly at: EpochMs;
}

/** Paid before this portal kept purchases: no provider knows of it. */
export const seedPurchase = async (
  tx: WriteStores,
  { programmes, countries }: Pick<ReturnType<typeof referenceCatalogue>, "programmes" | "countries">,
  { id, planId, programmeId, accountId, boughtOn, at }: DemoPurchase,
): Promise<void> => {
  const account = await tx.of(accountStore).byId(accountId);
  const country = countries.find(({ code }) => code === (account?.profile?.country ?? "US"));
  const offers = country === undefined ? [] : offersFor({ ...country, isFivePackSold: true }, programmes).offers;
  const offer = offers.find(({ programme }) => programme.id === programmeId);
  if (account === null || country === undefined || offer === undefined) throw new Error(`${programmeId} has no price`);
  const year = Number(boughtOn.slice(0, 4));
  await tx.of(purchaseStore).create({
    id,
    accountId,
    gateway: "imported",
    offerId: offer.id,
    programmeId,
    packSize: offer.packSize,
    amountMinor: offer.amountMinor,
    currency: offer.currency,
    exponent: exponentOf(offer.currency),
    taxKind: offer.taxKind,
    taxBasisPoints: offer.taxBasisPoints,
    taxMinor: offer.taxMinor,
    state: "SUCCEEDED",
    declineCode: null,
    providerRef: null,
    challengeUrl: null,
    paymentMethodId: null,
    planId,
    draftId: null,
    consentVersion: null,
    consentAt: null,
    billing: { name: joinName(account), address: null, taxNumber: null },
    receiptNumber: receiptNumber(year, await tx.of(purchaseStore).nextReceiptCount(year)),
    receiptAt: at,
    country: country.code,
    createdAt: at,
    updatedAt: at,
    nextCheckAt: null,
    refundAskedAt: null,
    refundedBy: null,
    refundReason: null,
  });
};
