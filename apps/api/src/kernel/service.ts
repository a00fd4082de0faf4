/** What a module keeps in memory while the server runs: made once for a process, asked for by its own key. */
import type { Clock } from "../clock.js";
import type { Database } from "../storage/index.js";
import type { CatalogueIndex } from "../types/catalogue-index.js";

export interface ServiceGround {
  readonly db: Database;
  readonly clock: Clock;
  /** The catalogue of now. */
  readonly catalogue: () => CatalogueIndex;
}

/** Names a service; whoever may not import the key does not reach it. */
export interface ServiceKey<Service> {
  readonly start: (ground: ServiceGround) => Promise<{ readonly service: Service; readonly stop: () => void }>;
}

export interface Services {
  /** @throws Error when no module brings it */
  readonly of: <Service>(key: ServiceKey<Service>) => Service;
  readonly stop: () => void;
}

export const startServices = async (keys: readonly ServiceKey<unknown>[], ground: ServiceGround): Promise<Services> => {
  const running = new Map(
    await Promise.all(keys.map(async (key) => [key as object, await key.start(ground)] as const)),
  );
  return {
    of: <Service>(key: ServiceKey<Service>) => {
      const found = running.get(key);
      if (found === undefined) throw new Error("a service was asked for that no module brings");
      return found.service as Service;
    },
    stop: () => {
      for (const { stop } of running.values()) stop();
    },
  };
};
