/** A database whose k-th step fails (C-4): before it has an effect, after it, or when the unit is committed and nobody hears of it. */
import type { Database, WriteStores } from "../../apps/api/src/kernel/db/index.js";

export const FAULTS = ["before a step", "after a step", "after the commit"] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyDatabase {
  readonly db: Database;
  /** From now on the `step`-th (from 1) fails so, once. */
  arm(fault: Fault, step: number): void;
  /** Whether it came to that; nothing fails any more. */
  disarm(): boolean;
}

class Fallen extends Error {
  constructor() {
    super("a fault was planted here");
  }
}

type Method = (...given: readonly unknown[]) => unknown;

export const makeFaulty = (inner: Database): FaultyDatabase => {
  let armed: { readonly fault: Fault; left: number } | null = null;
  let hasFallen = false;
  const isDue = (fault: Fault): boolean => {
    if (armed === null || armed.fault !== fault) return false;
    armed.left -= 1;
    if (armed.left > 0) return false;
    armed = null;
    hasFallen = true;
    return true;
  };
  const step =
    (method: Method, owner: object): Method =>
    (...given) => {
      if (isDue("before a step")) throw new Fallen();
      const answer = method.apply(owner, [...given]);
      if (!(answer instanceof Promise)) return answer;
      return answer.then((value: unknown) => {
        if (isDue("after a step")) throw new Fallen();
        return value;
      });
    };
  const store = (one: object): object =>
    new Proxy(one, {
      get: (owner, name) => {
        const value: unknown = Reflect.get(owner, name);
        return typeof value === "function" ? step(value as Method, owner) : value;
      },
    });
  const stores = (tx: WriteStores): WriteStores =>
    new Proxy(tx, {
      get: (owner, name) => {
        const value: unknown = Reflect.get(owner, name);
        // What ends or announces a unit is no step of it.
        if (typeof value === "function") return value.bind(owner);
        return typeof value === "object" && value !== null ? store(value) : value;
      },
    });
  const run: Database["transaction"] = async (name, work, options) => {
    const value = await inner.transaction(name, (tx) => work(stores(tx)), options);
    if (isDue("after the commit")) throw new Fallen();
    return value;
  };
  const db = new Proxy(inner, {
    get: (owner, name) => {
      if (name === "run") return run;
      const value: unknown = Reflect.get(owner, name);
      return typeof value === "function" ? (value as Method).bind(owner) : value;
    },
  });
  return {
    db,
    arm: (fault, left) => {
      armed = { fault, left };
      hasFallen = false;
    },
    disarm: () => {
      armed = null;
      return hasFallen;
    },
  };
};
