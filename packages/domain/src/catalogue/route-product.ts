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

type Language = "en" | "ro";

/** What a family's products at one portal are, where others of the family go elsewhere; as the vendor tells them apart (R27, R28). */
const SHARES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "dynamics-365 power-platform": {
    en: "customer engagement, Business Central and others",
    ro: "customer engagement, Business Central și altele",
  },
  "dynamics-365 lifecycle-services": {
    en: "finance and operations, retail, talent",
    ro: "finanțe și operațiuni, retail, talent",
  },
  "dynamics-on-premises lifecycle-services": { en: "finance and operations", ro: "finanțe și operațiuni" },
};

/** The families of a line by name; one that other lines take a part of is told by what of it goes here. */
export const familyNamesOf = (
  line: RouteLine,
  table: readonly RouteLine[],
  topics: readonly Topic[],
  language: Language,
): readonly string[] =>
  line.families.map((family) => {
    const name = familyName(family, topics, language);
    if (table.every((other) => other === line || !other.families.includes(family))) return name;
    const products = line.products.filter((product) => product.family === family).map((product) => product.name);
    const share = SHARES[`${family} ${line.portal.id}`]?.[language] ?? products.join(", ");
    return `${name}: ${share}`;
  });

/** The family's name in a language; its slug when the catalogue has no topic for it. */
export const familyName = (family: string, topics: readonly Topic[], language: Language): string => {
  const topic = topics.find((candidate) => candidate.family === family);
  if (topic === undefined) return family;
  return language === "ro" ? topic.nameRo : topic.name;
};
