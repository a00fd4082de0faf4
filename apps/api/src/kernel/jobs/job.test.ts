/** Jobs of modules: what runs before the server is ready, what a failure does, what stops. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServerContext } from "../server-context.js";
import { type Job, startJobs } from "./job.js";

const broken = (): Promise<never> => Promise.reject(new Error("broken"));
const told: string[] = [];
const context = {
  log: { error: (_fields: object, message: string) => void told.push(message) },
} as unknown as ServerContext;
const start = async (...jobs: readonly Partial<Job>[]): Promise<(() => unknown)[]> => {
  const undo: (() => unknown)[] = [];
  const whole = jobs.map((job): Job => ({ name: "sweeping", everyMs: null, run: async () => undefined, ...job }));
  await startJobs(whole, context, undo);
  return undo;
};

beforeEach(() => {
  told.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("what is required at the start keeps the server from starting; what is only awaited is told of", async () => {
  await expect(start({ atStart: "required", run: broken })).rejects.toThrow("broken");
  await start({ atStart: "awaited", run: broken });
  expect(told).toEqual(["sweeping failed"]);
});

it("what is begun at the start goes on beside it", async () => {
  const done: string[] = [];
  const slow = () => new Promise((resolve) => setTimeout(resolve, 1000)).then(() => done.push("slow"));
  await start({ atStart: "begun", run: slow });
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(["slow"]);
});

it("a job comes round until it is stopped, and its stop is waited for after that", async () => {
  const done: string[] = [];
  const run = async () => done.push("round");
  const stop = async () => done.push("stop");
  const undo = await start({ everyMs: 1000, run, stop });
  await vi.advanceTimersByTimeAsync(2500);
  for (const step of undo.reverse()) await step();
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).toEqual(["round", "round", "stop"]);
});
