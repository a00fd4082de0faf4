/** Reads outside units, on read-only connections taken in turn; a unit reads through its own stores. */
import type { EntityManager } from "typeorm";
import type { ReadStores } from "./database.js";
import type { Sql } from "./sql.js";
import type { StoreContext } from "./store-context.js";
import { assertOutsideTransaction } from "./transaction-scope.js";
import { createReadStores } from "./transaction-stores.js";

export interface Reader {
  readonly sql: Sql;
  readonly manager: EntityManager;
}

/** No stored text holds a NUL, which PostgreSQL takes in no question either: what is asked for with one is there for nobody. */
const findable = <Value>(value: Value): Value =>
  (typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value) as Value;

/** Read stores over `readers`, taken in turn. */
export const createReadPool = (
  readers: readonly [Reader, ...Reader[]],
  shared: Pick<StoreContext, "cipher" | "programmes">,
): ReadStores => {
  let turn = 0;
  const next = (): Reader => {
    turn = (turn + 1) % readers.length;
    return readers[turn] ?? readers[0];
  };
  const sql: Sql = {
    dialect: readers[0].sql.dialect,
    all: (text, params) => {
      assertOutsideTransaction("a read of committed state");
      return next().sql.all(text, params?.map(findable));
    },
    run: () => Promise.reject(new Error("a read store does not write")),
  };
  return createReadStores({
    ...shared,
    sql,
    manager: async () => {
      assertOutsideTransaction("a read of committed state");
      return next().manager;
    },
  });
};
