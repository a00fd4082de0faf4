/** Tables of a run: on the terminal, and as docs/performance.md. */
import { availableParallelism, totalmem } from "node:os";
import { conversationSection } from "./conversation-report.js";
import { cores } from "./harness/processes.js";
import type { Measured } from "./harness/rounds.js";
import { pagesSection } from "./pages-report.js";
import { find, type Results, type WorkloadResult } from "./results.js";
import { searchSection } from "./search-report.js";
import { WORKLOADS } from "./workloads.js";

const fixed = (value: number, digits = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

export const workloadTable = ({ servers }: WorkloadResult): string => {
  const bare = find(servers, "bare");
  return table(
    ["server", "requests/s", "to bare", "CPU µs a request", "p50 ms", "p99 ms", "RSS MiB", "answer bytes", "failures"],
    servers.map((one) => [
      one.name,
      fixed(one.perSecond),
      fixed(one.perSecond / bare.perSecond, 2),
      fixed(one.cpu),
      fixed(one.p50, 1),
      fixed(one.p99, 1),
      fixed(one.rss),
      fixed(one.bytes),
      fixed(one.failures),
    ]),
  );
};

export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isReached: boolean;
}

const ratio = (a: Measured, b: Measured): number => a.perSecond / b.perSecond;

/** The goals of stage 1 that this run has numbers for. */
export const goalsOf = (results: Results): Goal[] => {
  const goals: Goal[] = [];
  const atLeast = (what: string, value: number, limit: number): void => {
    goals.push({ what, goal: `≥ ${limit}`, measured: fixed(value, 2), isReached: value >= limit });
  };
  const atMost = (what: string, value: number, limit: number, unit = ""): void => {
    goals.push({
      what,
      goal: `≤ ${fixed(limit, unit === "" ? 1 : 0)}${unit}`,
      measured: `${fixed(value, unit === "" ? 2 : 0)}${unit}`,
      isReached: value <= limit,
    });
  };
  for (const { name, connections, servers } of results.workloads.filter((one) => one.connections === 16)) {
    const [accord, bare, orm] = [find(servers, "accord"), find(servers, "bare"), find(servers, "tg-orm + express")];
    atLeast(`${name} at ${connections} connections to the bare server`, ratio(accord, bare), name === "W3" ? 1 : 0.5);
    atLeast(`${name} to type-graphql + TypeORM + Express`, ratio(accord, orm), 4);
  }
  for (const { requests, first, thousandth } of results.deepPages)
    atMost(`page 1,000 to page 1 of my requests among ${fixed(requests)} (p50)`, thousandth.p50 / first.p50, 1.2);
  const [small, large] = [results.growth[0], results.growth.at(-1)];
  if (small !== undefined && large !== undefined && large.requests > small.requests)
    atMost(
      `page 1 at ${fixed(large.requests)} rows to page 1 at ${fixed(small.requests)} (p50)`,
      large.accord.p50 / small.accord.p50,
      2,
    );
  if (results.start !== null) atMost("start to open port, seeded database", results.start.portOpen, 800, " ms");
  return goals;
};

export const goalTable = (goals: readonly Goal[]): string =>
  table(
    ["goal (stage 1)", "wanted", "measured", "reached"],
    goals.map((one) => [one.what, one.goal, one.measured, one.isReached ? "yes" : "**no**"]),
  );

export const growthTable = (results: Results): string =>
  table(
    ["requests", "accord p50 ms", "accord CPU µs", "bare p50 ms", "bare CPU µs"],
    results.growth.map(({ requests, accord, bare }) => [
      fixed(requests),
      fixed(accord.p50, 2),
      fixed(accord.cpu),
      fixed(bare.p50, 2),
      fixed(bare.cpu),
    ]),
  );

export const deepPageTable = (results: Results): string =>
  table(
    ["requests in all", "page 1, p50 ms", "page 1,000, p50 ms", "ratio"],
    results.deepPages.map(({ requests, first, thousandth }) => [
      fixed(requests),
      fixed(first.p50, 2),
      fixed(thousandth.p50, 2),
      fixed(thousandth.p50 / first.p50, 2),
    ]),
  );

const profileText = (results: Results): string =>
  results.profiles
    .map(({ name, packages, functions }) => {
      const shares = (list: typeof packages, count: number): string =>
        list
          .slice(0, count)
          .filter((one) => one.share >= 0.01)
          .map((one) => `${one.owner} ${fixed(one.share * 100)} %`)
          .join(", ");
      return `- **${name}** by package: ${shares(packages, 14)}.\n  Largest functions: ${shares(functions, 10)}.`;
    })
    .join("\n");

/** docs/performance.md. */
export const documentOf = (results: Results, command: string, day: string): string => {
  const machine = `${availableParallelism()} cores, ${fixed(totalmem() / 2 ** 30)} GiB of memory, Node ${process.version}, ${process.platform} ${process.arch}`;
  const pinning = cores.isPinned
    ? "the server measured on one core, the load on the other"
    : "server and load share the cores";
  const workloads = results.workloads.map((one) => {
    const what = WORKLOADS.find((workload) => workload.name === one.name)?.what ?? "";
    return `### ${one.name}, ${one.connections} connections: ${what}\n\n${workloadTable(one)}`;
  });
  const start = results.start;
  return `# Performance

Written by \`${command}\` on ${day}; run it again to replace it. Machine: ${machine}; ${pinning}.

Read it as ratios: all servers of a table were measured in the same run, in interleaved rounds of one to two seconds each (order reversed every other round), medians over the rounds. CPU microseconds count all threads of the server process. Nothing here is a test: no suite asserts a time.

- **accord** — the built API as in production: personal access tokens checked against the database on every request, policies, cost and rate accounting on (their numbers raised by \`ACCORD_LIMITS\`), durable commits (\`synchronous=FULL\`), request log as it comes.
- **bare** — \`node:http\`, hand-written SQL over prepared statements of the package \`sqlite3\`, \`JSON.stringify\`; the same rows, the same rule for W1; no sign-in, no policies, no limits; one synced commit per created request.
- **mercurius + jit** — the same SQL and documents behind Fastify and graphql-jit; no sign-in, no limits.
- **tg-orm + express** — type-graphql, TypeORM's QueryBuilder and Express 5 as they come out of the box; no sign-in, no limits.

Data: ${fixed(results.growth.find((one) => one.requests === 100_000)?.requests ?? 100_000)} requests in the tables W1–W4 (one account has a quarter of them, the others 50 each), generated by SQL into the product's own migrated schema, the same rows on every machine; 16 accounts ask in turn.

## Goals

${goalTable(goalsOf(results))}

## Workloads

${workloads.join("\n\n")}

## Deep pages

Page 1 and page 1,000 (20 rows each) of the account that has a quarter of all requests, one connection.

${deepPageTable(results)}

## Growth

First page of my requests, one connection, 16 accounts in turn.

${growthTable(results)}

## Start

${start === null ? "Not measured in this run." : `Seeded database with 100,000 requests, median of ${start.starts} starts: port open (first answer of \`/livez\`) after ${fixed(start.portOpen)} ms, ready (\`/readyz\`) after ${fixed(start.ready)} ms; the first W1 request after that takes ${fixed(start.firstAnswer)} ms.`}

${results.conversation === null ? "" : conversationSection(results.conversation)}
${results.search.length === 0 ? "" : searchSection(results.search)}
${results.pages.length === 0 ? "" : pagesSection(results.pages)}
## Where the time goes

Shares of the main thread's busy time under load (\`--cpu-prof\`, 16 connections, self time). The package \`sqlite3\` runs SQL on threads of its own: what it shows here is only the crossing.

${results.profiles.length === 0 ? "Not profiled in this run." : profileText(results)}
`;
};
