/** How a command that is done is told: a sentence that takes the focus and stays until the person goes on (WCAG 4.1.3). */
import { createContext, useContext, useEffect, useEffectEvent } from "react";

export interface Outcome {
  readonly text: string;
  /** Path of the page it is told on, when the command leads there (`/requests/new/*`: one below); else the open one. */
  readonly on?: string;
  /** It was not done, and the text says why: for a command whose place has no room for that. */
  readonly isRefused?: boolean;
}

export const OutcomeContext = createContext<(outcome: Outcome) => void>(() => undefined);

/** Tells an outcome at the top of the page. */
export const useOutcome = (): ((outcome: Outcome) => void) => useContext(OutcomeContext);

/** Tells `text` each time a command was done, in the words of the page as it is then: where the command changes its language. */
export function useToldAfter(timesDone: number, text: string | null): void {
  const tell = useOutcome();
  const onDone = useEffectEvent(() => {
    if (text !== null) tell({ text });
  });
  useEffect(() => {
    if (timesDone > 0) onDone();
  }, [timesDone]);
}
