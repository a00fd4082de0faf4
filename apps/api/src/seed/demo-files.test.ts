/** The demo world as a server makes it: its files are there, and its cards can be charged (F47, F25). */
import { afterAll, beforeAll, expect, it } from "vitest";
import { FILES, SUBJECT } from "../../../../tests/support/entry-fields.js";
import { startTestServer, type TestServer } from "../../../../tests/support/test-server.js";
import { readDemoWorld } from "../modules/packs/module.js";
import { TOKENS } from "../modules/purchases/module.js";
import { requestStore } from "../modules/requests/module.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
});
afterAll(() => server?.stop());

// biome-ignore lint/suspicious/noExplicitAny: what an operation answers is what its test asked for.
const ask = async (cookie: string, query: string): Promise<any> => {
  const headers = { "content-type": "application/json", cookie, origin: server.origin };
  const body = JSON.stringify({ query });
  const answer = await fetch(new URL("/graphql", server.origin), { method: "POST", headers, body });
  return ((await answer.json()) as { data: unknown }).data;
};

it("R92: every file that the data names was sent with its request and can be read", async () => {
  const promised = readDemoWorld().requests.flatMap(({ number, primaryContact, timeline }) =>
    timeline.filter(({ kind }) => kind === "attachment").map((event) => ({ ...event, number, reader: primaryContact })),
  );
  expect(promised.length).toBeGreaterThan(0);
  for (const { name, bytes, number, reader } of promised) {
    const cookie = await server.signInAs(reader ?? "");
    const { id } = (await server.db.read.of(requestStore).byNumber(number ?? "")) ?? {};
    const entryFields = `kind ${SUBJECT} ${FILES("name size url")}`;
    const { request } = await ask(cookie, `{ request(by: { id: "${id}" }) { timeline { nodes { ${entryFields} } } } }`);
    const entry = request.timeline.nodes.find((one: { subject: string | null }) => one.subject === name);
    expect(entry).toMatchObject({ kind: "ATTACHMENT_ADDED", attachments: [{ name, size: bytes }] });
    const file = await fetch(new URL(entry.attachments[0].url, server.origin), { headers: { cookie } });
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, bytes]);
  }
});

it("F25: the sandbox knows every card of the data, and charges one that is usable", async () => {
  expect(Object.keys(TOKENS).sort()).toEqual(
    readDemoWorld()
      .cards.map(({ token }) => token)
      .sort(),
  );
  const cookie = await server.signInAs("u-sam");
  const { paymentMethods } = await ask(cookie, "{ paymentMethods { id last4 isDefault isExpired } }");
  expect(paymentMethods).toMatchObject([
    { last4: "4444", isDefault: true, isExpired: false },
    { last4: "0002", isDefault: false, isExpired: true },
  ]);
  const { purchaseIncident } = await ask(
    cookie,
    `mutation { purchaseIncident(input: { offerId: "pay-per-incident:USD", paymentMethodId: "${paymentMethods[0].id}",
      consent: true, idempotencyKey: "demo-card" }) { purchase { state } userErrors { code } } }`,
  );
  expect(purchaseIncident).toEqual({ purchase: { state: "SUCCEEDED" }, userErrors: [] });
});
