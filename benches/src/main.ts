/** The whole run: data, servers, rounds, report; red when an answer failed. Options: --quick (fewer and shorter rounds, no million), --try (every server is asked every workload for a moment, over few rows: whether it works), --profile (only profiles), --conversation, --pages and --search (only that section, written into the document), --no-write. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startAccord } from "./accord.js";
import { AUDIENCES, type ConversationResult, type Length, LONG_ENTRIES, measureConversation } from "./conversation.js";
import { conversationSection, writeConversation } from "./conversation-report.js";
import { copyOf, type PreparedData, prepareData, removeCopies } from "./data/prepare.js";
import { freePort } from "./harness/free-port.js";
import { type LoadProcess, type ServerProcess, stopAll } from "./harness/processes.js";
import { type Contender, measure, median } from "./harness/rounds.js";
import { measurePages } from "./pages.js";
import { pagesSection, writePages } from "./pages-report.js";
import { profileWorkload } from "./profile.js";
import { deepPageTable, documentOf, goalsOf, goalTable, growthTable, workloadTable } from "./report.js";
import { type Results, withoutAnswer } from "./results.js";
import { fail, flags, isQuick, isTry, problems, say, settings, startHeardLoad } from "./run.js";
import { measureSearch } from "./search.js";
import { searchSection, writeSearch } from "./search-report.js";
import { walkToPage } from "./walk.js";
import { type Dialect, pageRequest, requestsFor, type Topic, WORKLOADS, type WorkloadName } from "./workloads.js";
import { yardstick } from "./yardstick.js";

const results: Results = {
  conversation: null,
  search: [],
  pages: [],
  workloads: [],
  growth: [],
  deepPages: [],
  start: null,
  profiles: [],
};
const dialects: Readonly<Record<string, Dialect>> = {
  accord: "accord",
  bare: "bare",
  "mercurius + jit": "graphql",
  "tg-orm + express": "graphql",
};

// A problem of the family of the version that W1 and W3 ask about (windows-server).
const topic: Topic = { categoryId: "active-directory", problemId: "account-lockouts" };
const COPIES = ["accord", "conversation", "bare", "mercurius", "orm", "start", "profile"];

const measureWorkloads = async (load: LoadProcess, data: PreparedData): Promise<void> => {
  say("starting accord, bare, mercurius + jit and tg-orm + express, each on its own copy of the data");
  const servers = [
    await startAccord(copyOf(data, "accord"), await freePort()),
    await yardstick("bare", "bare.ts", copyOf(data, "bare")),
    await yardstick("mercurius + jit", "mercurius.ts", copyOf(data, "mercurius")),
    await yardstick("tg-orm + express", "orm/server.ts", copyOf(data, "orm")),
  ];
  const run = async (
    name: WorkloadName,
    connections: number,
    among: readonly ServerProcess[],
    rounds: number,
  ): Promise<void> => {
    const contenders = among.map(
      (server): Contender => ({
        server,
        requests: requestsFor(dialects[server.name] ?? "graphql", name, data.layout, data.spread, topic),
      }),
    );
    say(
      `${name} at ${connections} connections: ${rounds} rounds of ${settings.milliseconds} ms for ${among.length} servers`,
    );
    const measured = await measure(load, contenders, { ...settings, rounds, connections });
    results.workloads.push({ name, connections, servers: measured });
    console.log(workloadTable({ name, connections, servers: measured }));
    for (const silent of withoutAnswer(measured)) fail(`${silent} says too little to ${name}`);
  };
  for (const name of ["W1", "W2", "W4", "W3"] as const) await run(name, 16, servers, settings.rounds);
  if (!isQuick && !isTry) for (const connections of [1, 64]) await run("W3", connections, servers.slice(0, 2), 3);
  await Promise.all(servers.map((server) => server.stop()));
};

const measureSizes = async (load: LoadProcess, sizes: readonly PreparedData[]): Promise<void> => {
  const running: { data: PreparedData; accord: ServerProcess; bare: ServerProcess }[] = [];
  for (const data of sizes) {
    say(`starting accord and bare on ${data.layout.requests.toLocaleString("en")} requests`);
    const directory = copyOf(data, `size-${data.layout.requests}`);
    running.push({
      data,
      bare: await yardstick("bare", "bare.ts", directory),
      accord: await startAccord(directory, await freePort()),
    });
  }
  const plan = { ...settings, connections: 1 };
  const contenders = running.flatMap(({ data, accord, bare }): Contender[] => [
    { server: accord, requests: requestsFor("accord", "W2", data.layout, data.spread, topic) },
    { server: bare, requests: requestsFor("bare", "W2", data.layout, data.spread, topic) },
  ]);
  say("growth: first page of my requests at every size, one connection");
  const measured = await measure(load, contenders, plan);
  for (const [index, { data }] of running.entries()) {
    const [accord, bare] = [measured[index * 2], measured[index * 2 + 1]];
    if (accord !== undefined && bare !== undefined)
      results.growth.push({ requests: data.layout.requests, accord, bare });
  }
  console.log(growthTable(results));
  say("deep pages: page 1 and page 1,000 of the account with the long list");
  for (const { data, accord } of running.filter((one) => one.data.layout.hasHeavyAccount)) {
    const after = await walkToPage(accord.port, data.heavy, 1000, 20);
    const pages = [null, after].map(
      (cursor): Contender => ({ server: accord, requests: [pageRequest("accord", data.heavy, cursor)] }),
    );
    const [first, thousandth] = await measure(load, pages, plan);
    if (first !== undefined && thousandth !== undefined)
      results.deepPages.push({ requests: data.layout.requests, first, thousandth });
  }
  console.log(deepPageTable(results));
  for (const { accord, bare } of running) await Promise.all([accord.stop(), bare.stop()]);
};

const measureStart = async (load: LoadProcess, data: PreparedData): Promise<void> => {
  say(`start: ${settings.starts} starts over a seeded database`);
  const directory = copyOf(data, "start");
  const [portOpen, ready, firstAnswer]: [number[], number[], number[]] = [[], [], []];
  for (let start = 0; start < settings.starts; start += 1) {
    for (const [readyPath, times] of [
      ["/livez", portOpen],
      ["/readyz", ready],
    ] as const) {
      const server = await startAccord(directory, await freePort(), { readyPath });
      times.push(server.readyAfter);
      if (readyPath === "/readyz") {
        const requests = requestsFor("accord", "W1", data.layout, data.spread, topic);
        firstAnswer.push((await load.run({ port: server.port, connections: 1, milliseconds: 0, requests })).p50);
      }
      await server.stop();
    }
  }
  results.start = {
    portOpen: median(portOpen),
    ready: median(ready),
    firstAnswer: median(firstAnswer),
    starts: settings.starts,
  };
  say(
    `port open after ${results.start.portOpen.toFixed(0)} ms, ready after ${results.start.ready.toFixed(0)} ms, first answer ${results.start.firstAnswer.toFixed(0)} ms`,
  );
};

const profile = async (load: LoadProcess, data: PreparedData): Promise<void> => {
  for (const { name } of WORKLOADS) {
    say(`profile of ${name}`);
    const requests = requestsFor("accord", name, data.layout, data.spread, topic);
    const milliseconds = isQuick ? 4000 : 8000;
    const shares = await profileWorkload({
      dataDir: copyOf(data, "profile"),
      port: await freePort(),
      requests,
      milliseconds,
      load,
    });
    results.profiles.push({ name, ...shares });
    const lines = (list: typeof shares.packages, count: number): string =>
      list
        .slice(0, count)
        .map((one) => `    ${(one.share * 100).toFixed(1).padStart(5)} %  ${one.owner}`)
        .join("\n");
    console.log(
      `${lines(shares.packages, 18)}\n  functions\n${lines(shares.functions, flags.has("--profile") ? 45 : 12)}`,
    );
  }
};

const measureHelp = async (): Promise<void> => {
  const load = startHeardLoad();
  results.search = await measureSearch({ load, freePort, plan: settings, say });
  await load.stop();
  console.log(searchSection(results.search));
};

const measureTalk = async (load: LoadProcess, data: PreparedData, length: Length): Promise<ConversationResult> => {
  const port = await freePort();
  const result = await measureConversation({ load, data, topic, port, plan: settings, say, ...length });
  for (const { missing, subscribers } of result.deliveries)
    if (missing > 0) fail(`${missing} messages did not reach one of ${subscribers} subscribers`);
  return result;
};

/** Whether everybody still answers; the figures are of no worth. */
const tryOut = async (): Promise<void> => {
  const [data] = await prepareData([1000], freePort, say);
  if (data === undefined) throw new Error("no data");
  const load = startHeardLoad();
  await measureWorkloads(load, data);
  await measureTalk(load, data, { entries: 20, audiences: [10] });
  await load.stop();
  removeCopies(COPIES);
};

const main = async (): Promise<void> => {
  if (flags.has("--search")) {
    await measureHelp();
    return flags.has("--no-write") ? undefined : writeSearch(DOCUMENT, results.search);
  }
  if (isTry) return tryOut();
  const isOnly = flags.has("--profile") || flags.has("--conversation");
  if (!isOnly) {
    results.pages = await measurePages(await freePort(), settings.rounds, say);
    console.log(pagesSection(results.pages));
  }
  if (flags.has("--pages")) return flags.has("--no-write") ? undefined : writePages(DOCUMENT, results.pages);
  const sizes = isOnly ? [100_000] : isQuick ? [1000, 100_000] : [1000, 100_000, 1_000_000];
  say(`data: ${sizes.map((size) => size.toLocaleString("en")).join(", ")} requests (made once, kept in benches/.data)`);
  const prepared = await prepareData(sizes, freePort, say);
  const data = prepared.find((one) => one.layout.requests === 100_000);
  if (data === undefined) throw new Error("no data");
  const load = startHeardLoad();
  if (!isOnly) {
    await measureHelp();
    await measureWorkloads(load, data);
    await measureSizes(load, prepared);
    await measureStart(load, data);
  }
  if (!flags.has("--profile"))
    results.conversation = await measureTalk(load, data, { entries: LONG_ENTRIES, audiences: AUDIENCES });
  if (!flags.has("--conversation")) await profile(load, data);
  await load.stop();
  removeCopies([...COPIES, ...sizes.map((size) => `size-${size}`)]);
  if (results.conversation !== null) console.log(conversationSection(results.conversation));
  if (flags.has("--profile")) return;
  if (flags.has("--conversation"))
    return flags.has("--no-write") ? undefined : writeConversation(DOCUMENT, results.conversation);
  console.log(`\n${goalTable(goalsOf(results))}\n`);
  if (isQuick || flags.has("--no-write")) return say("done; docs/performance.md is written by a full run only");
  const text = documentOf(results, "npm run bench", new Date().toISOString().slice(0, 10));
  writeFileSync(DOCUMENT, text);
  say("done: docs/performance.md");
};

const DOCUMENT = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });
process.on("exit", stopAll);
await main();
if (problems.length > 0) {
  console.error(`\n${problems.length} problems, the first: ${problems[0]}`);
  process.exitCode = 1;
}
