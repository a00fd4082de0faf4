/** Type-ahead over the catalogue in memory: every word must be found, the best match comes first (F33). */
import { foldText, type Product, type ProductVersion } from "@accord/domain";
import { type CatalogueIndex, newestFirst } from "../../types/catalogue-index.js";

const LONGEST_SEARCH = 100;
/** Stands between the name of a product and that of its version; no search contains it. */
const BETWEEN = " \n ";

/** Names as they are compared, made once per catalogue. */
interface Names {
  readonly products: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, string>;
  readonly newest: readonly ProductVersion[];
}

const namesOfCatalogue = new WeakMap<CatalogueIndex, Names>();

const namesOf = (catalogue: CatalogueIndex): Names => {
  const known = namesOfCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const products = new Map(catalogue.all.products.map((product) => [product.id, foldText(product.name)]));
  const names: Names = {
    products,
    versions: new Map(
      catalogue.all.versions.map((version) => [
        version.id,
        foldText(`${catalogue.productOf(version).name}${BETWEEN}${version.name}`),
      ]),
    ),
    newest: [...catalogue.all.versions].sort(newestFirst),
  };
  namesOfCatalogue.set(catalogue, names);
  return names;
};

const wordsOf = (search: string | null | undefined): readonly string[] =>
  foldText((search ?? "").slice(0, LONGEST_SEARCH))
    .split(/\s+/)
    .filter((word) => word !== "");

/** How well a name answers the words; 0: not at all. The very name counts most, then a beginning of it, then beginnings of words. */
const scoreOf = (name: string, words: readonly string[]): number => {
  const text = words.join(" ");
  const parts = name.split(BETWEEN);
  const start = parts.includes(text) ? 8 : parts.some((part) => part.startsWith(text)) ? 4 : 0;
  return words.reduce((score, word) => {
    if (score === 0) return 0;
    const place = name.indexOf(word);
    if (place < 0) return 0;
    return score + (` ${name}`.includes(` ${word}`) ? 2 : 1);
  }, 1 + start);
};

const ranked = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  words: readonly string[],
): readonly Item[] => {
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, score: scoreOf(nameOf(item), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
};

export const searchProducts = (catalogue: CatalogueIndex, search: string | null | undefined): readonly Product[] => {
  const { products } = namesOf(catalogue);
  return ranked(catalogue.all.products, (product) => products.get(product.id) ?? "", wordsOf(search));
};

export const searchVersions = (
  catalogue: CatalogueIndex,
  search: string | null | undefined,
  productId: string | null | undefined,
): readonly ProductVersion[] => {
  const { versions, newest } = namesOf(catalogue);
  const candidates = productId === null || productId === undefined ? newest : catalogue.versionsOf(productId);
  return ranked(candidates, (version) => versions.get(version.id) ?? "", wordsOf(search));
};
