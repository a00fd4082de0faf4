/** The product's catalogue as every yardstick keeps it: read once, in memory, by id. */
import type { Category, Problem, Product, ProductVersion, Programme, Topic } from "@accord/domain";
import type { Sqlite } from "./sqlite.js";

export interface MemoryCatalogue {
  readonly products: ReadonlyMap<string, Product>;
  readonly versions: ReadonlyMap<string, ProductVersion>;
  readonly programmes: ReadonlyMap<string, Programme>;
  /** By family and category id. */
  readonly categories: ReadonlyMap<string, Category>;
  /** By family, category id and problem id. */
  readonly problems: ReadonlyMap<string, Problem>;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

export const documentOf = async (db: Sqlite, kind: string): Promise<unknown> => {
  const [row] = await db.all("SELECT content FROM catalogue_document WHERE kind = ?", kind);
  if (typeof row?.content !== "string") throw new Error(`the database holds no catalogue document "${kind}"`);
  return JSON.parse(row.content);
};

export const loadCatalogue = async (db: Sqlite): Promise<MemoryCatalogue> => {
  const topics = (await documentOf(db, "topics")) as readonly Topic[];
  const categories = new Map<string, Category>();
  const problems = new Map<string, Problem>();
  for (const topic of topics)
    for (const category of topic.categories) {
      categories.set(`${topic.family}/${category.id}`, category);
      for (const problem of category.problems) problems.set(`${topic.family}/${category.id}/${problem.id}`, problem);
    }
  return {
    products: byId((await documentOf(db, "products")) as readonly Product[]),
    versions: byId((await documentOf(db, "versions")) as readonly ProductVersion[]),
    programmes: byId((await documentOf(db, "programmes")) as readonly Programme[]),
    categories,
    problems,
  };
};
