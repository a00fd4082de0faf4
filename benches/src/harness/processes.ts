/** Child processes of a run: servers and the load generator, each pinned to a core of its own where the machine has two. */
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { LoadOrder, LoadReport } from "./load-generator.js";

const children = new Set<ChildProcess>();
const isPinned = availableParallelism() >= 2 && spawnSync("taskset", ["--version"]).status === 0;
/** Core of the server measured and of the load. */
export const cores = { server: 0, load: 1, isPinned };

const pin = (child: ChildProcess, core: number): void => {
  if (isPinned && child.pid !== undefined) spawnSync("taskset", ["-a", "-p", "-c", String(core), String(child.pid)]);
};

export interface ServerProcess {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  /** Spawn to the first 200 of its ready path, ms. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

export interface ServerStart {
  readonly name: string;
  readonly port: number;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Answers 200 as soon as the port is open. */
  readonly readyPath: string;
}

/** Starts a Node process and waits until its port answers; throws with its last lines when it ends or takes over a minute. */
export const startServer = async (start: ServerStart): Promise<ServerProcess> => {
  const spawnedAt = performance.now();
  const command = isPinned ? ["taskset", "-c", String(cores.server), process.execPath] : [process.execPath];
  const [program = process.execPath, ...first] = command;
  const child = spawn(program, [...first, ...start.args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...start.env },
  });
  children.add(child);
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  while (!(await answers(start.port, start.readyPath))) {
    if (child.exitCode !== null) throw new Error(`${start.name} ended with ${child.exitCode}:\n${output}`);
    if (performance.now() - spawnedAt > 60_000) throw new Error(`${start.name} does not answer:\n${output}`);
    await new Promise((done) => setTimeout(done, 4));
  }
  const readyAfter = performance.now() - spawnedAt;
  child.once("exit", (code, signal) => {
    if (children.has(child)) console.error(`${start.name} ended by itself (${signal ?? code}):\n${output}`);
  });
  return { name: start.name, port: start.port, pid: child.pid ?? 0, readyAfter, stop: () => stop(child) };
};

const answers = async (port: number, path: string): Promise<boolean> => {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`);
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    children.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(timer);
      done();
    });
    child.kill("SIGTERM");
  });

export interface LoadProcess {
  run(order: LoadOrder): Promise<LoadReport>;
  stop(): Promise<void>;
}

/** Starts the load generator. */
export const startLoad = (): LoadProcess => {
  const file = fileURLToPath(new URL("./load-generator.ts", import.meta.url));
  const child = fork(file, [], { execArgv: ["--import", "tsx"] });
  pin(child, cores.load);
  children.add(child);
  return {
    run: (order) =>
      new Promise((done, fail) => {
        child.once("message", (report) => done(report as LoadReport));
        child.send(order, (error) => error && fail(error));
      }),
    stop: () => stop(child),
  };
};

/** Ends whatever this run started; for an interrupted run. */
export const stopAll = (): void => {
  for (const child of children) child.kill("SIGKILL");
};

/** CPU time of all threads of a process, microseconds (resolution: one clock tick, 10 ms). */
export const cpuMicroseconds = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

/** Resident memory, MiB. */
export const residentMebibytes = (pid: number): number => {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(match?.[1] ?? 0) / 1024;
};
