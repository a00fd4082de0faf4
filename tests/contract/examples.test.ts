/** The published examples are executed: what third parties copy works. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "../../apps/api/src/kernel/principal.js";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
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
  const viewer = await fetch(new URL("/graphql", server.origin), {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ query: "{ viewer { account { id } } }" }),
  });
  const body = (await viewer.json()) as { data: { viewer: { account: { id: string } } } };
  const { token } = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: body.data.viewer.account.id, name: "examples", scopes: SCOPES, expiresAt: null },
  );
  const [engineer] = await server.db.read.of(accountStore).list({ email: "petra.novak@desk.example" });
  const desk = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: engineer?.id ?? "", name: "examples", scopes: SCOPES, expiresAt: null },
  );
  const buyerCookie = await server.signInAs("u-sam");
  const [sam] = await server.db.read.of(accountStore).list({ email: "sam.carter@mail.example" });
  const buyer = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: sam?.id ?? "", name: "examples", scopes: SCOPES, expiresAt: null },
  );
  visit = {
    origin: server.origin,
    token,
    cookie,
    engineerToken: desk.token,
    buyerToken: buyer.token,
    buyerCookie,
    adminCookie,
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
