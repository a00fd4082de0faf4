/** What a module keeps in memory while the server runs: made once for a process, asked for by its own key. */
import type { Clock } from "./clock.js";
import type { Database } from "./db/index.js";

export interface ServiceContext {
  readonly db: Database;
  readonly clock: Clock;
  /** What the program was started with. */
  readonly of: Services["of"];
}

/** Names a service; whoever may not import the key does not reach it. */
export interface ServiceKey<Service> {
  readonly start: (ground: ServiceContext) => Promise<{ readonly service: Service; readonly stop: () => void }>;
}

export interface Services {
  /** @throws Error when no module brings it */
  readonly of: <Service>(key: ServiceKey<Service>) => Service;
  readonly stop: () => void;
}

/** A service that is made by whoever starts the program, and given to `startServices`. */
export const given = <Service>(what: string): ServiceKey<Service> => ({
  start: () => Promise.reject(new Error(`the program was started without ${what}`)),
});

/** Finds what a program was started with, without services of modules. */
export const findGiven =
  (givens: readonly GivenService[]): Services["of"] =>
  <Service>(key: ServiceKey<Service>) => {
    const found = givens.find(([one]) => one === key);
    if (found === undefined) throw new Error("a service was asked for that this program was not started with");
    return found[1] as Service;
  };

/** A given service and what stands for it. */
export type GivenService = readonly [key: ServiceKey<unknown>, service: unknown];

export const startServices = async (
  keys: readonly ServiceKey<unknown>[],
  ground: Omit<ServiceContext, "of">,
  givens: readonly GivenService[] = [],
): Promise<Services> => {
  const services = new Map<object, unknown>(givens);
  const of: Services["of"] = <Service>(key: ServiceKey<Service>) => {
    if (!services.has(key)) throw new Error("a service was asked for that no module brings");
    return services.get(key) as Service;
  };
  const started = await Promise.all(keys.map((key) => key.start({ ...ground, of })));
  started.forEach(({ service }, place) => {
    services.set(keys[place] as object, service);
  });
  return {
    of,
    stop: () => {
      for (const { stop } of started) stop();
    },
  };
};
