/** Clients that others use, as they come: nothing is set but the address and the token. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { createTypePolicies, possibleTypes } from "@accord/schema";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { buildSchema, parse } from "graphql";
import { request } from "graphql-request";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
import { onPath } from "../../scripts/machine.mjs";
import { startTestServer, type TestServer } from "../support/test-server.js";

const run = promisify(execFile);
const VIEWER = "query Viewer { viewer { account { id email } } }";
const CATALOGUE =
  "query Versions { productVersions(first: 3) { nodes { id slug name product { id name } } pageInfo { hasNextPage endCursor } } }";

let server: TestServer;
let url: string;
let headers: { authorization: string };

beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
  url = `${server.origin}/graphql`;
  const [account] = await server.db.read.of(accountStore).list({ email: "lena.koch@nordwind.example" });
  const { token } = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: account?.id ?? "", name: "clients", scopes: ["requests:read"], expiresAt: null },
  );
  headers = { authorization: `Bearer ${token}` };
});
afterAll(async () => {
  await server?.stop();
});

it.each([undefined, "force", "within-url-limit", false] as const)(
  "F73: urql, with preferGetMethod %s, reads, pages and is told of errors",
  async (preferGetMethod) => {
    const client = new Client({
      url,
      exchanges: [cacheExchange, fetchExchange],
      fetchOptions: { headers },
      ...(preferGetMethod === undefined ? {} : { preferGetMethod }),
    });
    expect((await client.query(VIEWER, {})).data.viewer.account.email).toBe("lena.koch@nordwind.example");
    expect((await client.query(CATALOGUE, {})).data.productVersions.nodes).toHaveLength(3);
    const { error } = await client.query("query ($id: ID!) { request(by: { id: $id }) { id } }", { id: "req_none" });
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: "NOT_FOUND", inputPath: ["by", "id"] });
    const read = "mutation { markNoticesRead(input: { isAll: true }) { unreadNoticeCount } }";
    expect((await client.mutation(read, {})).error?.graphQLErrors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      requiredScopes: ["requests:write"],
    });
  },
);

it("F73: Apollo Client keeps what it was told, each object once", async () => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url, headers }) });
  const { data } = await client.query<{ productVersions: { nodes: { id: string; name: string }[] } }>({
    query: gql(CATALOGUE),
  });
  const kept = await client.query({ query: gql(CATALOGUE), fetchPolicy: "cache-only" });
  expect(kept.data).toEqual(data);
  const [one] = data?.productVersions.nodes ?? [];
  const cached = client.cache.extract() as Record<string, { name?: string }>;
  expect(cached[`ProductVersion:${one?.id}`]?.name).toBe(one?.name);
});

it("F73: Apollo Client, with the package's policies, knows an entry that is of another kind by now", () => {
  const cache = new InMemoryCache({ possibleTypes, typePolicies: createTypePolicies(relayStylePagination) });
  const fragment = gql("fragment Entry on TimelineEntry { id kind }");
  for (const [__typename, kind] of [
    ["AutoReplyEntry", "AUTO_REPLY"],
    ["ReplyEntry", "REPLY"],
  ] as const)
    cache.writeFragment({ fragment, data: { __typename, id: "evt_1", kind } });
  const kept = Object.values(cache.extract()).filter((one) => one?.id === "evt_1");
  expect(kept).toMatchObject([{ __typename: "ReplyEntry", kind: "REPLY" }]);
});

it.each([true, false])(
  "F73: Apollo Client's persisted queries go on with whole ones (by GET: %s)",
  async (useGETForHashedQueries) => {
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: url, headers }));
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    for (const query of [VIEWER, CATALOGUE]) {
      const { data, error } = await client.query({ query: gql(query) });
      expect(error).toBeUndefined();
      expect(data).toBeDefined();
    }
  },
);

it("F73: who asks by a hash alone is told in the words of the protocol", async () => {
  const persistedQuery = { version: 1, sha256Hash: "a".repeat(64) };
  const asked = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ extensions: { persistedQuery } }),
  });
  const { errors } = (await asked.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect([asked.status, errors[0]?.message, errors[0]?.extensions.code]).toEqual([
    200,
    "PersistedQueryNotSupported",
    "PERSISTED_QUERY_NOT_SUPPORTED",
  ]);
});

it("F73: graphql-request reads, and throws what went wrong", async () => {
  const { viewer } = await request<{ viewer: { account: { email: string } } }>(url, VIEWER, {}, headers);
  expect(viewer.account.email).toBe("lena.koch@nordwind.example");
  await expect(request(url, '{ draft(id: "drf_none") { id } }', {}, headers)).rejects.toMatchObject({
    response: { errors: [{ extensions: { code: "NOT_FOUND", inputPath: ["id"] } }] },
  });
});

it("F73: graphql-codegen makes types of the SDL as it comes, and knows every scalar's form", async () => {
  const sdl = readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8");
  const text = await codegen({
    filename: "schema.ts",
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: [{ document: parse(CATALOGUE), location: "catalogue.graphql" }],
    config: {},
    plugins: [{ typescript: {} }, { typescriptOperations: {} }],
    pluginMap: { typescript, typescriptOperations },
  });
  expect(text).toContain("export type VersionsQuery =");
  for (const { name, specifiedByURL } of Object.values(buildSchema(sdl).getTypeMap()).filter(
    (type) => "specifiedByURL" in type && !["Boolean", "Float", "ID", "Int", "String"].includes(type.name),
  ) as { name: string; specifiedByURL: string | null }[])
    expect(specifiedByURL, name).toMatch(/^https:/);
});

it("F73: Python reads with its standard library", async () => {
  const python = onPath(["python3", "python"]);
  if (python === null)
    throw new Error("This test asks as Python does: install Python 3 (Debian: apt-get install python3).");
  const script = `
import json, sys, urllib.request
url, token, query = sys.argv[1:]
asked = urllib.request.Request(url, json.dumps({"query": query}).encode(), {"Content-Type": "application/json", "Authorization": token})
print(urllib.request.urlopen(asked).read().decode())
`;
  // Not waited for by blocking: the server is in this process.
  const { stdout } = await run(python, ["-c", script, url, headers.authorization, VIEWER]);
  expect(JSON.parse(stdout).data.viewer.account.email).toBe("lena.koch@nordwind.example");
});
