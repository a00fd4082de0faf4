/** What a committed unit tells the living: who looks at a request, a queue or an account hears that it changed (F76). Ids only. */

export interface Change {
  /** `request`: its contacts and engineer; `queue`: all engineers; `account`: that person; `articles`: every process, which keeps them in memory; `resync`: something may have been missed. */
  readonly topic: "request" | "queue" | "account" | "articles" | "resync";
  /** Id of the request, the account or the article; empty for the other two. */
  readonly id: string;
  /** The timeline entry, where the change is one. */
  readonly entryId: string | null;
  /** Engineers only: a customer does not even learn that something happened. */
  readonly isInternal: boolean;
}

export const RESYNC: Change = { topic: "resync", id: "", entryId: null, isInternal: false };

export type Listener = (change: Change) => void;

/** Listeners of this process. One that throws does not keep the others from hearing. */
export class Publisher {
  readonly #listeners = new Set<Listener>();

  constructor(private readonly onFailure: (error: unknown) => void) {}

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(changes: readonly Change[]): void {
    for (const change of distinct(changes)) {
      for (const listener of this.#listeners) {
        try {
          listener(change);
        } catch (error) {
          this.onFailure(error);
        }
      }
    }
  }
}

/**
 * One unit may touch a request with several statements: it is told once for each entry, and without one only when there is none.
 * What changed beside an internal entry alone is internal with it.
 */
export const distinct = (changes: readonly Change[]): readonly Change[] => {
  const byKey = new Map(changes.map((one) => [`${one.topic}:${one.id}:${one.entryId ?? ""}`, one]));
  const withEntry = new Set([...byKey.values()].filter((one) => one.entryId !== null).map((one) => one.id));
  return [...byKey.values()].filter((one) => one.entryId !== null || !withEntry.has(one.id));
};
