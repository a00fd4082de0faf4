/** Hostile names and types from the sender to the reader: shown as names, recorded by their bytes, run by nobody (I-8). */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";
import { announce, newUpload, sendBytes } from "../../../../../tests/support/upload.js";
import { newcomer, type Visitor } from "../../../../../tests/support/visitor.js";
import { attachmentStore } from "./storage/attachment-writes.js";

let folder: string;
let server: TestServer;
let ana: Visitor;
let draftId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "accord-hostile-"));
  server = await startTestServer({
    seed: "reference",
    env: {
      DATA_DIR: folder,
      ACCORD_LIMITS: JSON.stringify({ uploadsPerHour: 1000, filesPerRequest: 500, fileBytes: 5000 }),
    },
  });
  ana = await newcomer(server);
  draftId = (await ana.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }")).data.saveDraft.draft.id;
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (id: string) => fetch(new URL(`/files/${id}`, server.origin), { headers: { cookie: ana.cookie } });
const upload = async (bytes: Uint8Array, name: string, mediaType = ""): Promise<{ id: string; status: number }> => {
  const id = await newUpload(ana, { draftId, name, size: bytes.length, mediaType });
  return { id, status: (await sendBytes(server, ana, id, bytes)).status };
};

const NAMES: readonly (readonly [name: string, disposition: string])[] = [
  ["../../../etc/passwd", "filename*=UTF-8''passwd"],
  ["..\\..\\boot.ini", "filename*=UTF-8''boot.ini"],
  ["/absolute", "filename*=UTF-8''absolute"],
  ["C:\\temp\\a.txt", "filename*=UTF-8''a.txt"],
  ["a\u0000b.txt", "filename*=UTF-8''a%E2%90%80b.txt"],
  ['x"; filename="y.exe', `filename*=UTF-8''x_%3B%20filename%3D_y.exe`],
  ["a\r\nContent-Type: text/html\r\n\r\n<script>", "filename*=UTF-8''html%20_script_"],
  ["invoice\u202Egpj.exe", "filename*=UTF-8''invoicegpj.exe"],
  ["a\u200Bb\uFEFF.txt", "filename*=UTF-8''ab.txt"],
  ["ședință.txt", "filename*=UTF-8''%C8%99edin%C8%9B%C4%83.txt"],
  ["👩‍💻.log", "filename*=UTF-8''%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB.log"],
  [`${"n".repeat(300)}.txt`, `${"n".repeat(50)}.txt`],
  ["CON", "filename*=UTF-8''_CON"],
  ["nul.txt", "filename*=UTF-8''_nul.txt"],
  ["con.tar.gz", "filename*=UTF-8''_con.tar.gz"],
  [".htaccess", "filename*=UTF-8''htaccess"],
  ["...", "filename*=UTF-8''file"],
  [" ", "filename*=UTF-8''file"],
  ["%2e%2e%2f", "filename*=UTF-8''%252e%252e%252f"],
  ["<img src=x onerror=alert(1)>.png", "filename*=UTF-8''_img%20src%3Dx%20onerror%3Dalert%281%29_.png"],
  ["a;b,c=d'e.txt", "filename*=UTF-8''a%3Bb%2Cc%3Dd%27e.txt"],
  ["tab\tname.txt", "filename*=UTF-8''tab%20name.txt"],
  ["same.txt", "filename*=UTF-8''same.txt"],
  ["same.txt", "filename*=UTF-8''same.txt"],
];

describe("I-8: hostile names", () => {
  it.each(NAMES)("%j goes out as a name, on one line, and never becomes a path", async (name, disposition) => {
    const { id, status } = await upload(Buffer.from("x"), name);
    expect(status).toBe(204);
    const header = (await get(id)).headers.get("content-disposition") ?? "";
    expect(header.startsWith("attachment; filename")).toBe(true);
    expect(header).toContain(disposition);
    expect(header.length).toBeLessThan(900);
    expect([...header].every((one) => one >= " " && one <= "~")).toBe(true);
  });

  it("the stored name is the digest alone", () => {
    const names = readdirSync(join(folder, "blobs"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const GIF = Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000///;alert(1)//", "latin1");
const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF");
const ZIP = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(26), Buffer.from("../../evil.sh")]);
const HTML = Buffer.from("<!doctype html><script>alert(document.domain)</script>");
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const EXE = Buffer.concat([Buffer.from("MZ\u0090\u0000", "latin1"), Buffer.alloc(200)]);
const SHORTCUT = Buffer.concat([Buffer.from("4c0000000114020000000000c000000000000046", "hex"), Buffer.alloc(200)]);
const EMF = Buffer.concat([
  Buffer.from("010000006c000000", "hex"),
  Buffer.alloc(32),
  Buffer.from(" EMF"),
  Buffer.alloc(60),
]);
const WMF = Buffer.concat([Buffer.from("d7cdc69a0000", "hex"), Buffer.alloc(100)]);
const LATE_PDF = Buffer.concat([Buffer.from("\u0000\u0001junk\n", "latin1"), PDF]);
const OCTETS = "application/octet-stream";
const TEXT = "text/plain; charset=utf-8";

const TYPES: readonly (readonly [what: string, bytes: Buffer, claimed: string, kept: string, served: string])[] = [
  ["a picture", PNG, "image/png", "image/png", "image/png"],
  ["a picture named otherwise", PNG, "image/jpeg", "image/png", "image/png"],
  ["a picture without a claim", PNG, "", "image/png", "image/png"],
  ["a picture that is a script as well", GIF, "image/gif", "image/gif", "image/gif"],
  ["a script after a picture", Buffer.concat([PNG, HTML]), "image/png", "image/png", "image/png"],
  ["a page after a picture, claimed as a page", Buffer.concat([PNG, HTML]), "text/html", "image/png", "image/png"],
  ["a document with a script", PDF, "application/pdf", "application/pdf", "application/pdf"],
  ["a page", HTML, "text/html", "text/html", OCTETS],
  ["a page claimed as text", HTML, "text/plain", "text/html", OCTETS],
  ["a page without a claim", HTML, "", "text/html", OCTETS],
  ["a page after white space", Buffer.concat([Buffer.from("\n\n  "), HTML]), "", "text/html", OCTETS],
  ["a drawing with a script", SVG, "image/svg+xml", "image/svg+xml", OCTETS],
  ["a drawing claimed as text", SVG, "text/plain", "image/svg+xml", OCTETS],
  [
    "a drawing behind a declaration",
    Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG]),
    "",
    "image/svg+xml",
    OCTETS,
  ],
  ["an archive that climbs", ZIP, "application/zip", "application/zip", OCTETS],
  ["a program", EXE, "", "application/x-msdownload", OCTETS],
  ["a log", Buffer.from("08:00 started\n\u001b[31mfailed\u001b[0m\n"), "", "text/plain", "text/plain; charset=utf-8"],
  ["a log claimed as a script", Buffer.from("x = 1"), "text/javascript", "text/plain", "text/plain; charset=utf-8"],
  ["a Romanian text", Buffer.from("ședință întreruptă"), "text/plain", "text/plain", "text/plain; charset=utf-8"],
  ["a text in UTF-16", Buffer.from("\uFEFFlog", "utf16le"), "text/plain", "text/plain", "text/plain; charset=utf-8"],
  ["bytes that are nothing", Buffer.from([0, 1, 2, 3, 0xff]), "text/plain", OCTETS, OCTETS],
  ["a text with a NUL", Buffer.from("a\u0000b"), "", OCTETS, OCTETS],
  // What an operating system guesses from the ending of a name is no lie (K6).
  ["a source as a film (.ts)", Buffer.from("export const n: number = 1;\n"), "video/mp2t", "text/plain", TEXT],
  ["a module as a film (.mts)", Buffer.from("import x from 'y';\n"), "video/vnd.dlna.mpeg-tts", "text/plain", TEXT],
  ["a Qt translation as a film (.ts)", Buffer.from("<!DOCTYPE TS>\n<TS/>"), "video/mp2t", "text/plain", TEXT],
  ["a module list as a sound (go.mod)", Buffer.from("module example.org/a\n"), "audio/mod", "text/plain", TEXT],
  ["a play list as a sound (.m3u8)", Buffer.from("#EXTM3U\n"), "audio/x-mpegurl", "text/plain", TEXT],
  ["a plan as a picture (.dxf)", Buffer.from("0\nSECTION\n2\nHEADER\n"), "image/vnd.dxf", "text/plain", TEXT],
  ["a drawing of Windows (.emf)", EMF, "image/emf", OCTETS, OCTETS],
  ["an older one (.wmf)", WMF, "image/wmf", OCTETS, OCTETS],
  ["a text as a picture", Buffer.from("hello"), "image/jpeg", "text/plain", TEXT],
  ["a cut-off picture without its head", PNG.subarray(10), "image/png", OCTETS, OCTETS],
  ["an archive as a document", ZIP, "application/pdf", "application/zip", OCTETS],
  ["a picture as an archive", PNG, "application/zip", "image/png", "image/png"],
  ["a document after bytes of a gateway", LATE_PDF, "application/pdf", "application/pdf", "application/pdf"],
  ["one byte", Buffer.from("x"), "", "text/plain", "text/plain; charset=utf-8"],
];

const LIES: readonly (readonly [what: string, bytes: Buffer, claimed: string])[] = [
  ["a program as a picture", EXE, "image/png"],
  ["a page as a picture", HTML, "image/png"],
  ["a program as an archive", EXE, "application/zip"],
  ["a shortcut as a document", SHORTCUT, "application/pdf"],
  ["a program as a text", EXE, "text/plain"],
  ["a drawing as a picture", SVG, "image/png"],
];

describe("I-8: hostile types", () => {
  it.each(TYPES)(
    "%s is known by its bytes and goes out as what nobody runs",
    async (_what, bytes, claimed, kept, served) => {
      const { id, status } = await upload(bytes, "evidence", claimed);
      expect(status).toBe(204);
      expect((await server.db.read.of(attachmentStore).byId(id))?.mediaType).toBe(kept);
      const answer = await get(id);
      const header = (name: string) => answer.headers.get(name);
      expect([answer.status, header("content-type")]).toEqual([200, served]);
      expect(header("content-disposition")).toMatch(/^attachment; /);
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("content-security-policy")).toBe("sandbox; default-src 'none'");
      expect(header("cross-origin-resource-policy")).toBe("same-origin");
      expect(header("cache-control")).toBe("private, no-store");
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    },
  );

  it.each(LIES)("%s is refused with a clear word, and nothing of it is kept", async (_what, bytes, claimed) => {
    const { id, status } = await upload(bytes, "evidence", claimed);
    expect(status).toBe(422);
    expect(await server.db.read.of(attachmentStore).byId(id)).toMatchObject({ state: "REFUSED", sha256: null });
    const told = await ana.ask(`{ node(id: "${id}") { ... on Attachment { state url refusal } } }`);
    expect(told.data.node).toEqual({
      state: "REFUSED",
      url: null,
      refusal: "The content of this file is not what its type says.",
    });
    expect((await get(id)).status).toBe(410);
    expect(readdirSync(join(folder, "blobs", "uploads"))).not.toContain(id);
  });

  it("nothing, a byte too much, and cut off at 99 %: told beforehand, or never half-kept", async () => {
    const refusal = async (size: number) =>
      (await announce(ana, { draftId, name: "a", size, mediaType: "" })).data.createAttachmentUpload.userErrors[0]
        ?.message;
    expect(await refusal(0)).toBe("This file is empty.");
    expect(await refusal(5001)).toBe("This file is larger than allowed.");
    expect((await upload(Buffer.alloc(4999, 65), "a")).status).toBe(204);
    expect((await upload(Buffer.alloc(5000, 65), "a")).status).toBe(204);
    const id = await newUpload(ana, { draftId, name: "a", size: 5000, mediaType: "" });
    expect((await sendBytes(server, ana, id, Buffer.alloc(4950, 65))).status).toBe(204);
    expect(await server.db.read.of(attachmentStore).byId(id)).toMatchObject({ state: "UPLOADING", sha256: null });
    expect((await get(id)).status).toBe(404);
  });
});
