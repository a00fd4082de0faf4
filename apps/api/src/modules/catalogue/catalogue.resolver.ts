/** Products, versions, places and programmes, all from memory (R2, R20, R25-R30, R60, R70). */
import type { Country, Product, ProductVersion, Programme, Severity } from "@accord/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import { connectionOfList, type RowConnection } from "../../kernel/graphql/page.js";
import { PageArgs } from "../../kernel/graphql/page-arguments.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { CountryCodeScalar, DateTimeScalar, TimeZoneScalar } from "../../kernel/graphql/scalars.js";
import { expectFirstResponse } from "./expect-first-response.js";
import { routeOf, routes } from "./portal-routes.js";
import { searchProducts, searchVersions } from "./search-catalogue.js";
import type { SeverityLevel } from "./storage/catalogue.store.js";
import { CountryType, SeverityLevelType } from "./types/place.type.js";
import { PortalRouteType } from "./types/portal-route.type.js";
import {
  ProductConnectionType,
  ProductType,
  ProductVersionConnectionType,
  ProductVersionType,
} from "./types/product.type.js";
import { ProgrammeType } from "./types/programme.type.js";
import { SeverityEnum } from "./types/severity.type.js";

const SEARCH = { nullable: true, description: "Words to look for; the best match comes first." };

@Resolver()
export class CatalogueResolver {
  @Query(() => ProductConnectionType, { description: "Products that support is given for, by family and name." })
  catalogue(
    @Arg("search", () => String, SEARCH) search: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalogue }: RequestContext,
  ): RowConnection<Product> {
    return connectionOfList(searchProducts(catalogue, search), page);
  }

  @Query(() => ProductVersionConnectionType, {
    description: "Type-ahead over product and version names: best match first, then the newest.",
  })
  productVersions(
    @Arg("search", () => String, SEARCH) search: string | null,
    @Arg("productId", () => ID, { nullable: true, description: "Only versions of this product." }) productId:
      | string
      | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalogue }: RequestContext,
  ): RowConnection<ProductVersion> {
    return connectionOfList(searchVersions(catalogue, search, productId), page);
  }

  @Query(() => ProductType, lookUp("A product by its slug."))
  product(@Arg("id", () => ID, { description: "Slug." }) id: string, @Ctx() { catalogue }: RequestContext): Product {
    return found(catalogue.products.get(id));
  }

  @Query(() => ProductVersionType, lookUp("A product version by its slug."))
  productVersion(
    @Arg("id", () => ID, { description: "Slug." }) id: string,
    @Ctx() { catalogue }: RequestContext,
  ): ProductVersion {
    return found(catalogue.versions.get(id));
  }

  @AtMost(300)
  @Query(() => [CountryType], { description: "Countries with their time zones." })
  countries(@Ctx() { catalogue }: RequestContext): readonly Country[] {
    return catalogue.all.countries;
  }

  @AtMost(10)
  @Query(() => [SeverityLevelType], { description: "The severities, the most severe first." })
  severities(@Ctx() { catalogue }: RequestContext): readonly SeverityLevel[] {
    return catalogue.all.severities;
  }

  @Query(() => DateTimeScalar, {
    nullable: true,
    description:
      "When the first answer would be due if a request were submitted now; null for a country that is not on the list.",
  })
  expectedFirstResponse(
    @Arg("severity", () => SeverityEnum, { description: "The severity." }) severity: Severity,
    @Arg("support24x7", () => Boolean, { defaultValue: false, description: "Round-the-clock support." })
    support24x7: boolean,
    @Arg("country", () => CountryCodeScalar, { description: "Where the request is from." }) country: string,
    @Arg("timeZone", () => TimeZoneScalar, { description: "The zone of the request." }) timeZone: string,
    @Ctx() context: RequestContext,
  ): number | null {
    return expectFirstResponse(context, { severity, support24x7, country, timeZone });
  }

  @AtMost(500)
  @Query(() => [ProgrammeType], { description: "Programmes that grant support plans." })
  programmes(@Ctx() { catalogue }: RequestContext): readonly Programme[] {
    return catalogue.all.programmes;
  }

  @AtMost(50)
  @Query(() => [PortalRouteType], {
    description: "The routing table: which portal takes which products, this one first.",
  })
  portalRoutes(@Ctx() context: RequestContext): readonly PortalRouteType[] {
    return routes(context);
  }

  @Query(() => PortalRouteType, lookUp("The portal that takes the requests of one product."))
  portalRoute(
    @Arg("productId", () => ID, { description: "Slug of the product." }) productId: string,
    @Ctx() context: RequestContext,
  ): PortalRouteType {
    return routeOf(context, found(context.catalogue.products.get(productId)));
  }
}

const found = <Item>(item: Item | undefined): Item => {
  if (item === undefined) throw new RequestError("NOT_FOUND");
  return item;
};
