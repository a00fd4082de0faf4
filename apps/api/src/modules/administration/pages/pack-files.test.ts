/** Published schemas, and files of packs too large for a GraphQL request, through the server itself (F57, F59, I-9). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { packSeed } from "../../packs/module.js";

const PREVIEW = `mutation ($input: CreatePackPreviewInput!) { createPackPreview(input: $input) { preview { digest isUnchanged problems { line } }
  userErrors { code message } } }`;

describe("packs as files", () => {
  let server: TestServer;
  let admin: string;
  beforeAll(async () => {
    server = await startTestServer({ seed: "demo" });
    admin = await server.signInAs("u-admin");
  });
  afterAll(() => server.stop());

  const send = (
    kind: string,
    body: string,
    headers: Record<string, string> = { cookie: admin, origin: server.origin },
  ) =>
    fetch(`${server.origin}/admin/packs/${kind}`, {
      method: "POST",
      headers: { "content-type": "text/plain", ...headers },
      body,
    });
  const previewOf = async (cookie: string, input: object) => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "ro", cookie, origin: server.origin },
      body: JSON.stringify({ query: PREVIEW, variables: { input } }),
    });
    return ((await response.json()) as { data: { createPackPreview: { preview: unknown; userErrors: unknown[] } } })
      .data.createPackPreview;
  };

  it("F57, F59: every kind has its JSON Schema, for anybody", async () => {
    for (const kind of [
      "programmes",
      "products",
      "topics",
      "portals",
      "regions",
      "teams",
      "partner-tenants",
      "taxes",
    ]) {
      const answer = await fetch(`${server.origin}/schemas/${kind}.json`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        200,
        "application/schema+json; charset=utf-8",
      ]);
      const schema = (await answer.json()) as Record<string, unknown>;
      expect(schema.$id).toBe(`${server.origin}/schemas/${kind}.json`);
      expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    }
  });

  it("F57: the catalogue of products is larger than a request: sent as a file, looked at by its id", async () => {
    const sent = await send("products", packSeed("PRODUCTS"));
    expect(sent.status).toBe(201);
    const file = await fetch(`${server.origin}/admin/packs/products`, { headers: { cookie: admin } });
    expect(await file.text()).toBe(packSeed("PRODUCTS"));
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="products.json"');
    expect((await fetch(`${server.origin}/admin/packs/products`)).status).toBe(401);
    const { uploadId } = (await sent.json()) as { uploadId: string };
    expect(await previewOf(admin, { kind: "PRODUCTS", uploadId })).toMatchObject({
      preview: { isUnchanged: true, problems: [], digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      userErrors: [],
    });
    const gone = {
      preview: null,
      userErrors: [{ code: "PACK_NOT_VALID", message: "Acest fișier încărcat nu mai există." }],
    };
    for (const input of [
      { kind: "TOPICS", uploadId },
      { kind: "PRODUCTS", uploadId: "pku_none" },
    ])
      expect(await previewOf(admin, input)).toEqual(gone);
    expect(await previewOf(admin, { kind: "PRODUCTS" })).toMatchObject({ userErrors: [{ code: "INPUT_REQUIRED" }] });
  });

  it("I-9, F60: from another site, of nobody, of a lead, of no kind there is, or far too large: not taken in", async () => {
    const statusOf = async (kind: string, headers: Record<string, string>) => (await send(kind, "{}", headers)).status;
    expect(await statusOf("taxes", { cookie: admin, origin: "https://elsewhere.example" })).toBe(403);
    expect(await statusOf("taxes", { origin: server.origin })).toBe(401);
    expect(await statusOf("taxes", { cookie: await server.signInAs("u-lead"), origin: server.origin })).toBe(403);
    expect(await statusOf("secrets", { cookie: admin, origin: server.origin })).toBe(404);
    expect((await send("taxes", "x".repeat(9 * 1024 * 1024))).status).toBe(413);
  });
});
