/** At least sixty hostile documents and bodies at a running server: each refused before anything runs, with a code that says why; others are served meanwhile (I-3, I-4). */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_DOCUMENTS, times } from "../support/hostile-documents.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { persona, type Visitor } from "../support/visitor.js";

const JSON_TYPE = { "content-type": "application/json" };
const MEBIBYTES_10 = 10 * 1024 * 1024;
const ask = (query: string, variables?: object): RequestInit => ({
  method: "POST",
  headers: JSON_TYPE,
  body: JSON.stringify({ query, variables }),
});
/** In pieces, so that no header says how long it is. */
const endless = (bytes: number): RequestInit => {
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      left -= 65_536;
      if (left < 0) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  return { method: "POST", headers: JSON_TYPE, body, duplex: "half" } as RequestInit;
};
const BOMB = gzipSync(Buffer.alloc(MEBIBYTES_10, 0x20));

/** Name, request, and where its document stands in the address instead. */
const BODIES: readonly (readonly [name: string, init: RequestInit, query?: string])[] = [
  ["10 MiB of document", ask("#".repeat(MEBIBYTES_10))],
  ["10 MiB of variables", ask("{ __typename }", { a: "x".repeat(MEBIBYTES_10) })],
  ["10 MiB in pieces", endless(MEBIBYTES_10)],
  ["10 MiB compressed", { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: BOMB }],
  ["compressed twice", { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip, gzip" }, body: BOMB }],
  [
    "a batch",
    { method: "POST", headers: JSON_TYPE, body: JSON.stringify(Array(10).fill({ query: "{ viewer { scopes } }" })) },
  ],
  ["a batch of one", { method: "POST", headers: JSON_TYPE, body: '[{"query":"{ __typename }"}]' }],
  [
    "variables 20,000 deep",
    {
      method: "POST",
      headers: JSON_TYPE,
      body: `{"query":"{ __typename }","variables":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    },
  ],
  ["variables as a list", { method: "POST", headers: JSON_TYPE, body: '{"query":"{ __typename }","variables":[1]}' }],
  ["a document that is a number", { method: "POST", headers: JSON_TYPE, body: '{"query":1}' }],
  ["a body cut off", { method: "POST", headers: JSON_TYPE, body: '{"query":"{ __typename }"' }],
  [
    "a mutation by GET",
    { method: "GET" },
    "mutation { markNoticesRead(input: { isAll: true }) { unreadNoticeCount } }",
  ],
  ["a flood of __typename by GET", { method: "GET" }, `{ ${times(1000, () => "__typename")} }`],
  ["a document of 20 kB by GET", { method: "GET" }, `{ viewer { scopes } } # ${"x".repeat(20_000)}`],
  [
    "a name of an operation, 50,000 long",
    {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ query: "query A { viewer { scopes } }", operationName: "B".repeat(50_000) }),
    },
  ],
];
const CODES = ["QUERY_TOO_COMPLEX", "BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];

describe("hostile documents at a running server", () => {
  let server: TestServer;
  let attacker: Visitor;
  let other: Visitor;
  beforeAll(async () => {
    server = await startTestServer({
      seed: "demo",
      env: { ACCORD_LIMITS: JSON.stringify({ anonymousPerMinute: 10_000, costBucket: 1_000_000 }) },
    });
    attacker = await persona(server, "u-lena");
    other = await persona(server, "u-radu");
  });
  afterAll(() => server?.stop());

  const send = async (init: RequestInit, query?: string) => {
    const headers = {
      ...init.headers,
      ...(init.method === "POST" ? { cookie: attacker.cookie, origin: server.origin } : {}),
    };
    const address = query === undefined ? "/graphql" : `/graphql?${new URLSearchParams({ query })}`;
    const response = await fetch(new URL(address, server.origin), { ...init, headers });
    return { status: response.status, text: await response.text() };
  };
  /** What a refusal before anything ran looks like; null: it is one. */
  const faultOf = ({ status, text }: { readonly status: number; readonly text: string }): string | null => {
    // Too long an address is refused by the HTTP server itself, as everywhere.
    if (status === 431) return null;
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    if (status >= 500) return `status ${status}`;
    if (data !== undefined && data !== null && Object.values(data).some((value) => value !== null))
      return `data ${text}`;
    return CODES.includes(errors?.[0]?.extensions.code ?? "") ? null : text.slice(0, 200);
  };

  it("I-3, I-4: are sixty and more, each refused with its code; who asks for something ordinary meanwhile is answered", async () => {
    const all = [
      ...HOSTILE_DOCUMENTS.map(([name, document, variables]) => [name, ask(document, variables)] as const),
      ...BODIES,
    ];
    expect(all.length).toBeGreaterThanOrEqual(60);
    let isOver = false;
    const served: string[][] = [];
    const ordinary = (async () => {
      while (!isOver)
        served.push(
          (await other.ask("{ viewer { scopes } myRequests(first: 5) { totalCount } }")).errors.map(
            ({ extensions }) => extensions.code,
          ),
        );
    })();
    const faults: string[] = [];
    for (let start = 0; start < all.length; start += 8) {
      const sent = all.slice(start, start + 8).map(async ([name, init, query]) => {
        const fault = faultOf(await send(init, query));
        if (fault !== null) faults.push(`${name}: ${fault}`);
      });
      await Promise.all(sent);
    }
    isOver = true;
    await ordinary;
    expect(faults).toEqual([]);
    expect(served.length).toBeGreaterThan(5);
    expect(served.flat()).toEqual([]);
  });

  it("I-3: one that was let through would be seen", () => {
    expect(faultOf({ status: 200, text: '{"data":{"viewer":{"scopes":[]}}}' })).toContain("data");
    expect(faultOf({ status: 500, text: "{}" })).toBe("status 500");
    expect(
      faultOf({ status: 200, text: '{"data":null,"errors":[{"extensions":{"code":"NOT_FOUND"}}]}' }),
    ).not.toBeNull();
  });
});
