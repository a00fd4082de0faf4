/** Hands the changes of committed units to who listens in this process; what they read about one change is read once for all. */
import type { Change, Database } from "../../db/index.js";
import { createLoaders, type Loaders } from "../loaders.js";
import { ANY_REQUEST, accountKey, requestKey } from "./live-field.js";

export type Subscriber = (change: Change) => void;

export class LiveHub {
  readonly #byKey = new Map<string, Set<Subscriber>>();
  #started: Promise<() => void> | null = null;
  readonly #loaders = new WeakMap<Change, Loaders>();

  constructor(private readonly db: Database) {}

  /** Hears from the first listener on: a process that nobody listens to needs no connection for it. */
  start(): Promise<unknown> {
    this.#started ??= this.db.subscribe((change) => this.#dispatch(change));
    return this.#started;
  }

  async stop(): Promise<void> {
    (await this.#started)?.();
  }

  /** Listeners there are, for metrics and tests. */
  get size(): number {
    let size = 0;
    for (const hearers of this.#byKey.values()) size += hearers.size;
    return size;
  }

  listen(keys: readonly string[], hear: Subscriber): () => void {
    for (const key of keys) {
      const hearers = this.#byKey.get(key) ?? new Set();
      hearers.add(hear);
      this.#byKey.set(key, hearers);
    }
    return () => {
      for (const key of keys) {
        const hearers = this.#byKey.get(key);
        hearers?.delete(hear);
        if (hearers?.size === 0) this.#byKey.delete(key);
      }
    };
  }

  /** Rows by id, shared by everybody who hears of one change; each viewer is judged on them. */
  loadersOf(change: Change): Loaders {
    const known = this.#loaders.get(change) ?? createLoaders(this.db);
    this.#loaders.set(change, known);
    return known;
  }

  #dispatch(change: Change): void {
    const keys = change.topic === "resync" ? [...this.#byKey.keys()] : keysOf(change);
    const hearers = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    for (const hear of hearers) hear(change);
  }
}

const keysOf = ({ topic, id }: Change): readonly string[] => {
  if (topic === "account") return [accountKey(id)];
  if (topic === "articles") return [];
  return topic === "request" ? [requestKey(id), ANY_REQUEST] : [ANY_REQUEST];
};
