/** The catalogue in memory with what every answer looks up in it: never read from the database for one request. */
import {
  type Category,
  type Country,
  dayAt,
  type EpochMs,
  endOfDay,
  explainAnswered,
  explainFirstResponse,
  type FirstResponseExplanation,
  type GeneralTopic,
  isGeneralSubject,
  type Language,
  type LifecyclePhase,
  lifecyclePhaseAt,
  type Need,
  type PackKind,
  type Pause,
  type Portal,
  type Problem,
  type Product,
  type ProductVersion,
  type Programme,
  type Region,
  retiredTopic,
  type Subject,
  type SupportRequest,
  startOfDay,
  subjectIdOf,
  subjectOf,
  type Topic,
} from "@accord/domain";
import type { Catalogue } from "../storage/catalogue.store.js";
import { CataloguePlaces } from "./catalogue-places.js";

/** Lifecycle days end in the catalogue's zone: the vendor states Pacific Time (E23). */
export const LIFECYCLE_ZONE = "America/Los_Angeles";

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

interface Asked extends Subject {
  readonly topic: GeneralTopic;
}

export class CatalogueIndex {
  readonly products: ReadonlyMap<string, Product>;
  readonly versions: ReadonlyMap<string, ProductVersion>;
  readonly portals: ReadonlyMap<string, Portal>;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly questions: ReadonlyMap<string, GeneralTopic>;
  readonly #subjects: ReadonlyMap<string, Asked>;
  readonly #versionsOf = new Map<string, ProductVersion[]>();
  readonly #phases = new Map<string, LifecyclePhase | null>();
  readonly places = new CataloguePlaces();
  #phasesFrom: EpochMs = 0;
  #phasesUntil: EpochMs = 0;

  constructor(
    readonly all: Catalogue,
    questions: readonly GeneralTopic[] = [],
  ) {
    this.products = byId(all.products);
    this.versions = byId(all.versions);
    this.portals = byId(all.portals);
    this.programmes = byId(all.programmes);
    this.regions = byId(all.regions);
    this.countries = new Map(all.countries.map((country) => [country.code, country]));
    this.topics = new Map(all.topics.map((topic) => [topic.family, topic]));
    this.questions = byId(questions);
    for (const { family, categories } of all.topics) this.places.add(family, categories);
    this.#subjects = new Map(questions.map((topic) => [subjectIdOf(topic), this.#ask(topic)]));
    for (const version of all.versions) {
      const siblings = this.#versionsOf.get(version.productId);
      if (siblings === undefined) this.#versionsOf.set(version.productId, [version]);
      else siblings.push(version);
    }
    for (const siblings of this.#versionsOf.values()) siblings.sort(newestFirst);
  }

  /** When the pack of this kind took effect; without one, the newest of all: what the program ships came with them. */
  inForceSince(kind: PackKind): EpochMs {
    const { inForceSince } = this.all;
    return inForceSince[kind] ?? Math.max(0, ...Object.values(inForceSince));
  }

  /** Newest first. */
  versionsOf(productId: string): readonly ProductVersion[] {
    return this.#versionsOf.get(productId) ?? [];
  }

  /** What requests about a product, or a topic, may have as their subject. */
  subjectIdsOf(productId: string): readonly string[] {
    return isGeneralSubject(productId) ? [productId] : this.versionsOf(productId).map(({ id }) => id);
  }

  #asked(id: string): Asked | undefined {
    if (!isGeneralSubject(id)) return undefined;
    return this.#subjects.get(id) ?? this.#ask(retiredTopic(id));
  }

  #ask(topic: GeneralTopic): Asked {
    const here = this.all.portals.find(({ isHere }) => isHere) ?? { id: "" };
    const subject = subjectOf(topic, here);
    this.places.add(subject.product.family, [subject.category]);
    return { topic, ...subject };
  }

  /** What a request is about: a version of the catalogue, or the topic of a question, which no list has (R99). */
  subjectOf(productVersionId: string): ProductVersion | undefined {
    return this.versions.get(productVersionId) ?? this.#asked(productVersionId)?.version;
  }

  /** The topic of a question about no product; null for a request about one. */
  questionOf(productVersionId: string): GeneralTopic | null {
    return this.#asked(productVersionId)?.topic ?? null;
  }

  /** What a product or a version is called: products in one way, topics in two. */
  nameOf({ id, name }: Pick<Product, "id" | "name">, language: Language): string {
    const topic = this.questionOf(id);
    return topic !== null && language === "ro" ? topic.nameRo : name;
  }

  productOf(version: ProductVersion): Product {
    const asked = this.#asked(version.id);
    if (asked !== undefined) return asked.product;
    return found(this.products.get(version.productId), `product ${version.productId}`);
  }

  portalOf(product: Product): Portal {
    return found(this.portals.get(product.portalId), `portal ${product.portalId}`);
  }

  regionOf(country: Country): Region {
    return found(this.regions.get(country.regionId), `region ${country.regionId}`);
  }

  categoryOf(version: ProductVersion, categoryId: string): Category {
    const asked = this.#asked(version.id);
    if (asked !== undefined) return asked.category;
    const category = this.topics
      .get(this.productOf(version).family)
      ?.categories.find((candidate) => candidate.id === categoryId);
    return category ?? this.places.goneCategory(this.productOf(version).family, categoryId);
  }

  problemOf(version: ProductVersion, categoryId: string, problemId: string): Problem {
    const category = this.categoryOf(version, categoryId);
    const problem = category.problems.find((candidate) => candidate.id === problemId);
    return problem ?? this.places.goneProblem(category, problemId);
  }

  /** The deadline of a request with its explanation; once answered, the one on record. */
  firstResponseOf(
    request: Omit<SupportRequest, "description">,
    pauses: readonly Pause[],
    now: EpochMs,
    respondedAt: EpochMs | null = null,
  ): FirstResponseExplanation {
    const country = found(this.countries.get(request.country), `country ${request.country}`);
    const asked = { ...request, country, region: this.regionOf(country), pauses, now };
    if (respondedAt === null) return explainFirstResponse(asked);
    return explainAnswered({ ...asked, respondedAt, dueAt: request.firstResponseDueAt });
  }

  /** What a request about `version` needs of a plan at `at`. */
  needOf(version: ProductVersion, at: EpochMs): Need {
    return { product: this.productOf(version), version, at, lifecycleZone: LIFECYCLE_ZONE };
  }

  /** The phase now; worked out once a day of the catalogue's zone. */
  phaseOf(version: ProductVersion, now: EpochMs): LifecyclePhase | null {
    if (now < this.#phasesFrom || now >= this.#phasesUntil) {
      const day = dayAt(now, LIFECYCLE_ZONE);
      this.#phasesFrom = startOfDay(day, LIFECYCLE_ZONE);
      this.#phasesUntil = endOfDay(day, LIFECYCLE_ZONE);
      this.#phases.clear();
    }
    const known = this.#phases.get(version.id);
    if (known !== undefined) return known;
    const phase = lifecyclePhaseAt(version, now, LIFECYCLE_ZONE);
    this.#phases.set(version.id, phase);
    return phase;
  }
}

/** By day of release, the newest first; then the current version of a track before the older ones. */
export const newestFirst = (a: ProductVersion, b: ProductVersion): number =>
  (b.releasedOn ?? "").localeCompare(a.releasedOn ?? "") || a.rank - b.rank || a.name.localeCompare(b.name);

const found = <Item>(item: Item | undefined, name: string): Item => {
  if (item === undefined) throw new Error(`the catalogue has no ${name}`);
  return item;
};

declare module "../../../kernel/graphql/context.js" {
  interface ModuleContext {
    /** The catalogue of now. */
    readonly catalogue: CatalogueIndex;
  }
}
