/** The published examples are executed: what third parties copy works (architecture.md, habit 7). */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "../../apps/api/src/adapters/identity/access-token.js";
import { createToken } from "../../apps/api/src/adapters/identity/create-token.js";
import { startTestServer, type TestServer } from "../support/test-server.js";

const folder = fileURLToPath(new URL("../../packages/schema/examples/", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(/\.graphql$/, ""))
  .sort();

/** Answers by example name without its number, for `{{name.path}}` in the variables of later examples. */
const answers: Record<string, unknown> = {};
let server: TestServer;
let token: string;
let cookie: string;

const resolve = (path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answers);

const variablesOf = (name: string): Record<string, unknown> => {
  let text: string;
  try {
    text = readFileSync(`${folder}${name}.variables.json`, "utf8");
  } catch {
    return {};
  }
  return JSON.parse(
    text.replaceAll(/"\{\{([^}]+)\}\}"/g, (_all, path: string) => JSON.stringify(resolve(path) ?? null)),
  );
};

const run = async (name: string, headers: Record<string, string>) => {
  const query = readFileSync(`${folder}${name}.graphql`, "utf8");
  const response = await fetch(new URL("/graphql", server.origin), {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en", ...headers },
    body: JSON.stringify({ query, variables: variablesOf(name) }),
  });
  return (await response.json()) as {
    data?: Record<string, { userErrors?: { code: string }[] }>;
    errors?: { message: string; extensions: { code: string } }[];
  };
};

beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
  cookie = await server.signInAs("u-lena");
  const viewer = await fetch(new URL("/graphql", server.origin), {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ query: "{ viewer { account { id } } }" }),
  });
  const body = (await viewer.json()) as { data: { viewer: { account: { id: string } } } };
  const created = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: body.data.viewer.account.id, name: "examples", scopes: SCOPES, expiresAt: null },
  );
  token = created.token;
});

afterAll(async () => {
  await server?.stop();
});

/** The answer as it is committed beside the examples: what is drawn anew each time is named, not shown. */
const golden = (data: unknown): string =>
  `${JSON.stringify(data, null, 2)
    .replace(/\b(acc|pln|req|drf|con|evt|led)_[0-9a-z]{26}\b/g, "$1_…")
    .replace(/"261123\d{10}"/g, '"number"')
    .replace(/"(cursor|startCursor|endCursor)": "[^"]+"/g, '"$1": "cursor"')}\n`;

/** Refusals that an example shows on purpose: a work account buys nothing (E20), and only the owner engineer removes others (R97). */
const SHOWN_REFUSALS: Record<string, string[]> = {
  "purchase-incident": ["ACCOUNT_KIND_NOT_ALLOWED"],
  "remove-contact": ["CONTACT_REMOVAL_NOT_ALLOWED"],
};

describe("the published examples, one after another by token", () => {
  it.each(names)("%s answers without an error", async (name) => {
    const short = name.replace(/^\d+-/, "");
    // The pair is shown again to a browser session only, never to a token (reliability.md, A-7).
    const headers: Record<string, string> =
      short === "reveal-agreement" ? { cookie, origin: server.origin } : { authorization: `Bearer ${token}` };
    const answer = await run(name, headers);
    expect(answer.errors).toBeUndefined();
    answers[short] = answer.data;
    const root = Object.values(answer.data ?? {})[0];
    expect(root).not.toBeNull();
    expect((root?.userErrors ?? []).map((error) => error.code)).toEqual(SHOWN_REFUSALS[short] ?? []);
    await expect(golden(answer.data)).toMatchFileSnapshot(`${folder}${name}.answer.json`);
  });

  it("R14, R15, R16: the pair opens a request once registered, and E13: however it was typed", () => {
    expect(resolve("add-agreement.addAgreement.plan.id")).toMatch(/^pln_/);
    expect(resolve("available-plans.availablePlans.0.plan.id")).toBe(resolve("add-agreement.addAgreement.plan.id"));
    expect(resolve("create-request.createRequest.confirmation.incidentsRemaining")).toBe(3);
  });

  it("R94: the request stands in the list of its contact", () => {
    expect(resolve("my-requests.myRequests.nodes.0.id")).toBe(
      resolve("create-request.createRequest.confirmation.requestId"),
    );
  });
});
