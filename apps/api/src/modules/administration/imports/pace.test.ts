/** How an import takes its turns: a guest of another process's file waits for it, and only for it (K9). */
import { expect, it, vi } from "vitest";
import { type Database, UnavailableError, type WriteStores } from "../../../kernel/db/index.js";
import { runPatiently } from "./pace.js";

const stores = {} as WriteStores;
/** Fails so often with `code`, then does the work. */
const failing = (times: number, code: string) => {
  const run = vi.fn(async (_name: string, work: (tx: WriteStores) => Promise<unknown>) => {
    if (run.mock.calls.length <= times) throw new UnavailableError(code);
    return work(stores);
  });
  return { db: { transaction: run } as unknown as Database, run };
};

it("K9: a guest that got no turn asks again; its unit is done once", async () => {
  const { db, run } = failing(2, "SQLITE_BUSY");
  const work = vi.fn(async () => 7);
  expect(await runPatiently({ db, isGuest: true }, "write import", work)).toBe(7);
  expect(run).toHaveBeenCalledTimes(3);
  expect(work).toHaveBeenCalledTimes(1);
});

it.each([
  ["who is no guest", false, "SQLITE_BUSY", 1],
  ["a disk that is full", true, "SQLITE_FULL", 1],
  ["a lock that is never free", true, "SQLITE_BUSY", 10],
])("K9: %s is told of the failure", async (_title, isGuest, code, asked) => {
  const { db, run } = failing(1000, code);
  await expect(runPatiently({ db, isGuest }, "write import", async () => 1)).rejects.toThrow(UnavailableError);
  expect(run).toHaveBeenCalledTimes(asked);
});
