/** A large import beside a running server (K9, decision 27): people save meanwhile, and a death in the middle leaves nothing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { agreementImportStore } from "../../apps/api/src/modules/administration/module.js";
import { managedPlanStore, planStore } from "../../apps/api/src/modules/agreements/module.js";
import { createRequest } from "../support/create-request.js";
import { testDatabases } from "../support/databases.js";
import { type Ended, killAll, launchCommand, MANY_ATTEMPTS, runCommand, spawnServer } from "../support/processes.js";
import { isLong } from "../support/tier.js";
import { slicesWaited, startUnitTrace, type UnitTrace } from "../support/unit-trace.js";
import { createWorld, type Holder, type World } from "../support/world.js";

const ROWS = isLong ? 50_000 : 1500;
const PEOPLE = 4;
/** Later than whoever worked on an import is taken for dead, on the clock of the next command. */
const LATER = 5 * 60_000;
const SLICES = ["check import", "write import"];
const HEAD = "programme,accessId,agreementId,startsOn,incidents,recipientName,recipientEmail";
const cleanUp: (() => void)[] = [];
afterAll(async () => {
  await killAll();
  for (const each of cleanUp) each();
});

it("K9: a wait is counted in the slices that were written meanwhile", () => {
  const slice = { pid: 2, unit: "2.1", name: "write import" };
  const trace = [
    { pid: 1, unit: "1.1", phase: "came", name: "create request" },
    ...[1, 2, 3].map(() => ({ ...slice, phase: "committed" })),
    { pid: 1, unit: "1.1", phase: "committed", name: "create request" },
    { pid: 1, unit: "1.2", phase: "came", name: "create request" },
    { pid: 1, unit: "1.2", phase: "committed", name: "create request" },
  ];
  expect(slicesWaited(trace, { pid: 1, slices: SLICES })).toEqual([3, 0]);
});

describe.each(["sqlite", "postgres"] as const)("a large import (%s)", (dialect) => {
  const databases = testDatabases(dialect);
  const newWorld = async (): Promise<World> => {
    const more = dialect === "postgres" ? { databaseUrl: await databases.newUrl() } : {};
    const world = await createWorld({ holders: PEOPLE, agreements: [1_000_000], ...more });
    cleanUp.push(() => world.remove());
    return world;
  };
  const newTrace = (): UnitTrace => {
    const trace = startUnitTrace();
    cleanUp.push(() => trace.remove());
    return trace;
  };
  const fileOf = ({ env }: World, name: string): string => {
    const path = join(env.DATA_DIR ?? "", `${name}.csv`);
    const rows = Array.from(
      { length: ROWS },
      (_, place) =>
        `visual-studio-enterprise,${name}-${place},${place}7,2026-10-01,5,Ana Pop,ana${place}@reliability.example`,
    );
    writeFileSync(path, [HEAD, ...rows].join("\n"));
    return path;
  };
  /** What anybody could notice of it. */
  const seen = ({ look }: World, name: string) =>
    look(async (db) => ({
      plans: await db.read.of(managedPlanStore).count({ now: Date.now() }),
      first: (await db.read.of(planStore).byPair({ accessId: `${name}0`, agreementId: "07" })) !== null,
      breaches: await db.verify(Date.now()),
    }));

  it(`K9: ${ROWS} rows beside a running server: people save meanwhile, and no save fails`, {
    timeout: 1_200_000,
  }, async () => {
    const world = await newWorld();
    const [planId = ""] = world.planIds;
    const trace = newTrace();
    const server = await spawnServer({ ...world.env, ...trace.env, ACCORD_LIMITS: MANY_ATTEMPTS });
    const before = await seen(world, "BESIDE");
    let isOver = false;
    const saveOneByOne = async (holder: Holder, person: number): Promise<number> => {
      let saved = 0;
      for (; !isOver; saved += 1) {
        const key = `person${person}-${String(saved).padStart(10, "0")}`;
        expect(await createRequest({ origin: server.origin, holder, planId, key })).toMatchObject({ kind: "accepted" });
      }
      return saved;
    };
    const importing = runCommand(["agreement", "import", fileOf(world, "BESIDE"), "--json"], {
      ...world.env,
      ...trace.env,
    }).finally(() => {
      isOver = true;
    });
    const saved = await Promise.all(world.holders.map(saveOneByOne));
    const { code, stdout, stderr } = await importing;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ added: ROWS, refused: 0 });
    await server.stop();
    expect(await seen(world, "BESIDE")).toEqual({ plans: before.plans + ROWS, first: true, breaches: [] });
    const traced = trace.read();
    const ofImport = new Set(
      traced.flatMap(({ pid, phase, name }) => (pid !== server.pid && phase === "committed" ? name : [])),
    );
    for (const slice of SLICES) expect(ofImport).toContain(slice);
    const waited = slicesWaited(traced, { pid: server.pid, slices: SLICES });
    expect(Math.min(...saved)).toBeGreaterThan(0);
    const all = saved.reduce((sum, one) => sum + one, 0);
    expect(waited.length).toBeGreaterThanOrEqual(all);
    console.log(`K9 (${dialect}): ${ROWS} rows, ${all} saves`);
    if (dialect === "postgres") return;
    // One writer at a time. A unit that comes between a slice's commit and the word of it counts that slice too, and so does the turn of a full machine.
    const longest = Math.max(...waited);
    const late = waited.filter((slices) => slices > 1).length;
    console.log(
      `K9 (sqlite): ${late} of ${waited.length} units waited for more than one slice, the longest for ${longest}`,
    );
    expect(late).toBeLessThanOrEqual(waited.length / 30);
    expect(longest).toBeLessThanOrEqual(5);
  });

  /** An import that dies while it is loaded; answers its id. */
  const killedWhileLoading = async (world: World, name: string): Promise<string> => {
    const trace = newTrace();
    const env = { ...world.env, ...trace.env };
    const { kill, ended } = launchCommand(["agreement", "import", fileOf(world, name)], env);
    const written = (): number =>
      trace.read().filter((one) => one.name === "write import" && one.phase === "committed").length;
    while (written() < 3) await new Promise((done) => setTimeout(done, 5));
    kill();
    expect(await ended).toMatchObject({ signal: "SIGKILL" });
    const running = await world.look((db) => db.read.of(agreementImportStore).running());
    expect(running).toMatchObject({ state: "LOADING", total: ROWS });
    expect(running?.done).toBeGreaterThan(0);
    expect(running?.done).toBeLessThan(ROWS);
    return running?.id ?? "";
  };
  const later = (world: World, ...args: string[]): Promise<Ended> =>
    runCommand(["agreement", "import", ...args, "--json"], {
      ...world.env,
      ACCORD_NOW: new Date(Date.now() + LATER).toISOString(),
    });

  it("K9: kill -9 in the middle leaves nothing to be seen; `--drop` takes all of it away, `--continue` finishes it", {
    timeout: 1_200_000,
  }, async () => {
    const world = await newWorld();
    const before = await seen(world, "KILLED");
    expect(before).toMatchObject({ first: false, breaches: [] });

    const dropped = await killedWhileLoading(world, "KILLED");
    expect(await seen(world, "KILLED")).toEqual(before);
    expect((await later(world, fileOf(world, "OTHER"))).stderr).toContain(dropped);
    expect(await later(world, "--drop", dropped)).toMatchObject({ code: 0 });
    expect(await seen(world, "KILLED")).toEqual(before);
    expect(await world.look((db) => db.read.of(agreementImportStore).countRows(dropped, null))).toBe(0);
    for (const way of ["--drop", "--continue"]) expect((await later(world, way, dropped)).code).toBe(1);

    const finished = await killedWhileLoading(world, "KILLED");
    expect(await seen(world, "KILLED")).toEqual(before);
    const { code, stdout } = await later(world, "--continue", finished);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ added: ROWS, refused: 0 });
    expect(await seen(world, "KILLED")).toEqual({ plans: before.plans + ROWS, first: true, breaches: [] });
  });
});
