/** K10: what crosses the wire, byte by byte: compressed where that is safe, the same when it is read, and told right to caches. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { request as ask, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.js";

const BUILD = fileURLToPath(new URL("../../apps/web/dist/", import.meta.url));
const ENCODINGS = ["br", "gzip"] as const;
/** What a text may weigh without being compressed. */
const PLAIN_UP_TO = 2048;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came: nothing is decoded. */
  readonly bytes: Buffer;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Unlike fetch, decodes nothing and adds no header. */
const get = (server: TestServer, path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = ask(new URL(path, server.origin), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject).end(body);
  });

const decoded = ({ headers, bytes }: Answer): Buffer =>
  headers["content-encoding"] === "br"
    ? brotliDecompressSync(bytes)
    : headers["content-encoding"] === "gzip"
      ? gunzipSync(bytes)
      : bytes;

const graphql = (query: string, headers: Record<string, string>): Ask => ({
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/json", ...headers },
  body: JSON.stringify({ query }),
});
const PUBLIC_OPERATION = "{ articles(first: 100) { nodes { id: slug title } } }";
const INTROSPECTION = "{ __schema { types { name description fields { name description } } } }";

const assetsOf = (root: string): string[] =>
  readdirSync(join(root, "assets"))
    .filter((name) => /\.(js|css|svg|ttf)$/.test(name) && statSync(join(root, "assets", name)).size >= PLAIN_UP_TO)
    .map((name) => `/assets/${name}`);

/** Texts that are the same for everybody. */
const PUBLIC_TEXTS = ["/", "/docs/api", "/docs/api.css", "/docs/schema.graphql", "/auth/pages.css"];

/** Everything that is wrong with how `path` is sent. */
const faultsOf = async (server: TestServer, path: string): Promise<string[]> => {
  const headers = { accept: "text/html,*/*" };
  const plain = await get(server, path, { headers });
  const faults: string[] = [];
  const holds = (what: string, isTrue: boolean): void => void (isTrue || faults.push(`${path}: ${what}`));
  holds("200", plain.status === 200);
  holds("plain without being asked", plain.headers["content-encoding"] === undefined);
  holds("vary", /accept-encoding/i.test(plain.headers.vary ?? ""));
  const tags = new Set([plain.headers.etag]);
  for (const encoding of ENCODINGS) {
    const answer = await get(server, path, { headers: { ...headers, "accept-encoding": encoding } });
    const head = await get(server, path, { method: "HEAD", headers: { ...headers, "accept-encoding": encoding } });
    holds(`${encoding}: content-encoding`, answer.headers["content-encoding"] === encoding);
    holds(`${encoding}: smaller`, answer.bytes.length < plain.bytes.length * 0.7);
    holds(`${encoding}: vary`, /accept-encoding/i.test(answer.headers.vary ?? ""));
    holds(`${encoding}: content-length`, Number(answer.headers["content-length"]) === answer.bytes.length);
    holds(`${encoding}: type`, answer.headers["content-type"] === plain.headers["content-type"]);
    holds(`${encoding}: HEAD without a body`, head.bytes.length === 0 && head.status === 200);
    holds(`${encoding}: HEAD as GET`, head.headers["content-encoding"] === encoding);
    const isFresh = /__?nonce|csp-nonce/.test(plain.bytes.toString());
    if (isFresh) continue;
    holds(`${encoding}: HEAD's length`, head.headers["content-length"] === answer.headers["content-length"]);
    holds(`${encoding}: the same text`, decoded(answer).equals(plain.bytes));
    if (answer.headers.etag === undefined) continue;
    holds(`${encoding}: a tag of its own`, !tags.has(answer.headers.etag));
    tags.add(answer.headers.etag);
    const known = { ...headers, "accept-encoding": encoding, "if-none-match": answer.headers.etag };
    const again = await get(server, path, { headers: known });
    holds(`${encoding}: 304 to who has it`, again.status === 304 && again.bytes.length === 0);
    holds(`${encoding}: 304 with its tag and vary`, again.headers.etag === answer.headers.etag && !!again.headers.vary);
  }
  return faults;
};

const faultsOfAll = async (server: TestServer, paths: readonly string[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(server, path)));
  return faults;
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
});
afterAll(() => server.stop());

describe("K10: what is the same for everybody", () => {
  it("every text of the build is sent compressed, and kept for good", async () => {
    const assets = assetsOf(BUILD);
    expect(assets.length).toBeGreaterThan(50);
    expect(await faultsOfAll(server, assets)).toEqual([]);
    const { headers } = await get(server, assets[0] ?? "", { headers: { "accept-encoding": "br" } });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it("so are the pages, the reference and the schema", async () => {
    expect(await faultsOfAll(server, PUBLIC_TEXTS)).toEqual([]);
  });

  it("a build that nobody compressed is seen", async () => {
    const root = mkdtempSync(join(tmpdir(), "accord-plain-"));
    cpSync(BUILD, root, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
    const plain = await startTestServer({ parts: { web: { kind: "built", root } } });
    const [asset = ""] = assetsOf(root);
    expect(await faultsOf(plain, asset)).toEqual(
      expect.arrayContaining([`${asset}: br: content-encoding`, `${asset}: gzip: smaller`]),
    );
    await plain.stop();
    rmSync(root, { recursive: true });
  });

  it("a part of a file is a part of what was compressed", async () => {
    const [path = ""] = assetsOf(BUILD);
    for (const encoding of ENCODINGS) {
      const whole = await get(server, path, { headers: { "accept-encoding": encoding } });
      const part = await get(server, path, { headers: { "accept-encoding": encoding, range: "bytes=10-99" } });
      expect([part.status, part.headers["content-encoding"]]).toEqual([206, encoding]);
      expect(part.headers["content-range"]).toBe(`bytes 10-99/${whole.bytes.length}`);
      expect(part.bytes.equals(whole.bytes.subarray(10, 100))).toBe(true);
    }
  });

  it.each([
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0", undefined],
    ["identity", undefined],
    ["gzip, deflate, br, zstd", "br"],
    ["GZIP", "gzip"],
    ["deflate, zstd", undefined],
  ])("who takes “%s” gets %s", async (accepted, encoding) => {
    const path = assetsOf(BUILD)[0] ?? "";
    for (const each of [path, "/docs/api", "/"]) {
      const answer = await get(server, each, { headers: { "accept-encoding": accepted, accept: "text/html" } });
      expect(answer.headers["content-encoding"], each).toBe(encoding);
    }
  });
});

describe("K10: what belongs to somebody never tells its length (BREACH)", () => {
  it("an operation of nobody in particular is compressed and reads the same", async () => {
    const plain = await get(server, "/graphql", graphql(INTROSPECTION, {}));
    for (const encoding of ENCODINGS) {
      const answer = await get(server, "/graphql", graphql(INTROSPECTION, { "accept-encoding": encoding }));
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(answer.headers.vary).toBe("accept-encoding");
      expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 4);
      expect(JSON.parse(decoded(answer).toString()).data).toEqual(JSON.parse(plain.bytes.toString()).data);
    }
  });

  it("the same operation of a session is not, however public what it asks for", async () => {
    const cookie = await server.signInAs("u-radu");
    for (const query of [INTROSPECTION, PUBLIC_OPERATION, "{ myRequests { nodes { id title } } }"]) {
      const headers = { cookie, origin: server.origin, "accept-encoding": "br, gzip" };
      const answer = await get(server, "/graphql", graphql(query, headers));
      expect([answer.status, answer.headers["content-encoding"]], query).toEqual([200, undefined]);
    }
  });

  it("no page or table that a cookie opens is compressed; what is the same for everybody is", async () => {
    const cookie = await server.signInAs("u-admin");
    const withCookie = { "accept-encoding": "br, gzip", accept: "text/html", cookie };
    for (const path of ["/admin/mail", "/admin/export/accounts.csv", "/admin/export/audit.csv", "/admin/nothing"]) {
      const answer = await get(server, path, { headers: withCookie });
      expect(answer.headers["content-encoding"], path).toBeUndefined();
    }
    for (const path of PUBLIC_TEXTS) {
      const answer = await get(server, path, { headers: withCookie });
      expect(answer.headers["content-encoding"], path).toBe("br");
    }
  });
});
