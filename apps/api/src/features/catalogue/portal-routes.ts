/** The routing table in the answer's language (R20, R25-R30). */
import { familyName, type Product, routeProduct, routingTable } from "@accord/domain";
import type { RequestContext } from "../../context.js";
import type { PortalRouteType } from "../../types/portal-route.type.js";

type Context = Pick<RequestContext, "catalogue" | "language">;

export const routes = ({ catalogue, language }: Context): readonly PortalRouteType[] =>
  routingTable(catalogue.all.products, catalogue.all.portals).map((line) => ({
    ...line,
    families: line.families.map((family) => familyName(family, catalogue.all.topics, language)),
  }));

export const routeOf = ({ catalogue, language }: Context, product: Product): PortalRouteType => ({
  portal: routeProduct(product, catalogue.all.portals).portal,
  families: [familyName(product.family, catalogue.all.topics, language)],
  products: [product],
});
