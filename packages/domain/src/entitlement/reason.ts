/** The shape of an unavailability reason: what each file of reasons/ defines and what a judgement answers. */
import type { LifecyclePhase } from "../catalogue/product.js";
import type { SupportPlan } from "../plan/support-plan.js";
import type { CivilDate } from "../shared/calendar.js";
import type { Need } from "./need.js";

/** What a failing reason adds to its sentence. */
export interface Finding {
  /** The phase the version is in, for LIFECYCLE_PHASE_NOT_COVERED only. */
  readonly phase?: LifecyclePhase;
  /** The day the sentence names, when there is one. */
  readonly on?: CivilDate | null;
  /** Parameters of the sentence; a value under a key `on` or ending in `On` is a civil date. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ReasonDefinition<Code extends string = string> {
  readonly code: Code;
  /** Shown to people: 1, 2 and 8 are the vendor's, 3 to 5 ours. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 8;
  /** One English sentence for the schema and docs/rules.md. */
  readonly summary: string;
  /** Judged only for a product whose delivery the plan covers. */
  readonly needsCoveredDelivery: boolean;
  /** A finding when the reason stands against the plan, else null. Looks at no other reason. */
  readonly find: (plan: SupportPlan, need: Need) => Finding | null;
}
