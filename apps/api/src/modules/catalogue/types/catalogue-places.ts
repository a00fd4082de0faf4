/** Where categories and problems stand: the slug of one is unique within its family, that of the other within its category. */
import type { Category, Problem } from "@accord/domain";
import { WITHIN } from "../../../kernel/graphql/slug-arguments.js";

export class CataloguePlaces {
  readonly #places = new WeakMap<Category | Problem, string>();
  readonly #categories = new Map<string, Category>();
  readonly #problems = new Map<string, Problem>();

  /** Categories of a family with their problems. */
  add(family: string, categories: readonly Category[]): void {
    for (const category of categories) {
      const place = `${family}${WITHIN}${category.id}`;
      this.#places.set(category, place);
      this.#categories.set(place, category);
      for (const problem of category.problems) {
        this.#places.set(problem, `${place}${WITHIN}${problem.id}`);
        this.#problems.set(`${place}${WITHIN}${problem.id}`, problem);
      }
    }
  }

  /** What a request names that the catalogue has no more; no id finds it. */
  goneCategory(family: string, id: string): Category {
    const gone = { id, name: id, nameRo: id, problems: [] };
    this.#places.set(gone, `${family}${WITHIN}${id}`);
    return gone;
  }

  /** As a category that is gone. */
  goneProblem(category: Category, id: string): Problem {
    const gone = { id, name: id, nameRo: id };
    this.#places.set(gone, `${this.of(category)}${WITHIN}${id}`);
    return gone;
  }

  /** Slugs of the family, the category and the problem, one within the other. @throws Error for what is of no catalogue */
  of(what: Category | Problem): string {
    const place = this.#places.get(what);
    if (place === undefined) throw new Error(`nobody knows where ${what.id} stands`);
    return place;
  }

  categoryAt(place: string): Category | null {
    return this.#categories.get(place) ?? null;
  }

  problemAt(place: string): Problem | null {
    return this.#problems.get(place) ?? null;
  }
}
