/** A large upload cut three times, and kills during small ones: what was acknowledged is there, byte for byte, in flat memory (F47, R92; C-3). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { killAll, runCommand, type SpawnedServer, spawnServer } from "../support/processes.js";
import { bytesOf, digestOf, offsetOf, sendFrom, type Target } from "../support/resumable-client.js";
import { isLong } from "../support/tier.js";
import { createWorld, type Holder, type World } from "../support/world.js";

/** TEST_UPLOAD_MIB sets another number. */
const MIB = 1024 * 1024;
const SIZE = Number(process.env.TEST_UPLOAD_MIB ?? (isLong ? "1024" : "64")) * MIB;
/** TEST_UPLOAD_KILLS sets another number. */
const KILLS = Number(process.env.TEST_UPLOAD_KILLS ?? (isLong ? "40" : "2"));
const LIMITS = JSON.stringify({ uploadsPerHour: 100_000, filesPerRequest: 100_000, costRefillPerSecond: 1_000_000 });
let world: World | undefined;
afterAll(async () => {
  await killAll();
  world?.remove();
});

const ask = async (origin: string, { token }: Holder, query: string, input?: object) => {
  const reply = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape its own document asked for.
  const { data } = (await reply.json()) as { data: any };
  return data;
};
const ANNOUNCE = `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) { attachment { id } userErrors { code } } }`;

const newDraft = async (origin: string, holder: Holder): Promise<string> =>
  (await ask(origin, holder, "mutation { saveDraft(input: { content: {} }) { draft { id } } }")).saveDraft.draft.id;
const announce = async (origin: string, holder: Holder, draftId: string, size: number): Promise<Target> => {
  const input = { draftId, name: "memory.dmp", size, mediaType: "" };
  const told = await ask(origin, holder, ANNOUNCE, input);
  return { origin, token: holder.token, id: told.createAttachmentUpload.attachment.id };
};
const digestThere = async ({ origin, token, id }: Target): Promise<string> => {
  const reply = await fetch(`${origin}/files/${id}`, { headers: { authorization: `Bearer ${token}` } });
  expect(reply.status).toBe(200);
  const hash = createHash("sha256");
  for await (const part of reply.body ?? []) hash.update(part as Uint8Array);
  return hash.digest("hex");
};

/** Resident memory of a process in MiB, now and at its most. */
const memoryOf = ({ pid }: SpawnedServer): { readonly now: number; readonly most: number } => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), most: read("VmHWM") };
};
const verify = async (portal: World): Promise<void> => {
  const { code, stdout } = await runCommand(["verify"], portal.env);
  expect([code, stdout.trim()]).toEqual([0, "All invariants hold."]);
};

test(`C-3, F47: ${SIZE / MIB} MiB cut by the network, by its client and by kill -9 of the server arrive byte for byte in flat memory`, {
  timeout: 900_000,
}, async () => {
  const portal = await createWorld({ holders: 1, agreements: [4] });
  world = portal;
  const [holder] = portal.holders;
  if (holder === undefined) throw new Error("nobody holds anything");
  const env = { ...portal.env, ACCORD_LIMITS: LIMITS };
  const warmUp = async (server: SpawnedServer, draftId: string): Promise<number> => {
    const small = await announce(server.origin, holder, draftId, 8 * MIB);
    expect(await sendFrom(small, { seed: 1, size: 8 * MIB, offset: 0 })).toBe(204);
    expect(await digestThere(small)).toBe(digestOf(1, 8 * MIB));
    return memoryOf(server).now;
  };
  let server = await spawnServer(env);
  const draftId = await newDraft(server.origin, holder);
  let before = await warmUp(server, draftId);
  const grown: number[] = [];
  const big = await announce(server.origin, holder, draftId, SIZE);
  const file = { seed: 7, size: SIZE };

  // The network goes, then the client: a new one knows nothing but the address.
  expect(await sendFrom(big, { ...file, offset: 0, cutAt: Math.floor(SIZE * 0.27) })).toBeNull();
  const first = await offsetOf(big);
  expect(first).toBeGreaterThan(SIZE * 0.2);
  expect(await sendFrom(big, { ...file, offset: first, cutAt: Math.floor(SIZE * 0.55) })).toBeNull();
  const second = await offsetOf(big);
  expect(second).toBeGreaterThan(first);
  grown.push(memoryOf(server).most - before);

  const killed = server;
  const act = (): void => void killed.crash();
  expect(await sendFrom(big, { ...file, offset: second, at: { offset: Math.floor(SIZE * 0.8), act } })).toBeNull();
  await killed.ended;
  server = await spawnServer(env);
  before = await warmUp(server, draftId);
  const again = { ...big, origin: server.origin };
  const third = await offsetOf(again);
  expect(third).toBeGreaterThan(second);
  expect(await sendFrom(again, { ...file, offset: third })).toBe(204);
  expect(await digestThere(again)).toBe(digestOf(7, SIZE));
  grown.push(memoryOf(server).most - before);
  console.log(
    `offsets ${[first, second, third].map((at) => Math.round(at / MIB)).join(", ")} MiB; server memory grew by at most ${grown.map((one) => one.toFixed(1)).join(" and ")} MiB`,
  );
  for (const one of grown) expect(one).toBeLessThan(50);
  await verify(portal);
  await server.stop();
});

test(`C-3: ${KILLS} kills during uploads: every acknowledged one is there with its digest, accord verify green`, {
  timeout: 900_000,
}, async () => {
  const portal = world ?? (await createWorld({ holders: 1, agreements: [4] }));
  world = portal;
  const [holder] = portal.holders;
  if (holder === undefined) throw new Error("nobody holds anything");
  const env = { ...portal.env, ACCORD_LIMITS: LIMITS };
  const acknowledged: { id: string; seed: number; size: number }[] = [];
  let seed = 10;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await spawnServer(env);
    const draftId = await newDraft(server.origin, holder);
    let isAlive = true;
    const client = async (): Promise<void> => {
      while (isAlive) {
        seed += 1;
        const mine = seed;
        const size = mine % 5 === 0 ? 8 * MIB : 1024 + ((mine * 7919) % (2 * MIB));
        const target = await announce(server.origin, holder, draftId, size);
        if ((await sendFrom(target, { seed: mine % 256, size, offset: 0 })) !== 204) return;
        acknowledged.push({ id: target.id, seed: mine % 256, size });
      }
    };
    // A call cut off by the kill ends its client: nobody was told anything then.
    const clients = [1, 2, 3].map(() => client().catch(() => undefined));
    await new Promise((done) => setTimeout(done, 300 + ((kill * 137) % 500)));
    isAlive = false;
    await server.crash();
    await Promise.all(clients);
  }
  const server = await spawnServer(env);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  for (const { id, seed: mine, size } of acknowledged)
    expect(await digestThere({ origin: server.origin, token: holder.token, id }), id).toBe(digestOf(mine, size));
  console.log(`${acknowledged.length} acknowledged uploads in ${KILLS} lives, all there`);
  await verify(portal);
  await server.stop();
});

test("the client's own bytes begin anywhere", () => {
  const whole = Buffer.concat([...bytesOf(3, 0, MIB + 13)]);
  expect(Buffer.concat([...bytesOf(3, 300_001, MIB + 13)]).equals(whole.subarray(300_001))).toBe(true);
});
