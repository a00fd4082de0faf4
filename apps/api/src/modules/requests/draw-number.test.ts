/** Two requests never share a number, and drawing a taken one costs nobody anything, on both databases (R33, V2). */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import {
  makeAgreement,
  openRequest,
  requestInput,
  submitRequest,
} from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { planStore } from "../agreements/module.js";
import { requestNumbers } from "./draw-number.js";
import { requestStore } from "./storage/request-writes.js";

const draw = vi.spyOn(requestNumbers, "draw");
afterAll(() => draw.mockRestore());

describeOnBothDatabases("a request number that is taken", (databases) => {
  let api: TestApi;
  let person: Person;
  let planId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    person = await api.person();
    planId = (await makeAgreement(api, [person], { incidents: 10 })).planId;
  });
  const left = async (): Promise<number | null | undefined> =>
    (await api.db.read.of(planStore).byId(planId))?.incidentsRemaining;

  it("R33: another one is drawn in the same unit; one incident is used and everything is there once", async () => {
    draw.mockReset().mockReturnValueOnce("2611230000000001");
    const first = (await openRequest(person, planId)).confirmation;
    expect(first.number).toBe("2611230000000001");
    draw
      .mockReturnValueOnce("2611230000000001")
      .mockReturnValueOnce("2611230000000001")
      .mockReturnValueOnce("2611230000000002");
    const second = (await openRequest(person, planId)).confirmation;
    expect(second).toMatchObject({ number: "2611230000000002", incidentsRemaining: 8 });
    expect(await api.db.read.of(requestStore).byNumber("2611230000000002")).toMatchObject({ id: second.requestId });
    expect(await api.db.read.of(requestStore).byNumber("2611230000000001")).toMatchObject({ id: first.requestId });
    expect(await api.db.read.of(requestStore).contactsOf([second.requestId])).toHaveLength(1);
    expect(await left()).toBe(8);
  });

  it("V2: when none is free nothing is written, and the same command may be tried again", async () => {
    draw.mockReset().mockReturnValue("2611230000000001");
    const input = requestInput(person, planId);
    expect(errorCodes(await submitRequest(person, input))).toEqual(["UNAVAILABLE"]);
    expect(await left()).toBe(8);
    draw.mockReset().mockReturnValueOnce("2611230000000003");
    expect((await submitRequest(person, input)).data.createRequest.confirmation.number).toBe("2611230000000003");
    expect(await left()).toBe(7);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
