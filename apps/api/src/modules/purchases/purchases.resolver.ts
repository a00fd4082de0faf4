/** Buying incidents: offers, purchases, receipts (R23, R35, R72-R79, E17-E20, F24-F28). */
import type { Purchase, Result } from "@accord/domain";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import { connectionOfPage, pageRequestOf, type RowConnection } from "../../kernel/graphql/page.js";
import { PageArgs } from "../../kernel/graphql/page-arguments.js";
import { payload } from "../../kernel/graphql/payload.js";
import { CountryCodeScalar } from "../../kernel/graphql/scalars.js";
import { readReference } from "../references/module.js";
import { findPurchase, refreshPurchase } from "./find-purchase.js";
import { listOffers } from "./list-offers.js";
import { purchaseIncident } from "./purchase-incident.js";
import { purchasePayload } from "./purchase-payload.js";
import { PURCHASE_TERMS } from "./purchase-terms.js";
import {
  PurchaseFilterInput,
  PurchaseIncidentInput,
  PurchaseIncidentPayload,
  RefreshPurchaseInput,
  RefreshPurchasePayload,
  RefundPurchaseInput,
  RefundPurchasePayload,
} from "./purchases.types.js";
import { refundPurchase } from "./refund-purchase.js";
import { purchaseStore } from "./storage/purchase.store.js";
import { IncidentOffersType, PurchaseConnectionType, PurchaseType } from "./types/purchase.type.js";
import { PurchaseTermsType } from "./types/purchase-terms.type.js";

const shown = (result: Result<Purchase>): Result<{ readonly purchase: Purchase }> =>
  result.ok ? { ok: true, value: { purchase: result.value } } : result;

@Resolver()
export class PurchasesResolver {
  @Query(() => IncidentOffersType, { description: "What can be bought; nothing where this portal sells no incidents." })
  incidentOffers(
    @Arg("country", () => CountryCodeScalar, {
      nullable: true,
      description: "Where the buyer is; default: the profile's country.",
    })
    country: string | null,
    @Arg("productVersionId", () => ID, {
      nullable: true,
      description: "Version the offers are judged for; default: none.",
    })
    productVersionId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<IncidentOffersType> {
    return listOffers(context, { country: country ?? null, productVersionId: productVersionId ?? null });
  }

  @Query(() => PurchaseConnectionType, { description: "Your purchases, newest first. Scope purchases:write." })
  async purchases(
    @Arg("filter", () => PurchaseFilterInput, { nullable: true, description: "Which of them." })
    filter: PurchaseFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<Purchase>> {
    const { id } = accountOf(context);
    const purchases = context.db.read.of(purchaseStore);
    const called = readReference(filter ?? {}, ["filter"]);
    const rows = await purchases.ofAccount(id, pageRequestOf(page), called);
    return connectionOfPage(rows, page, () => purchases.countOfAccount(id, called));
  }

  @Query(() => PurchaseType, lookUp("A purchase of yours; any, for leads and administrators. Scope purchases:write."))
  purchase(
    @Arg("id", () => ID, { description: "Id of the purchase." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Purchase> {
    return findPurchase(context, id);
  }

  @Query(() => PurchaseTermsType, { description: "The terms a buyer agrees to." })
  purchaseTerms(): PurchaseTermsType {
    return PURCHASE_TERMS;
  }

  @Mutation(() => PurchaseIncidentPayload, {
    description: "Buys incidents by card, with a personal account. Scope purchases:write.",
  })
  async purchaseIncident(
    @Arg("input", () => PurchaseIncidentInput, { description: "The purchase." }) input: PurchaseIncidentInput,
    @Ctx() context: RequestContext,
  ): Promise<PurchaseIncidentPayload> {
    return purchasePayload(context, await purchaseIncident(context, input));
  }

  @Mutation(() => RefreshPurchasePayload, {
    description:
      "Asks the payment provider how a purchase stands, such as on coming back from it. Scope purchases:write.",
  })
  async refreshPurchase(
    @Arg("input", () => RefreshPurchaseInput, { description: "The purchase." }) input: RefreshPurchaseInput,
    @Ctx() context: RequestContext,
  ): Promise<RefreshPurchasePayload> {
    return { purchase: await refreshPurchase(context, input.purchaseId), userErrors: [] };
  }

  @Mutation(() => RefundPurchasePayload, {
    description:
      "Gives the money of an unused purchase back, and takes its incidents back. For leads and administrators.",
  })
  async refundPurchase(
    @Arg("input", () => RefundPurchaseInput, { description: "The purchase." }) input: RefundPurchaseInput,
    @Ctx() context: RequestContext,
  ): Promise<RefundPurchasePayload> {
    return payload(context, shown(await refundPurchase(context, input)));
  }
}
