/** Where the help stands while somebody writes: other features show it without knowing it (R5, F62). */
import { type ComponentType, createContext, useContext } from "react";

export interface ArticleSuggestionsProps {
  /** What was typed so far. */
  readonly text: string;
  /** Only articles about these products; null: whatever is found. */
  readonly family: string | null;
  readonly productVersionId: string | null;
  readonly categoryId: string | null;
  readonly problemId: string | null;
  /** The unfinished request that a solved problem makes needless; null: there is none. */
  readonly draftId?: string | null;
  /** Offers "It solved my problem"; without it nothing is offered. */
  readonly solving?: Solving;
}

export interface Solving {
  /** What has to be kept before the draft may go. */
  readonly prepare: () => Promise<unknown>;
  /** Once it is said and the draft is gone. */
  readonly finish: () => unknown;
  /** The page that tells so. */
  readonly leadsTo: string;
}

export const SuggestionsSlotContext = createContext<ComponentType<ArticleSuggestionsProps> | null>(null);

/** Null where a page stands alone, as in a test of its own. */
export const useSuggestionsSlot = (): ComponentType<ArticleSuggestionsProps> | null =>
  useContext(SuggestionsSlotContext);
