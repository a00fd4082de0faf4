/** Refusals about the files of a request. */
import { newId } from "../../../apps/api/src/kernel/db/index.js";
import { type AttachmentOwner, attachmentStore } from "../../../apps/api/src/modules/files/module.js";
import { type Arrange, but, type CasesOf } from "./cases.js";
import type { Actor, RefusalWorld } from "./world.js";

/** A file that was announced, and was refused when its bytes came. */
export const looseFile = async (
  world: RefusalWorld,
  uploader: Actor,
  owner: AttachmentOwner,
  state: "UPLOADING" | "REFUSED",
): Promise<string> => {
  const { db, clock } = world.server;
  const at = clock.now();
  const id = newId("att", at);
  const place = { requestId: null, draftId: null, ...owner };
  const file = { name: "log.txt", size: 1, declaredType: "text/plain", createdAt: at, expiresAt: at + 3_600_000 };
  await db.transaction("test file", async (tx) => {
    await tx.of(attachmentStore).create({ ...file, ...place, id, uploaderId: uploader.accountId });
    if (state === "REFUSED")
      await tx.of(attachmentStore).arrive(id, {
        state,
        refusal: "TYPE",
        mediaType: "text/plain",
        uploadedAt: at,
        expiresAt: file.expiresAt,
      });
  });
  return id;
};

const announcing: Arrange = async (world) => {
  const { id, by } = await world.request();
  return { by, input: { requestId: id, name: "log.txt", size: 1, mediaType: "text/plain" } };
};

const sending =
  (state: "UPLOADING" | "REFUSED"): Arrange =>
  async (world) => {
    const { id, by } = await world.request();
    return { by, input: { requestId: id, attachmentIds: [await looseFile(world, by, { requestId: id }, state)] } };
  };

const ofClosed =
  (more: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => {
    const { id, by } = await world.closed();
    return { by, input: { requestId: id, ...more } };
  };

export const fileCases: CasesOf<"createAttachmentUpload" | "addAttachments"> = {
  createAttachmentUpload: {
    ATTACHMENT_REFUSED: but(announcing, { size: 0 }),
    ATTACHMENT_LIMIT_REACHED: async (world) => {
      const asked = await announcing(world);
      for (let files = 0; files < world.server.config.limits.filesPerRequest; files += 1)
        await world.did(asked.by, "createAttachmentUpload", asked.input);
      return asked;
    },
    REQUEST_CLOSED: ofClosed({ name: "log.txt", size: 1, mediaType: "text/plain" }),
  },
  addAttachments: {
    INPUT_REQUIRED: but(sending("UPLOADING"), { attachmentIds: [] }),
    ATTACHMENT_NOT_READY: sending("UPLOADING"),
    ATTACHMENT_REFUSED: sending("REFUSED"),
    REQUEST_CLOSED: ofClosed({ attachmentIds: [] }),
  },
};
