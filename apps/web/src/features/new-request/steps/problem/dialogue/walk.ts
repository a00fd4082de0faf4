/** Where what was said leads, in the dialogue as the page has it; whether it fits is the server's to judge. */
import type { TreeMove } from "@accord/domain";
import type { ProblemDialogueQuery } from "./dialogue.generated";

export type Dialogue = NonNullable<ProblemDialogueQuery["dialogue"]>;
export type Step = Dialogue["steps"][number];

/** The steps gone through and the one that waits; the step at a place is the one the move there belongs to. */
export function pathOf({ start, steps }: Dialogue, moves: readonly TreeMove[]): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const path: Step[] = [];
  for (let id: string | null = start, place = 0; id !== null; place += 1) {
    const step = byId.get(id);
    if (step === undefined) break;
    path.push(step);
    const move = moves[place];
    if (move?.stepId !== step.id) break;
    id = step.kind === "QUESTION" ? (step.answers.find((one) => one.id === move.answerId)?.next ?? null) : step.next;
  }
  return path;
}

/** Where a dialogue goes on: at evidence that was typed last, since it may not be complete; else at what waits. */
export function placeToGoOn(path: readonly Step[], moves: readonly TreeMove[]): number {
  const last = moves.length - 1;
  return path[last]?.kind === "EVIDENCE" ? last : path.length - 1;
}

/** Another answer leads elsewhere: what was said after it goes. The same one changes nothing. */
export const answered = (moves: readonly TreeMove[], place: number, stepId: string, answerId: string) =>
  moves[place]?.answerId === answerId ? moves : [...moves.slice(0, place), { stepId, answerId, value: null }];

/** Evidence leads on whatever it says: what was said after it stays. */
export function given(moves: readonly TreeMove[], place: number, { id, isOptional }: Step, value: string) {
  const isLast = place >= moves.length - 1;
  if (value.trim() === "" && (isLast || !isOptional)) return moves.slice(0, place);
  const move = { stepId: id, answerId: null, value: value === "" ? null : value };
  return [...moves.slice(0, place), move, ...moves.slice(place + 1)];
}
