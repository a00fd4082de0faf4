/** A help article, as it is kept and searched (R5, R55). */
import type { CivilDate } from "@accord/domain";

export type ArticleKind = "PRODUCT" | "PORTAL";

/** A problem of the catalogue's topics. */
export interface ProblemKey {
  readonly categoryId: string;
  readonly problemId: string;
}

export interface Article {
  /** Slug. */
  readonly id: string;
  readonly kind: ArticleKind;
  /** Of the product it is about; null: the portal. */
  readonly family: string | null;
  readonly problems: readonly ProblemKey[];
  readonly tags: readonly string[];
  readonly title: string;
  readonly titleRo: string | null;
  /** Markdown. */
  readonly body: string;
  readonly bodyRo: string | null;
  readonly audience: readonly string[];
  readonly updatedOn: CivilDate | null;
}
