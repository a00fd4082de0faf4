/** The published examples are executed: what third parties copy works. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
import { scopesFor } from "../../packages/domain/src/index.js";
import {
  EXAMPLE_NAMES,
  EXAMPLES,
  ExampleRun,
  goldenOf,
  refusalsIn,
  shownRefusals,
  type Visit,
} from "../support/examples.js";
import { startTestServer, type TestServer } from "../support/test-server.js";

const examples = new ExampleRun();
let server: TestServer;
let visit: Visit;

beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
  const cookie = await server.signInAs("u-lena");
  const adminCookie = await server.signInAs("u-admin");
  const buyerCookie = await server.signInAs("u-sam");
  const tokenOf = async (email: string): Promise<string> => {
    const [account] = await server.db.read.of(accountStore).list({ email });
    const made = { accountId: account?.id ?? "", name: "examples", scopes: scopesFor([]), expiresAt: null };
    return (await createToken({ db: server.db, clock: server.clock, limits: server.config.limits }, made)).token;
  };
  visit = {
    origin: server.origin,
    token: await tokenOf("lena.koch@nordwind.example"),
    cookie,
    engineerToken: await tokenOf("petra.novak@desk.example"),
    leadToken: await tokenOf("ioana.dumitru@desk.example"),
    partnerToken: await tokenOf("radu.marin@transilvan.example"),
    buyerToken: await tokenOf("sam.carter@mail.example"),
    buyerCookie,
    adminCookie,
    settle: () => server.mail.drain(),
  };
});

afterAll(async () => {
  await server?.stop();
});

describe("the published examples, one after another by token", () => {
  it.each(EXAMPLE_NAMES)("%s answers without an error", async (name) => {
    // Notices are told a moment later: here they are told before anybody asks.
    await server.mail.drain();
    const answer = await examples.ask(name, visit);
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})[0]).not.toBeNull();
    expect(refusalsIn(answer)).toEqual(shownRefusals(name));
    await expect(goldenOf(answer.data)).toMatchFileSnapshot(`${EXAMPLES}${name}.answer.json`);
  });

  it("R14, R15, R16: the pair opens a request once registered, and E13: however it was typed", () => {
    const planId = examples.resolve("add-agreement.addAgreement.plan.id");
    expect(planId).toMatch(/^pln_/);
    expect(examples.resolve("available-plans.availablePlans.0.plan.id")).toBe(planId);
    expect(examples.resolve("create-request.createRequest.confirmation.incidentsRemaining")).toBe(3);
  });

  it("R94: the request stands in the list of its contact", () => {
    expect(examples.resolve("my-requests.myRequests.nodes.0.id")).toBe(
      examples.resolve("create-request.createRequest.confirmation.requestId"),
    );
  });
});
