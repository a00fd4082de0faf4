/** One server for a SQLite file; commands work beside it (contract.md, Command line; M-2). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { createRequest } from "../support/create-request.js";
import {
  killAll,
  launchServer,
  MANY_ATTEMPTS,
  runCommand,
  type SpawnedServer,
  spawnServer,
} from "../support/processes.js";
import { createWorld, type World } from "../support/world.js";

describe("a running server on SQLite", () => {
  let world: World;
  let server: SpawnedServer;

  beforeAll(async () => {
    world = await createWorld({ holders: 2, agreements: [1000] });
    server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
  });
  afterAll(async () => {
    await killAll();
    world?.remove();
  });

  test("M-2: a second server on the same file exits with 78 and names the first one's process id", async () => {
    const second = await launchServer(world.env);
    const { code, stderr } = await second.ended;
    expect(code).toBe(78);
    expect(stderr).toContain(`process id ${server.pid}`);
    expect((await fetch(`${server.origin}/livez`)).status).toBe(200);
  });

  test("commands work beside it while it writes", async () => {
    const [holder, planId] = [world.holders[0], world.planIds[0]];
    if (holder === undefined || planId === undefined) throw new Error("no holder or no plan");
    let isDone = false;
    const write = async (): Promise<number> => {
      let accepted = 0;
      for (; !isDone; accepted += 1) {
        const outcome = await createRequest({
          origin: server.origin,
          holder,
          planId,
          key: `beside-${String(accepted).padStart(12, "0")}`,
        });
        expect(outcome.kind).toBe("accepted");
      }
      return accepted;
    };
    const writing = write();
    const issue = await runCommand(
      ["agreement", "issue", "--programme", "visual-studio-enterprise", "--json"],
      world.env,
    );
    const verify = await runCommand(["verify"], world.env);
    isDone = true;
    expect(issue).toMatchObject({ code: 0 });
    expect(verify).toMatchObject({ code: 0 });
    expect(await writing).toBeGreaterThan(0);
    const { id } = JSON.parse(issue.stdout) as { id: string };
    expect(await world.look((db) => db.read.of(planStore).byId(id))).not.toBeNull();
  });

  test("a crashed server's lock is taken over", async () => {
    await server.crash();
    server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  });
});
