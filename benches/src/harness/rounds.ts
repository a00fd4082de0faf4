/** Interleaved rounds: every server gets one round in turn, again and again, so that a neighbour's noise meets all of them; medians. */
import type { LoadRequest } from "./load-generator.js";
import { cpuMicroseconds, type LoadProcess, residentMebibytes, type ServerProcess } from "./processes.js";

export interface Contender {
  readonly server: ServerProcess;
  readonly requests: readonly LoadRequest[];
}

export interface Measured {
  readonly name: string;
  readonly perSecond: number;
  /** CPU microseconds per request, all threads. */
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly rss: number;
  readonly bytes: number;
  readonly requests: number;
  readonly failures: number;
  readonly firstFailure: string | null;
}

export interface RoundPlan {
  readonly rounds: number;
  readonly milliseconds: number;
  /** Load before the first round, so that the engine has compiled what runs often. */
  readonly warmUpMilliseconds: number;
  readonly connections: number;
  /** Told after each round. */
  readonly onRound?: (round: number) => void;
}

/** Warms every contender up, then measures `plan.rounds` rounds of each. */
export const measure = async (
  load: LoadProcess,
  contenders: readonly Contender[],
  plan: RoundPlan,
): Promise<Measured[]> => {
  const taken = contenders.map((): Measured[] => []);
  for (let round = -1; round < plan.rounds; round += 1) {
    // Every other round runs backwards: nobody always comes after the same neighbour.
    const order = [...contenders.keys()];
    for (const index of round % 2 === 0 ? order : order.reverse()) {
      const contender = contenders[index];
      if (contender === undefined) continue;
      const one = await measureOnce(
        load,
        contender,
        round < 0 ? { ...plan, milliseconds: plan.warmUpMilliseconds } : plan,
      );
      if (round >= 0 || one.failures > 0) taken[index]?.push(one);
    }
    plan.onRound?.(round);
  }
  return taken.map((rounds, index) => medians(contenders[index]?.server.name ?? "", rounds));
};

const measureOnce = async (load: LoadProcess, { server, requests }: Contender, plan: RoundPlan): Promise<Measured> => {
  const before = cpuMicroseconds(server.pid);
  const { connections, milliseconds } = plan;
  const report = await load.run({ port: server.port, connections, milliseconds, requests });
  const cpu = (cpuMicroseconds(server.pid) - before) / Math.max(1, report.requests);
  const { p50, p95, p99, bytes, failures, firstFailure } = report;
  const rss = residentMebibytes(server.pid);
  return {
    name: server.name,
    perSecond: report.requests / report.seconds,
    cpu,
    p50,
    p95,
    p99,
    rss,
    bytes,
    requests: report.requests,
    failures,
    firstFailure,
  };
};

const medians = (name: string, rounds: readonly Measured[]): Measured => {
  const of = (pick: (one: Measured) => number): number => median(rounds.map(pick));
  return {
    name,
    perSecond: of((one) => one.perSecond),
    cpu: of((one) => one.cpu),
    p50: of((one) => one.p50),
    p95: of((one) => one.p95),
    p99: of((one) => one.p99),
    rss: Math.max(...rounds.map((one) => one.rss)),
    bytes: rounds.at(-1)?.bytes ?? 0,
    requests: rounds.reduce((sum, one) => sum + one.requests, 0),
    failures: rounds.reduce((sum, one) => sum + one.failures, 0),
    firstFailure: rounds.find((one) => one.firstFailure !== null)?.firstFailure ?? null,
  };
};

/** Middle value; the mean of the two in the middle for an even count. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};
