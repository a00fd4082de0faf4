/** Reaches each refusal of a table of cases over HTTP, in a world of its own (K8). */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Arrange } from "./cases.js";
import { RefusalWorld, type Told } from "./world.js";

export const reachAll = (cases: Readonly<Record<string, Readonly<Record<string, Arrange>>>>): void => {
  let world: RefusalWorld;
  beforeAll(async () => {
    world = await RefusalWorld.start();
  });
  afterAll(async () => {
    await world?.stop();
  });
  const pairs = Object.entries(cases).flatMap(([mutation, byCode]) =>
    Object.entries(byCode).map(([code, arrange]) => ({ mutation, code, arrange })),
  );
  it.each(pairs)("K8: $mutation is refused with $code, and refused again", async ({ mutation, code, arrange }) => {
    const { by, input, after } = await arrange(world);
    const ask = async (): Promise<readonly Told[]> => (await world.tell(by, mutation, input)).userErrors;
    const told = await ask();
    // A refusal writes nothing that the next try would meet.
    const again = await ask();
    await after?.();
    expect(told.map((one) => one.code)).toContain(code);
    expect(again).toEqual(told);
    for (const { message, remedy } of told) {
      expect(message).toMatch(/\p{L}.*[.?!]$/u);
      expect(remedy).toMatch(/\p{L}.*[.?!]$/u);
      expect(message + remedy).not.toMatch(/[{}]|undefined/);
    }
  });
};
