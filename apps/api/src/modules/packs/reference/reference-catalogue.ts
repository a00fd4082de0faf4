/** The reference data in our words: the first packs, the levels of severity and the articles. */
import type { Article, PackKind } from "@accord/domain";
import type { CatalogueContent } from "../../catalogue/module.js";
import { compileCatalogue } from "../compile.js";
import { contentOfText } from "../known-contents.js";
import type { PackContents } from "../shapes.js";
import { packSeed, readArticles, referenceSeverities, type SeedArticle } from "./seed-files.js";

/** The kinds the reference data has; teams and partner tenants come with the demo world. */
export const REFERENCE_KINDS = [
  "PORTALS",
  "TOPICS",
  "PRODUCTS",
  "PROGRAMMES",
  "REGIONS",
  "TAXES",
] as const satisfies readonly PackKind[];

export const referencePacks = (): { readonly kind: PackKind; readonly text: string }[] =>
  REFERENCE_KINDS.map((kind) => ({ kind, text: packSeed(kind) }));

/** What is no pack. */
export const referenceRest = (): Pick<CatalogueContent, "severities"> => ({ severities: referenceSeverities() });

/** The articles that are shipped. */
export const referenceArticles = (): readonly Article[] => readArticles().map(toArticle);

/** The whole catalogue as the seed files describe it. */
export const referenceCatalogue = (): CatalogueContent => {
  const contents = Object.fromEntries(
    referencePacks().map(({ kind, text }) => [kind, contentOfText(kind, text)]),
  ) as Partial<PackContents>;
  return { ...compileCatalogue(contents), ...referenceRest() };
};

const toArticle = (article: SeedArticle): Article => ({
  id: article.slug,
  kind: article.kind === "portal" ? "PORTAL" : "PRODUCT",
  family: article.family,
  problems: article.problems.map(({ category, problem }) => ({ categoryId: category, problemId: problem })),
  tags: article.tags,
  title: article.title,
  titleRo: article.ro.title,
  body: article.body,
  bodyRo: article.ro.body,
  audience: article.audience,
  related: article.related,
  updatedOn: article.updatedOn,
  revision: 1,
});
