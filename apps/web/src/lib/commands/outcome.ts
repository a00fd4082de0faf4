/** How a command that is done is told: a sentence that takes the focus and stays until the person goes on (WCAG 4.1.3). */
import { createContext, useContext } from "react";

export interface Outcome {
  readonly text: string;
  /** Path of the page it is told on, when the command leads there (`/requests/new/*`: one below); else the open one. */
  readonly on?: string;
}

export const OutcomeContext = createContext<(outcome: Outcome) => void>(() => undefined);

/** Tells an outcome at the top of the page. */
export const useOutcome = (): ((outcome: Outcome) => void) => useContext(OutcomeContext);
