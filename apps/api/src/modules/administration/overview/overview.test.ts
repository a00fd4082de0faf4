/** The overview on both databases: the same as counting by hand; refusals are counted behind the answers (F79). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { planStore } from "../../agreements/module.js";
import { createRefusalTally } from "./refusal-tally.js";

const DAY = 86_400_000;
const OVERVIEW = `query ($days: Int) { overview(days: $days) {
  openRequests { severity age requests } firstResponses { inTime late waiting }
  plans { active lastIncident empty endingIn30Days endingIn60Days endingIn90Days }
  incidentsByWeek { weekOn incidents } purchases { currency purchases amountMinor } refusals { code times message } } }`;

describeOnBothDatabases("the overview", (databases) => {
  let api: TestApi;
  let customer: Person;
  let lead: Person;
  let planId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    customer = await api.person();
    lead = await api.person({ roles: ["LEAD"] });
    ({ planId } = await makeAgreement(api, [customer], { incidents: 4 }));
    await makeAgreement(api, [customer], { incidents: 1 });
  });
  const read = async (days = 90) => (await lead.ask(OVERVIEW, { days })).data?.overview;

  it("F79: open requests by severity and age, first responses, what plans hold, incidents by week", async () => {
    await openRequest(customer, planId, { severity: "MINIMAL" });
    api.clock.advance(10 * DAY);
    await openRequest(customer, planId, { severity: "MINIMAL" });
    await openRequest(customer, planId, { severity: "CRITICAL" });
    const seen = await read();
    const byAge = (one: { severity: string; age: string }, other: { severity: string; age: string }): number =>
      `${one.severity} ${one.age}`.localeCompare(`${other.severity} ${other.age}`);
    expect([...seen.openRequests].sort(byAge)).toEqual([
      { severity: "CRITICAL", age: "DAY", requests: 1 },
      { severity: "MINIMAL", age: "DAY", requests: 1 },
      { severity: "MINIMAL", age: "MONTH", requests: 1 },
    ]);
    // The first one was promised an answer days ago.
    expect(seen.firstResponses).toEqual({ inTime: 0, late: 1, waiting: 2 });
    expect(seen.plans).toMatchObject({ active: 2, lastIncident: 2, empty: 0, endingIn90Days: 0 });
    expect(seen.incidentsByWeek.map(({ incidents }: { incidents: number }) => incidents)).toEqual([1, 2]);
    for (const { weekOn } of seen.incidentsByWeek) expect(new Date(`${weekOn}T00:00:00Z`).getUTCDay()).toBe(1);
    // A shorter period leaves the older one out.
    expect((await read(5)).incidentsByWeek).toHaveLength(1);
    expect((await read(5)).firstResponses.late).toBe(0);
  });

  it("F79: plans that end are counted by when", async () => {
    const { endsAt } = (await api.db.read.of(planStore).byId(planId)) ?? { endsAt: 0 };
    api.clock.advance(endsAt - 45 * DAY - api.clock.now());
    expect((await read()).plans).toMatchObject({ endingIn30Days: 0, endingIn60Days: 2, endingIn90Days: 2 });
  });

  it("F79: counted refusals add up over flushes; a failed write loses none", async () => {
    const tally = createRefusalTally(api.db, api.clock);
    for (const code of ["CONSENT_REQUIRED", "PLAN_UNAVAILABLE", "PLAN_UNAVAILABLE"]) tally.add(code);
    const broken = createRefusalTally(
      { ...api.db, transaction: () => Promise.reject(new Error("full")) } as never,
      api.clock,
    );
    broken.add("EXPIRED");
    await expect(broken.flush()).rejects.toThrow("full");
    await expect(broken.flush()).rejects.toThrow("full");
    await tally.flush();
    tally.add("PLAN_UNAVAILABLE");
    await tally.flush();
    await tally.flush();
    const { refusals } = await read();
    expect(refusals.map(({ code, times }: { code: string; times: number }) => [code, times])).toEqual([
      ["PLAN_UNAVAILABLE", 3],
      ["CONSENT_REQUIRED", 1],
    ]);
    expect(refusals[1].message).toBeTruthy();
  });

  it("F60: neither customers nor engineers see it; a period of no length is refused", async () => {
    const engineer = await api.person({ roles: ["ENGINEER"] });
    for (const person of [customer, engineer])
      expect((await person.ask(OVERVIEW, {})).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await lead.ask(OVERVIEW, { days: 0 })).errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});
