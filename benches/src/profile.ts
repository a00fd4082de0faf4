/** Where the time goes: a CPU profile of the product under one workload, its self time summed by package. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAccord } from "./accord.js";
import type { LoadRequest } from "./harness/load-generator.js";
import type { LoadProcess } from "./harness/processes.js";

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: Frame;
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface Share {
  readonly owner: string;
  /** Of the main thread's busy time, 0 to 1. */
  readonly share: number;
}

export interface ProfileOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly requests: readonly LoadRequest[];
  readonly milliseconds: number;
  readonly load: LoadProcess;
}

/** Runs the server with `--cpu-prof` under the load (after a warm-up); answers shares, the largest first. */
export const profileWorkload = async ({
  dataDir,
  port,
  requests,
  milliseconds,
  load,
}: ProfileOptions): Promise<{ packages: Share[]; functions: Share[] }> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-bench-"));
  try {
    const server = await startAccord(dataDir, port, {
      nodeArguments: ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"],
    });
    await load.run({ port, connections: 16, milliseconds, requests });
    await server.stop();
    const [file] = readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"));
    if (file === undefined) throw new Error("the server left no profile");
    const profile = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
    return summarise(profile, milliseconds * 1000 * 0.5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Sums the last `window` microseconds before the load ended: not the start, not the warm-up. */
const summarise = (profile: Profile, window: number): { packages: Share[]; functions: Share[] } => {
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const isIdle = (id: number): boolean => frames.get(id)?.functionName === "(idle)";
  let lastBusy = profile.samples.length - 1;
  // The end of the profile is the server stopping, after a stretch of idleness.
  while (lastBusy > 0 && isIdle(profile.samples[lastBusy] ?? 0)) lastBusy -= 1;
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let total = 0;
  let covered = 0;
  for (let index = lastBusy; index >= 0 && covered < window; index -= 1) {
    const delta = profile.timeDeltas[index] ?? 0;
    covered += delta;
    const frame = frames.get(profile.samples[index] ?? 0);
    if (frame === undefined || frame.functionName === "(idle)") continue;
    total += delta;
    const owner = ownerOf(frame);
    packages.set(owner, (packages.get(owner) ?? 0) + delta);
    const name = `${frame.functionName || placeOf(frame)} — ${owner}`;
    functions.set(name, (functions.get(name) ?? 0) + delta);
  }
  return { packages: largest(packages, total), functions: largest(functions, total) };
};

const largest = (sums: ReadonlyMap<string, number>, total: number): Share[] =>
  [...sums].map(([owner, time]) => ({ owner, share: time / Math.max(1, total) })).sort((a, b) => b.share - a.share);

const placeOf = ({ url, lineNumber }: Frame): string => `${url.split("/").at(-1)}:${lineNumber + 1}`;

const ownerOf = ({ functionName, url }: { functionName: string; url: string }): string => {
  if (functionName === "(garbage collector)") return "garbage collector";
  if (url === "")
    return functionName.startsWith("(") ? "native code and the kernel" : "native functions called from JavaScript";
  if (url.startsWith("node:")) return "node core";
  const module = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (module !== undefined && module !== "@accord") return module;
  const room = /\/(apps\/api\/dist\/(?:(?:kernel|modules)\/)?[^/]+|packages\/domain)/.exec(url)?.[1];
  return (
    room?.replace("apps/api/dist/", "accord: ").replace("packages/domain", "accord: domain") ??
    "compiled queries (graphql-jit)"
  );
};
