/** Plans of an account: lists, judgement with every reason and remedy, the ledger as a statement (R11, R34, R36-R47, R63-R66, F16). */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import expectations from "../../../../seeds/demo.json" with { type: "json" };
import { planStore } from "../storage/plan.store.js";

const LISTS = `query ($v: ID!, $at: DateTime, $c: CountryCode) {
  availablePlans(productVersionId: $v, at: $at, country: $c) { plan { id endsOn incidentsRemaining } checks { code passed explanation } }
  unavailablePlans(productVersionId: $v, at: $at, country: $c) { plan { id } checks { code passed }
    reasons { code number message phase remedies { kind message planId articleId on productVersion { id: slug } portal { id: slug } } } } }`;

describe.each(["jit", "graphql-js"] as const)("plans of the demo world (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), seed: "demo", executor });
  });
  const personOf = (id: string): Promise<Person> => {
    const user = expectations.users.find((each) => each.id === id);
    return api.personByEmail(user?.email ?? "");
  };
  /** The agreement of the data file behind a plan, by the day it ends and its programme. */
  const names = async (person: Person): Promise<Map<string, string>> => {
    const { data } = await person.ask(
      "{ myPlans(first: 100) { nodes { id startsOn programme { id: slug } incidentsRemaining } } }",
    );
    return new Map(
      data.myPlans.nodes.map(
        (plan: { id: string; startsOn: string; programme: { id: string }; incidentsRemaining: number | null }) => [
          plan.id,
          expectations.agreements.find(
            (each) =>
              each.start === plan.startsOn &&
              each.programme === plan.programme.id &&
              each.unitsTotal - each.unitsUsed === plan.incidentsRemaining,
          )?.id ?? plan.id,
        ],
      ),
    );
  };
  const code = {
    expired: ["EXPIRED"],
    "no-units": ["NO_INCIDENTS_LEFT"],
    "wrong-platform": ["ON_PREMISES_PRODUCTS_ONLY", "CLOUD_PRODUCTS_ONLY"],
  } as const;

  it.each(expectations.expectations.plans.map((each) => [each.user, each.version, each] as const))(
    "R34, R36, R66: %s and %s, as the data expects",
    async (user, version, expected) => {
      const person = await personOf(user);
      const nameOf = await names(person);
      const { data } = await person.ask(LISTS, { v: version });
      const available: string[] = data.availablePlans.map((each: { plan: { id: string } }) => nameOf.get(each.plan.id));
      const unavailable = new Map<string, string>(
        data.unavailablePlans.map((each: { plan: { id: string }; reasons: { code: string }[] }) => [
          nameOf.get(each.plan.id),
          each.reasons[0]?.code,
        ]),
      );
      for (const name of expected.availablePlans) expect(available).toContain(name);
      for (const [name, reason] of Object.entries(expected.unavailablePlans))
        expect(code[reason as keyof typeof code]).toContain(unavailable.get(name));
      expect(available.length + unavailable.size).toBe(nameOf.size);
      for (const name of available) expect(unavailable.has(name)).toBe(false);
    },
  );

  it("R37, R38: all reasons of a plan in the contract's order, each with number, sentence and at least one remedy, in both languages", async () => {
    const jonas = await personOf("u-jonas");
    for (const language of ["en", "ro"]) {
      const { data } = await jonas.ask(LISTS, { v: "visual-studio-2022" }, { "accept-language": language });
      const both = data.unavailablePlans.find((each: { reasons: unknown[] }) => each.reasons.length > 1);
      expect(both.reasons.map((reason: { code: string; number: number }) => [reason.code, reason.number])).toEqual([
        ["EXPIRED", 1],
        ["NO_INCIDENTS_LEFT", 2],
      ]);
      expect(both.reasons[0].message).toContain(
        language === "en" ? "Support plan has expired" : "Planul de asistență a expirat",
      );
      for (const reason of both.reasons) {
        expect(reason.remedies.length).toBeGreaterThan(0);
        for (const remedy of reason.remedies) expect(remedy.message.length).toBeGreaterThan(5);
      }
    }
  });

  it("R39, R41-R46: on-premises benefits never cover cloud products; every check is told, unjudged ones as null", async () => {
    const radu = await personOf("u-radu");
    const { data } = await radu.ask(LISTS, { v: "azure-virtual-machines-current", c: "RO" });
    const judged = data.unavailablePlans.find(
      (each: { reasons: { code: string }[] }) => each.reasons[0]?.code === "ON_PREMISES_PRODUCTS_ONLY",
    );
    expect(judged.reasons[0].number).toBe(8);
    expect(judged.reasons[0].remedies[0]).toMatchObject({ kind: "USE_OTHER_PORTAL", portal: { id: "azure-portal" } });
    expect(judged.checks.find((check: { code: string }) => check.code === "VERSION_TOO_OLD").passed).toBeNull();
  });

  it("R65: `at` previews another instant; an unknown version does not exist", async () => {
    const radu = await personOf("u-radu");
    const later = await radu.ask(LISTS, { v: "windows-server-2025", at: "2040-01-01T00:00:00Z" });
    expect(later.data.availablePlans).toEqual([]);
    const JUDGED = `query ($for: NeedInput!) { judgedPlans(for: $for, first: 100) { totalCount
      nodes { isAvailable plan { id } reasons { code } } } }`;
    const at = "2040-01-01T00:00:00.000Z";
    for (const need of [{ productVersionId: "windows-server-2025" }, { productVersionId: "windows-server-2025", at }]) {
      const lists = await radu.ask(LISTS, { v: need.productVersionId, at: need.at ?? null });
      const { data } = await radu.ask(JUDGED, { for: need });
      const ids = (nodes: readonly { plan: { id: string } }[]) => nodes.map(({ plan }) => plan.id);
      type Judged = { isAvailable: boolean; plan: { id: string }; reasons: object[] };
      const all: Judged[] = data.judgedPlans.nodes;
      expect(ids(all.filter(({ isAvailable }) => isAvailable))).toEqual(ids(lists.data.availablePlans));
      expect(ids(all.filter(({ isAvailable }) => !isAvailable))).toEqual(ids(lists.data.unavailablePlans));
      expect(all.map(({ isAvailable, reasons }) => isAvailable === (reasons.length === 0))).not.toContain(false);
      expect(data.judgedPlans.totalCount).toBe(all.length);
    }
    expect(errorCodes(await radu.ask(LISTS, { v: "windows-nothing" }))).toContain("NOT_FOUND");
  });

  it("R11, R65: every plan with state, end and balance; pages follow one another", async () => {
    const radu = await personOf("u-radu");
    const document =
      "query ($n: Int, $after: String) { myPlans(first: $n, after: $after) { totalCount nodes { id state endsOn daysLeft incidentsRemaining programme { name coverage { summary } } } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
    const whole = (await radu.ask(document, { n: 100 })).data.myPlans;
    expect(whole.totalCount).toBe(whole.nodes.length);
    const ids: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const {
        nodes,
        pageInfo,
      }: { nodes: { id: string }[]; pageInfo: { hasPreviousPage: boolean; hasNextPage: boolean; endCursor: string } } =
        (await radu.ask(document, { n: 1, after })).data.myPlans;
      ids.push(...nodes.map((plan: { id: string }) => plan.id));
      expect(pageInfo.hasPreviousPage).toBe(pages > 0);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(ids).toEqual(whole.nodes.map((plan: { id: string }) => plan.id));
    const states: string[] = whole.nodes.map((plan: { state: string }) => plan.state);
    expect(states).toEqual(expect.arrayContaining(["ACTIVE", "ENDING_SOON", "EXPIRED"]));
    const isUsable = states.map((state) => state === "ACTIVE" || state === "ENDING_SOON");
    expect(isUsable.lastIndexOf(true)).toBeLessThan(isUsable.indexOf(false));
  });

  it("F16: of other holders' lines only day, kind and count are told; of one's own who, when and which request", async () => {
    const [a, b] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [a, b]);
    const { confirmation } = await openRequest(a, planId);
    const document = `{ plan(id: "${planId}") { ledger { totalCount nodes { kind incidents balanceAfter on createdAt isOwn actorName reason requestNumber request { id } } } } }`;
    const [own, grant] = (await a.ask(document)).data.plan.ledger.nodes;
    expect(own).toEqual({
      kind: "CONSUME",
      incidents: -1,
      balanceAfter: 3,
      on: "2026-11-23",
      createdAt: "2026-11-23T08:30:00.000Z",
      isOwn: true,
      actorName: `Maria ${a.account.familyName}`,
      reason: null,
      requestNumber: confirmation.number,
      request: { id: confirmation.requestId },
    });
    expect(grant).toMatchObject({ kind: "GRANT", incidents: 4, createdAt: "2026-11-23T08:30:00.000Z", isOwn: true });
    const [others] = (await b.ask(document)).data.plan.ledger.nodes;
    expect(others).toEqual({
      kind: "CONSUME",
      incidents: -1,
      balanceAfter: 3,
      on: "2026-11-23",
      createdAt: "2026-11-23T00:00:00.000Z",
      isOwn: false,
      actorName: null,
      reason: null,
      requestNumber: null,
      request: null,
    });
    expect((await b.ask(document)).data.plan.ledger.totalCount).toBe(2);
    const engineer = await api.person({ roles: ["ENGINEER"] });
    const refund = { requestId: confirmation.requestId, actorId: engineer.account.id, reason: "DUPLICATE" };
    await api.db.transaction("test refund", (tx) =>
      tx.of(planStore).refund({ ...refund, now: api.clock.now(), isExpiredAtOnce: false }),
    );
    const [back] = (await a.ask(document)).data.plan.ledger.nodes;
    expect(back).toMatchObject({
      kind: "REFUND",
      isOwn: true,
      reason: "DUPLICATE",
      requestNumber: confirmation.number,
    });
    expect(back.actorName).toBe(`Maria ${engineer.account.familyName}`);
    const [backToOthers] = (await b.ask(document)).data.plan.ledger.nodes;
    expect(backToOthers).toMatchObject({
      kind: "REFUND",
      isOwn: false,
      reason: null,
      requestNumber: null,
      actorName: null,
    });
  });

  it("F16, K8: a line about no request is about the plan: every holder is told who, when and why; all lines are counted", async () => {
    const [a, b, staff] = [await api.person(), await api.person(), await api.person({ roles: ["ADMINISTRATOR"] })];
    const { planId } = await makeAgreement(api, [a, b]);
    const change = { planId, incidents: -1, actorId: staff.account.id, reason: "Agreed by phone", at: api.clock.now() };
    await api.db.transaction("test adjust", (tx) => tx.of(planStore).adjust(change));
    const document = `{ plan(id: "${planId}") { ledger(first: 1) { totalCount nodes { kind createdAt isOwn actorName reason requestNumber } } } }`;
    for (const holder of [a, b])
      expect((await holder.ask(document)).data.plan.ledger).toEqual({
        totalCount: 2,
        nodes: [
          {
            kind: "ADJUST",
            createdAt: "2026-11-23T08:30:00.000Z",
            isOwn: true,
            actorName: `Maria ${staff.account.familyName}`,
            reason: "Agreed by phone",
            requestNumber: null,
          },
        ],
      });
  });

  it("R94: who sees which request of the demo world, as the data expects", async () => {
    for (const { user, sees, notSees } of expectations.expectations.visibility) {
      const person = await personOf(user);
      const { data } = await person.ask("{ myRequests(first: 100) { nodes { number } } }");
      const numbers = data.myRequests.nodes.map((request: { number: string }) => request.number.slice(-7));
      const of = (ids: readonly string[]) =>
        ids.map((id) => expectations.requests.find((each) => each.id === id)?.number?.slice(-7));
      for (const number of of(sees)) expect(numbers).toContain(number);
      for (const number of of(notSees)) expect(numbers).not.toContain(number);
    }
  });
});
