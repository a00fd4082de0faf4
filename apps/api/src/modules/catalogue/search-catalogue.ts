/** What the catalogue in memory answers to a search (F33); how names and aliases are matched is the domain's. */
import {
  type Product,
  type ProductVersion,
  rankProducts,
  type SearchableProduct,
  searchableProduct,
} from "@accord/domain";
import { type CatalogueIndex, newestFirst } from "./types/catalogue-index.js";

/** Names as they are compared, made once per catalogue. */
interface Searchables {
  readonly products: ReadonlyMap<Product, SearchableProduct>;
  readonly versions: ReadonlyMap<ProductVersion, SearchableProduct>;
  readonly newest: readonly ProductVersion[];
}

const searchablesOfCatalogue = new WeakMap<CatalogueIndex, Searchables>();

const searchablesOf = (catalogue: CatalogueIndex): Searchables => {
  const known = searchablesOfCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const { products, versions } = catalogue.all;
  const made: Searchables = {
    products: new Map(products.map((product) => [product, searchableProduct([product.name], product.aliases)])),
    versions: new Map(
      versions.map((version) => {
        const { name, aliases } = catalogue.productOf(version);
        return [version, searchableProduct([name, version.name], aliases)];
      }),
    ),
    newest: [...versions].sort(newestFirst),
  };
  searchablesOfCatalogue.set(catalogue, made);
  return made;
};

const NOTHING: SearchableProduct = { names: "", aliases: [] };

export const searchProducts = (catalogue: CatalogueIndex, search: string | null | undefined): readonly Product[] => {
  const { products } = searchablesOf(catalogue);
  return rankProducts(catalogue.all.products, (product) => products.get(product) ?? NOTHING, search ?? "");
};

export const searchVersions = (
  catalogue: CatalogueIndex,
  search: string | null | undefined,
  productId: string | null | undefined,
): readonly ProductVersion[] => {
  const { versions, newest } = searchablesOf(catalogue);
  const candidates = productId === null || productId === undefined ? newest : catalogue.versionsOf(productId);
  return rankProducts(candidates, (version) => versions.get(version) ?? NOTHING, search ?? "");
};
