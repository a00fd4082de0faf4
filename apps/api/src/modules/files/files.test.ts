/** Files over HTTP: resumed after a cut and a restart, handed out only to who may read them, under headers that run nothing (R92, F47, I-8, A-3, A-8, C-3). */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILES as ENTRY_FILES } from "../../../../../tests/support/entry-fields.js";
import { freePort, startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";
import { newUpload, sendBytes, tusHeaders } from "../../../../../tests/support/upload.js";
import {
  addAgreement,
  createRequest,
  issueAgreement,
  newcomer,
  type Visitor,
} from "../../../../../tests/support/visitor.js";
import { attachmentStore } from "./storage/attachment-writes.js";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const FILES = `name size sha256 state mediaType url previewUrl isPreviewable refusal uploaderName`;

let folder: string;
let server: TestServer;
let ana: Visitor;
let requestId: string;

const start = async (port: number, env: Record<string, string> = {}): Promise<TestServer> =>
  startTestServer({ seed: "reference", env: { DATA_DIR: folder, PORT: String(port), ...env } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "accord-files-"));
  server = await start(await freePort());
  ana = await newcomer(server);
  const agreement = await issueAgreement(server);
  await addAgreement(ana, agreement);
  requestId = (await createRequest(ana, agreement.planId)).payload.confirmation.requestId;
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const attach = async (visitor: Visitor, ids: string[]): Promise<unknown> =>
  (
    await visitor.ask(
      `mutation ($input: AddAttachmentsInput!) { addAttachments(input: $input) { entry { kind ${ENTRY_FILES(FILES)} } userErrors { code path } } }`,
      { input: { requestId, attachmentIds: ids } },
    )
  ).data?.addAttachments;

const sent = async (bytes: Uint8Array, name: string, mediaType = ""): Promise<string> => {
  const id = await newUpload(ana, { requestId, name, size: bytes.length, mediaType });
  expect((await sendBytes(server, ana, id, bytes)).status).toBe(204);
  await attach(ana, [id]);
  return id;
};

/** Reads what `what` leaves in the log above info. */
const warningsOf = async (what: () => Promise<void>): Promise<readonly string[]> => {
  const before = server.warnings.length;
  await what();
  return server.warnings.slice(before);
};

const get = (visitor: Pick<Visitor, "cookie"> | null, id: string, headers: Record<string, string> = {}) =>
  fetch(new URL(`/files/${id}`, server.origin), {
    headers: { ...(visitor === null ? {} : { cookie: visitor.cookie }), ...headers },
    redirect: "manual",
  });

/** Sends half of what it announces, then the line is cut. */
const cut = (id: string, offset: number, bytes: Uint8Array, after: number): Promise<void> =>
  new Promise((resolve) => {
    const request = httpRequest(new URL(`/files/${id}`, server.origin), {
      method: "PATCH",
      headers: { ...tusHeaders(server, ana), "upload-offset": offset, "content-length": bytes.length - offset },
    });
    request.on("error", () => resolve());
    request.write(bytes.subarray(offset, offset + after), () => setTimeout(() => request.destroy(), 150));
  });

const offsetOf = async (id: string): Promise<number> => {
  const answer = await fetch(new URL(`/files/${id}`, server.origin), {
    method: "HEAD",
    headers: tusHeaders(server, ana),
  });
  expect(answer.status).toBe(200);
  return Number(answer.headers.get("upload-offset"));
};

it("K6: an upload and a download that succeed leave nothing in the log above info", async () => {
  const warnings = await warningsOf(async () => {
    const id = await sent(Buffer.from("08:00 started"), "a.log", "text/plain");
    for (const range of ["bytes=0-", "bytes=0-3", "bytes=900-"]) await (await get(ana, id, { range })).arrayBuffer();
    await get(ana, "att_01jzzzzzzzzzzzzzzzzzzzzzzz");
  });
  expect(warnings).toEqual([]);
});

describe("uploads", () => {
  it("R92, F47, C-3: goes on after a cut line and after the server began anew; the bytes are the same", async () => {
    const bytes = randomBytes(3_000_000);
    const id = await newUpload(ana, { requestId, name: "trace.etl", size: bytes.length, mediaType: "" });
    await cut(id, 0, bytes, 700_000);
    const first = await offsetOf(id);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(bytes.length);
    await cut(id, first, bytes, 900_000);
    await server.stop();
    server = await start(server.config.port);
    const second = await offsetOf(id);
    expect(second).toBeGreaterThan(first);
    expect((await sendBytes(server, ana, id, bytes, second)).status).toBe(204);
    expect(await attach(ana, [id])).toEqual({
      entry: {
        kind: "ATTACHMENT_ADDED",
        attachments: [
          {
            name: "trace.etl",
            size: bytes.length,
            sha256: sha256(bytes),
            state: "UNSCANNED",
            mediaType: "application/octet-stream",
            url: `/files/${id}`,
            previewUrl: null,
            isPreviewable: false,
            refusal: null,
            uploaderName: "Maria Enescu",
          },
        ],
      },
      userErrors: [],
    });
    const answer = await get(ana, id);
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(bytes));
  });

  it("C-3: all bytes came in but nobody was told: whoever comes back learns that nothing is missing", async () => {
    const bytes = randomBytes(10_000);
    const id = await newUpload(ana, { requestId, name: "a.bin", size: bytes.length, mediaType: "" });
    expect(await offsetOf(id)).toBe(0);
    // As a crash between the last byte and its acknowledgement leaves it.
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(folder, "blobs", "uploads", id), bytes);
    expect(await offsetOf(id)).toBe(bytes.length);
    expect((await server.db.read.of(attachmentStore).byId(id))?.state).toBe("UNSCANNED");
    expect(await offsetOf(id)).toBe(bytes.length);
    expect((await sendBytes(server, ana, id, bytes, bytes.length)).status).toBe(204);
    expect((await sendBytes(server, ana, id, bytes, 0)).status).toBe(409);
  });

  it("F47: takes no more bytes than were announced, and none at another place", async () => {
    const bytes = randomBytes(1000);
    const id = await newUpload(ana, { requestId, name: "a.bin", size: 500, mediaType: "" });
    expect((await sendBytes(server, ana, id, bytes)).status).toBe(413);
    expect((await sendBytes(server, ana, id, bytes.subarray(0, 400), 100)).status).toBe(409);
    expect(await offsetOf(id)).toBe(0);
    expect(await attach(ana, [id])).toMatchObject({ userErrors: [{ code: "ATTACHMENT_NOT_READY" }] });
  });

  it("F47: announced by tus itself, with what the metadata says; DELETE takes it back", async () => {
    const encode = (text: string): string => Buffer.from(text).toString("base64");
    const post = (metadata: string, length = "5") =>
      fetch(new URL("/files", server.origin), {
        method: "POST",
        headers: { ...tusHeaders(server, ana), "upload-length": length, "upload-metadata": metadata },
      });
    const answer = await post(
      `filename ${encode("ș.txt")},filetype ${encode("text/plain")},requestId ${encode(requestId)}`,
    );
    expect(answer.status).toBe(201);
    const id = answer.headers.get("location")?.replace("/files/", "") ?? "";
    expect((await server.db.read.of(attachmentStore).byId(id))?.name).toBe("ș.txt");
    expect((await sendBytes(server, ana, id, Buffer.from("hello"))).status).toBe(204);
    const remove = () =>
      fetch(new URL(`/files/${id}`, server.origin), { method: "DELETE", headers: tusHeaders(server, ana) });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await post(`requestId ${encode("req_nothing")}`)).status).toBe(404);
    expect((await post(`filename ${encode("a")}`)).status).toBe(400);
    expect((await post(`filename ${encode("a")},requestId ${encode(requestId)}`, String(3 * 1024 ** 3))).status).toBe(
      413,
    );
    const options = await fetch(new URL("/files", server.origin), { method: "OPTIONS" });
    expect([options.status, options.headers.get("tus-version"), options.headers.get("tus-extension")]).toEqual([
      204,
      "1.0.0",
      "creation,termination",
    ]);
  });

  it("F47, A-3: an upload is its sender's alone; without a sign-in, from another site or with two proofs there is none", async () => {
    const id = await newUpload(ana, { requestId, name: "a.bin", size: 10, mediaType: "" });
    const bob = await newcomer(server);
    const bytes = Buffer.from("0123456789");
    expect((await sendBytes(server, bob, id, bytes)).status).toBe(404);
    const patch = (headers: Record<string, string>) =>
      fetch(new URL(`/files/${id}`, server.origin), {
        method: "PATCH",
        headers: {
          "tus-resumable": "1.0.0",
          "content-type": "application/offset+octet-stream",
          "upload-offset": "0",
          ...headers,
        },
        body: bytes,
      });
    expect((await patch({})).status).toBe(401);
    expect((await patch({ cookie: ana.cookie, origin: "https://elsewhere.example" })).status).toBe(403);
    expect(
      (await patch({ cookie: ana.cookie, origin: server.origin, authorization: "Bearer acc_nothing" })).status,
    ).toBe(401);
    expect(await offsetOf(id)).toBe(0);
  });
});

describe("downloads", () => {
  it("I-8: headers that let no browser run it, whatever it is", async () => {
    const id = await sent(Buffer.from("<script>alert(1)</script>"), "x.html", "text/html");
    const answer = await get(ana, id);
    const header = (name: string) => answer.headers.get(name);
    expect(answer.status).toBe(200);
    expect(header("content-type")).toBe("application/octet-stream");
    expect(header("content-disposition")).toBe(`attachment; filename=x.html; filename*=UTF-8''x.html`);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(header("cross-origin-resource-policy")).toBe("same-origin");
    expect(header("cache-control")).toBe("private, no-store");
    expect(await answer.text()).toBe("<script>alert(1)</script>");
  });

  it("F47: a part of it, and the rest of a broken download", async () => {
    const id = await sent(Buffer.from("0123456789"), "digits.txt", "text/plain");
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await get(ana, id, { range, ...more });
      return [answer.status, answer.headers.get("content-range"), await answer.text()];
    };
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=0-999")).toEqual([206, "bytes 0-9/10", "0123456789"]);
    expect(await part("bytes=10-")).toEqual([416, "bytes */10", ""]);
    expect(await part("bytes=1-2,4-5")).toEqual([200, null, "0123456789"]);
    expect(await part("bytes=2-4", { "if-range": '"other"' })).toEqual([200, null, "0123456789"]);
    expect((await get(ana, id)).headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const head = await fetch(new URL(`/files/${id}`, server.origin), {
      method: "HEAD",
      headers: { cookie: ana.cookie },
    });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "10"]);
  });

  it("A-3, A-4: to nobody else, and nobody else learns that it is there", async () => {
    const id = await sent(Buffer.from("secret"), "secret.txt");
    const bob = await newcomer(server);
    const told = async (visitor: Visitor | null, which: string) => {
      const answer = await get(visitor, which);
      return [answer.status, (await answer.text()).replace(/"requestId":"[^"]+"/, "")];
    };
    expect((await get(ana, id)).status).toBe(200);
    expect((await told(bob, id))[0]).toBe(404);
    expect(await told(bob, id)).toEqual(await told(bob, `att_${"0".repeat(26)}`));
    expect(await told(null, id)).toEqual(await told(null, `att_${"0".repeat(26)}`));
    for (const which of ["../../etc/passwd", "att_%00", "%2e%2e%2f", "x".repeat(190)])
      expect((await get(ana, encodeURIComponent(which))).status).toBe(404);
  });

  it("A-8: who is removed from the contacts has the address of a file no longer", async () => {
    const bob = await newcomer(server, { email: "bob.removed@carpatia.example" });
    const id = await sent(Buffer.from("for both"), "both.txt");
    const share = await ana.ask(
      `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } userErrors { code } } }`,
      {
        input: {
          requestId,
          contacts: [
            {
              givenName: "Bob",
              familyName: "B",
              email: "bob.removed@carpatia.example",
              preferredContactMethod: "EMAIL",
            },
          ],
        },
      },
    );
    const contactId = share.data.shareRequest.addedContacts[0].id;
    expect((await get(bob, id)).status).toBe(200);
    await bob.ask(
      `mutation { removeContact(input: { requestId: "${requestId}", contactId: "${contactId}" }) { userErrors { code } } }`,
    );
    expect((await get(bob, id)).status).toBe(404);
    expect((await get(ana, id)).status).toBe(200);
  });

  it("I-8: bytes that are not what their digest says are a coded error, never handed out", async () => {
    const bytes = randomBytes(5000);
    const id = await sent(bytes, "a.bin");
    expect((await get(ana, id)).status).toBe(200);
    const digest = sha256(bytes);
    const { open, rm } = await import("node:fs/promises");
    const path = join(folder, "blobs", "sha256", digest.slice(0, 2), digest.slice(2, 4), digest);
    const file = await open(path, "r+");
    await file.write(Buffer.from([(bytes[77] ?? 0) ^ 1]), 0, 1, 77);
    await file.close();
    const damaged = await get(ana, id);
    expect([damaged.status, ((await damaged.json()) as { error: { code: string } }).error.code]).toEqual([
      500,
      "ATTACHMENT_DAMAGED",
    ]);
    await rm(path);
    expect((await get(ana, id, { range: "bytes=0-9" })).status).toBe(500);
  });
});
