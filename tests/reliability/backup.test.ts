/** Backups beside a server that is written to, restored elsewhere; backup and restore killed on the way (U-6). */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Filling } from "../../apps/api/src/kernel/db/filling.js";
import { openDatabase } from "../../apps/api/src/kernel/db/index.js";
import { openFilling } from "../../apps/api/src/kernel/db/open-filling.js";
import { MODULES } from "../../apps/api/src/modules/modules.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { commandLine } from "../support/command-line.js";
import { createRequest } from "../support/create-request.js";
import { testDatabases, testOptions } from "../support/databases.js";
import {
  type Environment,
  killAll,
  launchCommand,
  launchServer,
  MANY_ATTEMPTS,
  type SpawnedServer,
  spawnServer,
} from "../support/processes.js";
import { isLong } from "../support/tier.js";
import { createWorld, type World } from "../support/world.js";

const BACKUPS = isLong ? 20 : 1;
const KILLS = isLong ? 25 : 1;
const WRITERS = 3;

const folder = mkdtempSync(join(tmpdir(), "accord-backups-"));
const worlds: World[] = [];
afterAll(async () => {
  await killAll();
  for (const world of worlds) world.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Requests that were acknowledged, in their order. */
class Writers {
  readonly acknowledged: string[] = [];
  #isOver = false;
  readonly #running: Promise<unknown>;

  constructor(server: SpawnedServer, world: World) {
    this.#running = Promise.all(world.holders.map((holder, number) => this.#write(server, world, holder, number)));
  }

  async #write({ origin }: SpawnedServer, { planIds }: World, holder: World["holders"][number], number: number) {
    for (let count = 0; !this.#isOver; count += 1) {
      const key = `writer${number}-${String(count).padStart(12, "0")}`;
      const outcome = await createRequest({ origin, holder, planId: planIds[0] ?? "", key });
      if (outcome.kind !== "accepted") throw new Error(`${key}: ${JSON.stringify(outcome)}`);
      this.acknowledged.push(outcome.requestId);
    }
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }
}

/** A process of its own is only what is killed. */
const done = async (words: readonly string[], env: Environment): Promise<void> => {
  const { code, err } = await commandLine(env)(...words);
  expect([words[0], code, err]).toEqual([words[0], 0, code === 0 ? err : ""]);
};

const engines = { sqlite: testDatabases("sqlite"), postgres: testDatabases("postgres") };
type Engine = keyof typeof engines;

const newWorld = async (engine: Engine): Promise<World> => {
  const where = engine === "postgres" ? { databaseUrl: await engines.postgres.newUrl() } : {};
  const world = await createWorld({ ...where, holders: WRITERS, agreements: [1_000_000] });
  worlds.push(world);
  return world;
};

/** Kills it once the target is closed, unless it has ended before. */
const killOnTheWay = async (command: ReturnType<typeof launchCommand>, target: Filling): Promise<void> => {
  let hasEnded = false;
  void command.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && (await target.closure()) === null) await delay(1);
  await delay(Math.random() * (isLong ? 400 : 50));
  command.kill();
  await command.ended;
};

let places = 0;
/** An empty place with the keys of `world`. */
const newPlace = async (engine: Engine, world: World): Promise<Environment & { DATABASE_URL: string }> => {
  places += 1;
  const home = join(folder, `place${places}`);
  cpSync(join(world.env.DATA_DIR ?? "", "keys"), join(home, "keys"), { recursive: true });
  return { ...world.env, DATA_DIR: home, DATABASE_URL: await engines[engine].newUrl() };
};

describe.each([
  ["sqlite", "sqlite"],
  ["postgres", "postgres"],
  ["sqlite", "postgres"],
] as const)("a server on %s, restored on %s", (from, to) => {
  test(`U-6: ${BACKUPS} backups during writes hold what was acknowledged before, and every promise`, {
    timeout: 600_000,
  }, async () => {
    const world = await newWorld(from);
    const server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
    const writers = new Writers(server, world);
    for (let count = 0; count < BACKUPS; count += 1) {
      while (writers.acknowledged.length < (count + 1) * 10) await delay(5);
      const before = [...writers.acknowledged];
      const file = join(folder, `${from}-${to}-${count}.zip`);
      await done(["backup", file], world.env);
      const place = await newPlace(to, world);
      await done(["restore", file], place);
      await done(["verify"], place);
      await done(["audit", "verify"], place);
      const db = await openDatabase(testOptions(place.DATABASE_URL));
      const found = new Set<string>();
      for (let at = 0; at < before.length; at += 100)
        for (const { id } of await db.read.of(requestStore).byIds(before.slice(at, at + 100))) found.add(id);
      await db.close();
      expect(before.filter((id) => !found.has(id))).toEqual([]);
      if (count > 0 || from === to) continue;
      const restored = await spawnServer(place);
      const told = (await (await fetch(`${restored.origin}/readyz`)).json()) as { notes?: string[] };
      expect(told.notes?.join()).toContain("accord outbox release");
      expect(await restored.stop()).toMatchObject({ code: 0 });
    }
    await writers.stop();
    await server.stop();
    await done(["verify"], world.env);
  });
});

describe.each(["sqlite", "postgres"] as const)("killed on %s", (engine) => {
  test(`U-6: ${KILLS} times a backup leaves nothing under its name, a restore nothing that starts`, {
    timeout: 600_000,
  }, async () => {
    const world = await newWorld(engine);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const file = join(folder, `${engine}-killed-${kill}.zip`);
      const backup = launchCommand(["backup", file], world.env);
      while (!existsSync(`${file}.partial`) && !existsSync(file)) await delay(1);
      backup.kill();
      await backup.ended;
      // What stands under the name is whole: it is restored below.
      if (!existsSync(file)) await done(["backup", file], world.env);
      expect(existsSync(`${file}.partial`)).toBe(false);

      const place = await newPlace(engine, world);
      const restore = launchCommand(["restore", file], place);
      const target = await openFilling(place.DATABASE_URL, MODULES.storage);
      await killOnTheWay(restore, target);
      if ((await target.closure()) !== null) {
        const { ended } = await launchServer(place);
        expect(await ended).toMatchObject({ code: 78, stderr: expect.stringContaining(`accord restore ${file}`) });
        expect(await commandLine(place)("verify")).toMatchObject({ code: 78 });
        await done(["restore", file], place);
      }
      await done(["verify"], place);
      await done(["audit", "verify"], place);
    }
  });
});

test(`U-6: ${KILLS} times a move is killed: one end is open or none, never both, and moving again ends it`, {
  timeout: 600_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const world = await newWorld("sqlite");
    const url = await engines.postgres.newUrl();
    const there = { ...world.env, DATABASE_URL: url };
    const move = launchCommand(["move", "--to", url], world.env);
    const target = await openFilling(url, MODULES.storage);
    await killOnTheWay(move, target);
    const isOver = (await target.closure()) === null;
    const [here, other] = [await commandLine(world.env)("verify"), await commandLine(there)("verify")];
    expect([here.code, other.code]).toContain(78);
    if (!isOver) {
      const { ended } = await launchServer(there);
      expect(await ended).toMatchObject({ code: 78, stderr: expect.stringContaining("accord move") });
      await done(["move", "--to", url], world.env);
    }
    await done(["verify"], there);
    await done(["audit", "verify"], there);
    const { ended } = await launchServer(world.env);
    expect(await ended).toMatchObject({ code: 78, stderr: expect.stringContaining("set DATABASE_URL") });
  }
});
