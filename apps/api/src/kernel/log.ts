/** Where log lines go: readable for people at a terminal, JSON wherever something else reads them (K9). */
import { createRequire } from "node:module";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import type { PrettyOptions } from "pino-pretty";

/** What a line for people leaves out: who wrote it is on the screen, and the rest is in its sentence. */
const LEFT_OUT = "pid,hostname,reqId,method,route,status,ms,at,origin,sandbox,version,node,startedInMs";

/** What the lines are set to. */
interface LogSettings {
  /** null: lines for people where the output is a terminal, JSON elsewhere. */
  readonly logFormat: "json" | "text" | null;
  readonly logLevel: string;
}

/** Whether people read it. */
export const isForPeople = ({ logFormat }: Pick<LogSettings, "logFormat">, isTerminal: boolean): boolean =>
  (logFormat ?? (isTerminal ? "text" : "json")) === "text";

export const createLog = (config: LogSettings, isTerminal: boolean): FastifyBaseLogger => {
  const { logLevel } = config;
  if (isForPeople(config, isTerminal)) {
    // Loaded where it is used alone.
    const pretty = createRequire(import.meta.url)("pino-pretty") as typeof import("pino-pretty");
    return pino({ level: logLevel, base: null }, pretty(linesFor(isTerminal)));
  }
  // A line for each request: written together, a few times a second, not one system call each.
  const stdout = pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 });
  return pino({ level: logLevel, base: { pid: process.pid } }, stdout);
};

const linesFor = (colorize: boolean): PrettyOptions => ({
  colorize,
  translateTime: "SYS:HH:MM:ss",
  ignore: LEFT_OUT,
  sync: true,
  messageFormat: (line, key) =>
    line[key] === "request"
      ? `${line.method} ${line.route ?? "elsewhere"} ${line.status}, ${line.ms} ms`
      : String(line[key]),
});
