/** Buying incidents: offers, purchases, receipts (R23, R35, R72-R79, E17-E20, F24-F28). */
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../context.js";
import { connectionOfList } from "../../graphql/page.js";
import { payload } from "../../graphql/payload.js";
import { RequestError } from "../../graphql/request-error.js";
import { CountryCodeScalar } from "../../graphql/scalars.js";
import { AFTER, FIRST } from "../../types/page-arguments.js";
import {
  IncidentOffersType,
  PurchaseConnectionType,
  PurchaseTermsType,
  PurchaseType,
} from "../../types/purchase.type.js";
import { purchaseIncident } from "./purchase-incident.js";
import {
  PurchaseIncidentInput,
  PurchaseIncidentPayload,
  PurchasePayload,
  RefreshPurchaseInput,
  RefundPurchaseInput,
} from "./purchases.types.js";

@Resolver()
export class PurchasesResolver {
  @Query(() => IncidentOffersType, { description: "What can be bought; nothing where this portal sells no incidents." })
  incidentOffers(
    @Arg("country", () => CountryCodeScalar, {
      nullable: true,
      description: "Where the buyer is; default: the profile's country.",
    })
    _country: string | null,
    @Arg("productVersionId", () => ID, {
      nullable: true,
      description: "Version the offers are judged for; default: none.",
    })
    productVersionId: string | null,
    @Ctx() { catalogue }: RequestContext,
  ): object {
    if (productVersionId !== null && !catalogue.versions.has(productVersionId)) throw new RequestError("NOT_FOUND");
    return { offers: [], notSold: [], currencyCode: "USD", isFallbackCurrency: false, advice: null };
  }

  @Query(() => PurchaseConnectionType, { description: "Your purchases, newest first. Scope purchases:write." })
  purchases(
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
  ): object {
    return connectionOfList([], { first, after });
  }

  @Query(() => PurchaseType, {
    description: "A purchase of yours; any, for leads and administrators. Scope purchases:write.",
  })
  purchase(@Arg("id", () => ID, { description: "Id of the purchase." }) _id: string): object {
    throw new RequestError("NOT_FOUND");
  }

  @Query(() => PurchaseTermsType, { description: "The terms a buyer agrees to." })
  purchaseTerms(): object {
    return { version: "2026-11-01", url: "/help/purchase-terms" };
  }

  @Mutation(() => PurchaseIncidentPayload, {
    description: "Buys incidents by card, with a personal account. Scope purchases:write.",
  })
  purchaseIncident(
    @Arg("input", () => PurchaseIncidentInput, { description: "The purchase." }) _input: PurchaseIncidentInput,
    @Ctx() context: RequestContext,
  ): object {
    return payload(context, purchaseIncident(accountOf(context), context.settings));
  }

  @Mutation(() => PurchasePayload, {
    description:
      "Asks the payment provider how a purchase stands, such as on coming back from it. Scope purchases:write.",
  })
  refreshPurchase(
    @Arg("input", () => RefreshPurchaseInput, { description: "The purchase." }) _input: RefreshPurchaseInput,
  ): object {
    throw new RequestError("NOT_FOUND");
  }

  @Mutation(() => PurchasePayload, {
    description:
      "Gives the money of an unused purchase back, and takes its incidents back. For leads and administrators.",
  })
  refundPurchase(
    @Arg("input", () => RefundPurchaseInput, { description: "The purchase." }) _input: RefundPurchaseInput,
  ): object {
    throw new RequestError("NOT_FOUND");
  }
}
