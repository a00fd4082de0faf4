/** The lifecycle phase a need is judged in, worked out once however many plans are judged against it. */
import { lifecyclePhaseAt } from "../catalogue/lifecycle-phase.js";
import type { LifecyclePhase } from "../catalogue/product.js";
import type { Need } from "./need.js";

const KNOWN = new WeakMap<Need, LifecyclePhase | null>();

/** Null when the version follows its host. Needs are immutable, so remembering the answer changes nothing but the time. */
export const phaseOfNeed = (need: Need): LifecyclePhase | null => {
  const known = KNOWN.get(need);
  if (known !== undefined) return known;
  const phase = lifecyclePhaseAt(need.version, need.at, need.lifecycleZone);
  KNOWN.set(need, phase);
  return phase;
};
