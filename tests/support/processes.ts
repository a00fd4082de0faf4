/** Built servers and commands as processes of their own, killed when the test ends: what a crash or a second server is about. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "./test-server.js";

const api = (path: string): string => fileURLToPath(new URL(`../../apps/api/${path}`, import.meta.url));
const running = new Set<ChildProcess>();

/** Numbers high enough that no limit on attempts stands in the way of a race. */
export const MANY_ATTEMPTS = JSON.stringify({
  createRequestPerHour: 1_000_000,
  costBucket: 1_000_000_000,
  costRefillPerSecond: 1_000_000_000,
});

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SpawnedServer {
  readonly origin: string;
  readonly pid: number;
  /** Spawn to the first 200 of /readyz, ms; to be printed, never asserted. */
  readonly readyAfter: number;
  readonly ended: Promise<Ended>;
  /** SIGKILL; resolves when the process is gone. */
  crash(): Promise<void>;
  /** SIGTERM; resolves to how it ended. */
  stop(): Promise<Ended>;
}

const launch = (args: readonly string[], env: Environment): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((done) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      done({ code, signal, stdout, stderr });
    });
  });
  return { child, ended };
};

/** Runs `accord <args>` to its end. */
export const runCommand = (args: readonly string[], env: Environment): Promise<Ended> =>
  launch([api("bin/accord.mjs"), ...args], env).ended;

/** The same, to be killed (SIGKILL) on the way. */
export const launchCommand = (
  args: readonly string[],
  env: Environment,
): { readonly ended: Promise<Ended>; kill(): void } => {
  const { child, ended } = launch([api("bin/accord.mjs"), ...args], env);
  return { ended, kill: () => void child.kill("SIGKILL") };
};

/** Starts the built server without waiting: for one that is expected to refuse. */
export const launchServer = async (
  env: Environment,
): Promise<{ origin: string; pid: number; ended: Promise<Ended>; child: ChildProcess }> => {
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const { child, ended } = launch([api("dist/main.js")], { PORT: String(port), ACCORD_SEED: "reference", ...env });
  return { origin: `http://localhost:${port}`, pid: child.pid ?? 0, ended, child };
};

/** Starts the built server and waits until it is ready; throws with its output when it ends before. */
export const spawnServer = async (env: Environment): Promise<SpawnedServer> => {
  const begun = performance.now();
  const { origin, pid, ended, child } = await launchServer(env);
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!(await isReady(origin))) {
    if (hasEnded) {
      const { code, stdout, stderr } = await ended;
      throw new Error(`the server ended with ${code}\n${stdout}\n${stderr}`);
    }
    await new Promise((done) => setTimeout(done, 5));
  }
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return {
    origin,
    pid,
    ended,
    readyAfter: performance.now() - begun,
    crash: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
  };
};

const isReady = async (origin: string): Promise<boolean> => {
  try {
    const reply = await fetch(`${origin}/readyz`);
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
};

/** For afterAll: nothing a test started outlives it. */
export const killAll = async (): Promise<void> => {
  const children = [...running];
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(
    children.map((child) => new Promise((done) => (running.has(child) ? child.once("close", done) : done(null)))),
  );
};
