/** A command as what is drawn knows it. */

/** Why it was not done, in words. */
export interface RefusalText {
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
  /** Names the call in the server's log, shown small for support; none for a rule's "no", which says all there is. */
  readonly requestId?: string;
}

/** What a component needs that only shows how a command goes. */
export interface ShownCommand {
  readonly isBusy: boolean;
  /** What belongs to no field: the command as a whole was refused, or had no answer. */
  readonly problem: RefusalText | null;
  /** Forgets refusals and failure; what is under way goes on. */
  readonly reset: () => void;
}
