/** Which portal takes the requests of a product (R20, R25-R30). */
import type { Portal, Product, Topic } from "./product.js";

export interface Route {
  readonly portal: Portal;
  /** True when requests for the product are opened here. */
  readonly isHere: boolean;
}

/** The portal of a product. @throws RangeError when the catalogue names no such portal (a broken catalogue, not an input). */
export const routeProduct = (product: Product, portals: readonly Portal[]): Route => {
  const portal = portals.find((candidate) => candidate.id === product.portalId);
  if (portal === undefined) throw new RangeError(`product ${product.id} names an unknown portal`);
  return { portal, isHere: portal.isHere };
};

/** A line of the routing table: a portal, and what it takes (R30). */
export interface RouteLine {
  readonly portal: Portal;
  /** Family slugs, in the catalogue's order. */
  readonly families: readonly string[];
  readonly products: readonly Product[];
}

/** The whole routing table, one line per portal that takes a product, this portal first. */
export const routingTable = (products: readonly Product[], portals: readonly Portal[]): readonly RouteLine[] =>
  [...portals]
    .sort((a, b) => Number(b.isHere) - Number(a.isHere))
    .map((portal) => {
      const own = products.filter((product) => product.portalId === portal.id);
      return { portal, families: [...new Set(own.map((product) => product.family))], products: own };
    })
    .filter((line) => line.products.length > 0);

/** The family's name in a language; its slug when the catalogue has no topic for it. */
export const familyName = (family: string, topics: readonly Topic[], language: "en" | "ro"): string => {
  const topic = topics.find((candidate) => candidate.family === family);
  if (topic === undefined) return family;
  return language === "ro" ? topic.nameRo : topic.name;
};
