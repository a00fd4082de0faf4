/** Each remedy that is offered helps: carried out over the API, what was refused is accepted, or the page it names is there (R36, K8). */
import { afterAll, beforeAll, expect, it } from "vitest";
import { REASONS, REMEDY_KINDS } from "../../../packages/domain/src/index.js";
import { FOLLOW, type Remedy } from "../../support/refusals/carry-out.js";
import { KINDS, play, SETTINGS, submit } from "../../support/refusals/remedy-scenes.js";
import { RefusalWorld } from "../../support/refusals/world.js";

const UNAVAILABLE = `query ($id: ID!) { unavailablePlans(productVersionId: $id, country: "RO") { plan { id }
  reasons { code message remedies { kind message planId on articleId productVersion { id: slug } portal { name url } } } } }`;

interface Reason {
  readonly code: string;
  readonly remedies: readonly Remedy[];
}

let world: RefusalWorld;
const reached = new Set<string>();
const followed = new Set<string>();
beforeAll(async () => {
  world = await RefusalWorld.start();
});
afterAll(async () => {
  await world?.stop();
});

const scenes = SETTINGS.flatMap((setting) => KINDS.map((kind) => ({ setting, kind, what: setting.what })));

it.each(scenes)("R36, K8: a plan $what, held by a $kind account: each way out leads out", async ({ setting, kind }) => {
  const scene = await play(world, setting, kind);
  expect(await submit(world, scene)).toMatchObject([
    scene.versionId.startsWith("azure") ? "HANDLED_BY_OTHER_PORTAL" : "PLAN_UNAVAILABLE",
  ]);
  const { data } = await scene.by.ask(UNAVAILABLE, { id: scene.versionId });
  const judged = data.unavailablePlans.find(({ plan }: { plan: { id: string } }) => plan.id === scene.planId);
  const reasons: readonly Reason[] = judged.reasons;
  expect(reasons.map(({ code }) => code)).toEqual(setting.reasons);
  const offered = new Map<string, Remedy>();
  for (const { code, remedies } of reasons) {
    reached.add(code);
    expect(remedies.length).toBeGreaterThan(0);
    for (const remedy of remedies) offered.set(JSON.stringify(remedy), remedy);
  }
  // Waiting comes last: it takes the others' time.
  const inOrder = [...offered.values()].sort(
    (a, b) => Number(a.kind === "WAIT_UNTIL") - Number(b.kind === "WAIT_UNTIL"),
  );
  for (const remedy of inOrder) {
    followed.add(remedy.kind);
    await FOLLOW[remedy.kind](world, scene, remedy);
  }
});

it("R36, K8: every reason was met, and every kind of remedy was followed", () => {
  expect([...reached].sort()).toEqual(REASONS.map(({ code }) => code).sort());
  expect([...followed].sort()).toEqual([...REMEDY_KINDS].sort());
});

it("K8: a planted remedy that does not help is told: another plan that is used up, a version that is not covered", async () => {
  const [ended] = SETTINGS;
  if (ended === undefined) throw new Error("no scene");
  const scene = await play(world, ended, "WORK");
  const empty = { kind: "CHOOSE_OTHER_PLAN", planId: scene.planId, productVersion: null } as unknown as Remedy;
  await expect(FOLLOW.CHOOSE_OTHER_PLAN(world, scene, empty)).rejects.toThrow();
  const uncovered = { ...empty, kind: "CHOOSE_VERSION", productVersion: { id: "windows-server-2008" } } as Remedy;
  await expect(FOLLOW.CHOOSE_VERSION(world, scene, uncovered)).rejects.toThrow();
});
