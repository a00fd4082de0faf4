/** The files that the demo world's timelines name: taken as uploads are, once the requests they were sent with stand (F47). */
import { readFileSync } from "node:fs";
import { type Attachment, declaredTypeOf, type EpochMs, UPLOAD_KEPT_FOR_MS } from "@accord/domain";
import { type Database, newId } from "../kernel/db/index.js";
import { attachmentStore, type Files } from "../modules/files/module.js";
import { type DemoEvent, readDemoWorld } from "../modules/packs/module.js";
import { requestStore, type TimelineEntry } from "../modules/requests/module.js";

const FOLDER = new URL("../../seeds/files/", import.meta.url);
/** More than a demo request has. */
const MOST_ENTRIES = 100;

export interface FileContext {
  readonly db: Database;
  readonly files: Pick<Files, "take">;
  readonly now: EpochMs;
}

/** Makes those that are not there; a run that was cut off is finished by the next. */
export const seedFiles = async (ground: FileContext): Promise<void> => {
  for (const { number, timeline } of readDemoWorld().requests)
    for (const event of timeline)
      if (event.kind === "attachment" && number !== null) await seedFile(ground, number, event);
};

const seedFile = async (ground: FileContext, number: string, { name = "", contentType = "" }: DemoEvent) => {
  const { db } = ground;
  const request = await db.read.of(requestStore).byNumber(number);
  if (request === null) return;
  const sent = await db.read.of(attachmentStore).ofRequests([request.id]);
  if (sent.some((file) => file.name === name)) return;
  const { rows } = await db.read.of(requestStore).timeline(request.id, { first: MOST_ENTRIES, after: null });
  const entry = rows.find(({ kind, params }) => kind === "ATTACHMENT_ADDED" && params?.name === name);
  if (entry === undefined) throw new Error(`${number} has no entry for ${name}`);
  await send(ground, entry, { name, contentType });
};

const send = async (
  { db, files, now }: FileContext,
  entry: Pick<TimelineEntry, "id" | "requestId" | "actorId" | "at">,
  { name, contentType }: { readonly name: string; readonly contentType: string },
): Promise<void> => {
  const bytes = readFileSync(new URL(name, FOLDER));
  const begun = {
    id: newId("att", entry.at),
    requestId: entry.requestId,
    draftId: null,
    uploaderId: entry.actorId,
    name,
    size: bytes.length,
    declaredType: declaredTypeOf(contentType),
    createdAt: entry.at,
    expiresAt: now + UPLOAD_KEPT_FOR_MS,
  };
  await db.transaction("seed.file", (tx) => tx.of(attachmentStore).create(begun));
  const nothing = { entryId: null, mediaType: null, sha256: null, refusal: null, uploadedAt: null } as const;
  await files.take({ ...begun, ...nothing, state: "UPLOADING" } satisfies Attachment, bytes);
  const bound = await db.transaction("seed.file.sent", (tx) =>
    tx.of(attachmentStore).bindToEntry([begun.id], entry.requestId, entry.id, entry.actorId),
  );
  if (bound !== 1) throw new Error(`${name} was not taken`);
};
