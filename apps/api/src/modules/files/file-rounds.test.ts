/** What comes round by itself, on both databases: the scanner, clearing away, and the oracle over files (F47, I-8, C-3; V5, V6). */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { DEFAULT_LIMITS } from "../../kernel/limits/limits.js";
import { checkFiles } from "./check-files.js";
import { createClamd } from "./clamd.js";
import { clearFiles } from "./clean-up.js";
import { openDiskFiles } from "./disk-files.js";
import type { FileRoom } from "./file-room.js";
import { createReceive } from "./receive.js";
import { scanWaiting } from "./scan-round.js";
import { attachmentStore } from "./storage/attachment-writes.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Stands in for clamd: speaks INSTREAM, finds the word VIRUS. */
const fakeClamd = async (most = 1_000_000): Promise<{ url: string; server: Server }> => {
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.equals(Buffer.from("zPING\0"))) return void socket.end("PONG\0");
      if (all.length > most) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      if (!all.subarray(0, 10).equals(Buffer.from("zINSTREAM\0"))) return;
      if (all.length >= 14 && all.readUInt32BE(all.length - 4) === 0)
        socket.end(all.includes("VIRUS") ? "stream: Test.Virus FOUND\0" : "stream: OK\0");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `tcp://127.0.0.1:${address.port}`, server };
};

describeOnBothDatabases("files that come round", (databases) => {
  let api: TestApi;
  let person: Person;
  let folder: string;
  let room: FileRoom;
  let draftId: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { uploadsPerHour: 1000 } });
    person = await api.person();
    folder = mkdtempSync(join(tmpdir(), "accord-rounds-"));
    room = openDiskFiles(folder, async (id) => {
      const found = await api.db.read.of(attachmentStore).byId(id);
      return found?.state === "UPLOADING" ? found.size : null;
    });
    const saved = await person.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }");
    draftId = saved.data.saveDraft.draft.id;
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const parts = () => ({ db: api.db, clock: api.clock, room });
  const announced = async (name: string, size: number, mediaType = ""): Promise<string> => {
    const answer = await person.ask(
      `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) { attachment { id } userErrors { code } } }`,
      { input: { draftId, name, size, mediaType } },
    );
    return answer.data.createAttachmentUpload.attachment.id;
  };
  const arrived = async (bytes: Buffer, isScanned = false, mediaType = ""): Promise<string> => {
    const id = await announced("a.bin", bytes.length, mediaType);
    await room.begin(id, bytes.length);
    await writeFile(join(folder, "uploads", id), bytes);
    const attachment = await api.db.read.of(attachmentStore).byId(id);
    if (attachment === null) throw new Error("not written");
    await createReceive({ ...parts(), isScanned, onArrival: () => undefined })(attachment);
    return id;
  };
  const stateOf = async (id: string) => (await api.db.read.of(attachmentStore).byId(id))?.state;
  const takeBack = (id: string) =>
    person.ask(`mutation { removeAttachment(input: { attachmentId: "${id}" }) { removedAttachmentId } }`);

  it("F47: what the scanner finds is never handed out, what it cannot judge is told as not scanned", async () => {
    const { url, server } = await fakeClamd();
    servers.push(server);
    const scanner = createClamd(url);
    const clean = await arrived(Buffer.from("harmless"), true);
    const infected = await arrived(Buffer.from("a VIRUS in it"), true);
    const large = await arrived(randomBytes(3_000_000), true);
    expect(await stateOf(clean)).toBe("SCANNING");
    expect(await scanWaiting({ ...parts(), scanner })).toBe(3);
    expect([await stateOf(clean), await stateOf(infected), await stateOf(large)]).toEqual([
      "CLEAN",
      "INFECTED",
      "UNSCANNED",
    ]);
    const told = await person.ask(`{ draft(id: "${draftId}") { attachments { id state url refusal } } }`);
    expect(told.data.draft.attachments).toContainEqual({
      id: infected,
      state: "INFECTED",
      url: null,
      refusal: "A virus was found in this file.",
    });
    for (const id of [clean, infected, large]) await takeBack(id);
  });

  it("F47: while the scanner does not answer, files wait for it", async () => {
    const { url, server } = await fakeClamd();
    await new Promise((resolve) => server.close(resolve));
    const id = await arrived(Buffer.from("waits"), true);
    await expect(scanWaiting({ ...parts(), scanner: createClamd(url) })).rejects.toThrow();
    expect(await stateOf(id)).toBe("SCANNING");
    await takeBack(id);
  });

  it("I-8: a file that lies about what it is is refused, and nothing of it is kept", async () => {
    const id = await arrived(Buffer.from("MZ\u0090\u0000 not a picture"), false, "image/png");
    expect(await api.db.read.of(attachmentStore).byId(id)).toMatchObject({
      state: "REFUSED",
      refusal: "TYPE",
      sha256: null,
    });
    expect(await room.received(id)).toBeNull();
    await takeBack(id);
  });

  it("F47: the same bytes of two people stand there once, and stay until nobody needs them", async () => {
    const bytes = randomBytes(4000);
    const [first, second] = [await arrived(bytes), await arrived(bytes)];
    await takeBack(first);
    api.clock.advance(2 * DAY);
    await clearFiles(parts());
    expect(await room.find(sha256(bytes))).not.toBeNull();
    await takeBack(second);
    api.clock.advance(2 * DAY);
    expect(await clearFiles(parts())).toBe(1);
    expect(await room.find(sha256(bytes))).toBeNull();
  });

  it("F47: content is not cleared away on the day it came, nor while an upload of the same bytes claims it", async () => {
    const bytes = randomBytes(3000);
    await takeBack(await arrived(bytes));
    await clearFiles(parts());
    expect(await room.find(sha256(bytes))).not.toBeNull();
    api.clock.advance(2 * DAY);
    const id = await announced("b.bin", bytes.length);
    await api.db.transaction("test claim", (tx) => tx.of(attachmentStore).claim(id, sha256(bytes)));
    await clearFiles(parts());
    expect(await room.find(sha256(bytes))).not.toBeNull();
    await takeBack(id);
    await clearFiles(parts());
    expect(await room.find(sha256(bytes))).toBeNull();
  });

  it("C-3: content set aside when its process ended is put back", async () => {
    const bytes = randomBytes(2000);
    const id = await arrived(bytes);
    await room.setAside(sha256(bytes));
    expect((await checkFiles(parts())).map(({ check }) => check)).toEqual(["V5"]);
    await clearFiles(parts());
    expect(await checkFiles(parts())).toEqual([]);
    await takeBack(id);
  });

  it("F47: an upload that stands still for a day is thrown away, with what came in of it", async () => {
    const id = await announced("slow.bin", 1000);
    await room.begin(id, 1000);
    // The file system has a clock of its own.
    await utimes(join(folder, "uploads", id), api.clock.now() / 1000, api.clock.now() / 1000);
    api.clock.advance(23 * HOUR);
    await clearFiles(parts());
    expect(await stateOf(id)).toBe("UPLOADING");
    api.clock.advance(2 * HOUR);
    await clearFiles(parts());
    expect([await stateOf(id), await room.received(id)]).toEqual([undefined, null]);
  });

  it("V5, V6: the oracle names a file without its bytes, with other bytes, and content that belongs to nothing", async () => {
    const [whole, missing, other] = [
      await arrived(randomBytes(50)),
      await arrived(randomBytes(60)),
      await arrived(randomBytes(70)),
    ];
    expect(await checkFiles(parts())).toEqual([]);
    const digestOf = async (id: string) => (await api.db.read.of(attachmentStore).byId(id))?.sha256 ?? "";
    const pathOf = (digest: string) => join(folder, "sha256", digest.slice(0, 2), digest.slice(2, 4), digest);
    rmSync(pathOf(await digestOf(missing)));
    await writeFile(pathOf(await digestOf(other)), randomBytes(70));
    const orphan = await digestOf(whole);
    await takeBack(whole);
    expect((await checkFiles(parts())).map(({ message }) => message)).toEqual([
      `attachment ${missing} has no content`,
      `attachment ${other} has other bytes than its digest says`,
    ]);
    api.clock.advance(3 * DAY);
    expect((await checkFiles(parts())).filter(({ check }) => check === "V6")).toEqual([
      { check: "V6", message: `content ${orphan} belongs to nothing` },
    ]);
  });

  it("contract.md, Limits: as many files and bytes as a request may hold, so many uploads an hour", async () => {
    const small = await createTestApi({
      db: api.db,
      seed: "none",
      limits: { ...DEFAULT_LIMITS, filesPerRequest: 2, fileBytes: 100, fileBytesPerRequest: 150, uploadsPerHour: 3 },
    });
    const somebody = await small.person();
    const draft = (await somebody.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }")).data.saveDraft
      .draft.id;
    const begin = async (size: number) => {
      const answer = await somebody.ask(
        `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) { attachment { id } userErrors { code message } } }`,
        { input: { draftId: draft, name: "a", size, mediaType: "" } },
      );
      const told = answer.data?.createAttachmentUpload;
      return answer.errors[0]?.extensions.code ?? told?.userErrors[0]?.code ?? "taken";
    };
    expect(await begin(101)).toBe("ATTACHMENT_REFUSED");
    expect(await begin(0)).toBe("ATTACHMENT_REFUSED");
    expect(await begin(100)).toBe("taken");
    expect(await begin(51)).toBe("ATTACHMENT_LIMIT_REACHED");
    expect(await begin(50)).toBe("taken");
    expect(await begin(1)).toBe("ATTACHMENT_LIMIT_REACHED");
    const other = (await somebody.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }")).data.saveDraft
      .draft.id;
    const more = (size: number) =>
      somebody.ask(
        `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) { userErrors { code } } }`,
        { input: { draftId: other, name: "a", size, mediaType: "" } },
      );
    expect((await more(1)).data.createAttachmentUpload.userErrors).toEqual([]);
    expect((await more(1)).errors[0]?.extensions.code).toBe("RATE_LIMITED");
  });
});
