/** The routing table in the answer's language (R20, R25-R30). */
import { familyNamesOf, type Product, type RouteLine, routeProduct, routingTable } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import type { PortalRouteType } from "./types/portal-route.type.js";

type Context = Pick<RequestContext, "catalogue" | "language">;

export const routes = ({ catalogue, language }: Context): readonly PortalRouteType[] =>
  lines(catalogue).map((line, _place, table) => ({
    ...line,
    families: familyNamesOf(line, table, catalogue.all.topics, language),
  }));

const lines = ({ all }: RequestContext["catalogue"]): readonly RouteLine[] => routingTable(all.products, all.portals);

/** The way of one product, told as in the table. */
export const routeOf = ({ catalogue, language }: Context, product: Product): PortalRouteType => {
  const { portal } = routeProduct(product, catalogue.all.portals);
  const table = lines(catalogue);
  const line = table.find((one) => one.portal.id === portal.id);
  const own = line && { ...line, families: [product.family] };
  const others = table.filter((one) => one !== line);
  const families = own === undefined ? [] : familyNamesOf(own, [own, ...others], catalogue.all.topics, language);
  return { portal, families, products: [product] };
};
