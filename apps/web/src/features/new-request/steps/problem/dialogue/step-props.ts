/** What a step of the virtual agent is given: where it stands in the dialogue, and what its answers do. */
import type { TreeMove } from "@accord/domain";
import type { RefObject } from "react";
import type { Dialogue, Step } from "./walk";

export interface StepProps {
  readonly dialogue: Dialogue;
  readonly step: Step;
  readonly place: number;
  readonly moves: readonly TreeMove[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onSay: (moves: readonly TreeMove[]) => void;
  readonly onShow: (place: number) => void;
  readonly onLeave: () => void;
}
