/** What a tree may name: the families, categories and problems of topics.json, the articles of articles.json. */
import { readFileSync } from "node:fs";
import { z } from "@accord/domain";

const named = z.object({ slug: z.string() });
const TOPICS = z.array(
  z.object({ family: z.string(), categories: z.array(named.extend({ problems: z.array(named) })) }),
);
const ARTICLES = z.array(
  named.extend({
    family: z.string().nullable(),
    problems: z.array(z.object({ category: z.string(), problem: z.string() })),
  }),
);

export interface KnownToTrees {
  hasFamily(family: string): boolean;
  hasCategory(family: string, category: string): boolean;
  hasProblem(family: string, category: string, problem: string): boolean;
  /** `family/category/problem` of each; null when there is no such article. */
  problemsOfArticle(slug: string): ReadonlySet<string> | null;
}

export const readKnown = (seeds: URL): KnownToTrees => {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, seeds), "utf8"));
  const topics = TOPICS.parse(read("topics.json"));
  const families = new Set(topics.map(({ family }) => family));
  const categories = new Set(topics.flatMap((topic) => topic.categories.map(({ slug }) => `${topic.family}/${slug}`)));
  const problems = new Set(
    topics.flatMap(({ family, categories: own }) =>
      own.flatMap((category) => category.problems.map(({ slug }) => `${family}/${category.slug}/${slug}`)),
    ),
  );
  const articles = new Map(
    ARTICLES.parse(read("articles.json")).map(({ slug, family, problems: about }) => [
      slug,
      new Set(about.map(({ category, problem }) => `${family}/${category}/${problem}`)),
    ]),
  );
  return {
    hasFamily: (family) => families.has(family),
    hasCategory: (family, category) => categories.has(`${family}/${category}`),
    hasProblem: (family, category, problem) => problems.has(`${family}/${category}/${problem}`),
    problemsOfArticle: (slug) => articles.get(slug) ?? null,
  };
};
