/** The catalogue: reference data read whole into memory, one JSON document per kind (performance.md, section 6). */
import type { Country, Portal, Product, ProductVersion, Programme, Region, Severity, Topic } from "@accord/domain";

export interface SeverityLevel {
  readonly severity: Severity;
  readonly name: string;
  readonly nameRo: string;
  readonly impact: string;
  readonly impactRo: string;
  readonly responseHours: number;
  readonly offers24x7: boolean;
  readonly customerCommitment: string;
  readonly customerCommitmentRo: string;
}

export interface Article {
  /** Slug. */
  readonly id: string;
  readonly kind: "PRODUCT" | "PORTAL";
  readonly family: string | null;
  readonly problems: readonly { readonly categoryId: string; readonly problemId: string }[];
  readonly tags: readonly string[];
  readonly title: string;
  readonly titleRo: string | null;
  /** Markdown. */
  readonly body: string;
  readonly bodyRo: string | null;
  readonly audience: readonly string[];
  readonly updatedOn: string | null;
}

export interface Catalogue {
  /** Changes exactly when the content does: ETag of everything derived from it. Empty before the first seed. */
  readonly dataVersion: string;
  readonly products: readonly Product[];
  readonly versions: readonly ProductVersion[];
  readonly topics: readonly Topic[];
  readonly portals: readonly Portal[];
  readonly regions: readonly Region[];
  readonly countries: readonly Country[];
  readonly severities: readonly SeverityLevel[];
  readonly programmes: readonly Programme[];
  readonly articles: readonly Article[];
}

export interface CatalogueReads {
  load(): Promise<Catalogue>;
}

export interface CatalogueWrites extends CatalogueReads {
  /** Replaces what differs; false when nothing did. */
  replace(catalogue: Omit<Catalogue, "dataVersion">): Promise<boolean>;
}
