/** Files: uploads, what is kept of them, scans and downloads (I-8). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import { HOUR } from "@accord/domain";
import type { ApiModule } from "../../kernel/module.js";
import { fileKeeper, SCAN_AGAIN_MS } from "./files.js";
import { filesPolicies } from "./policies.js";
import { filesStorage } from "./storage/tables.js";

export const files = {
  ...filesPolicies,
  storage: filesStorage,
  jobs: [
    { name: "clearing files away", everyMs: HOUR, run: ({ of }) => of(fileKeeper).clear() },
    { name: "scanning", everyMs: SCAN_AGAIN_MS, run: ({ of }) => of(fileKeeper).scan() },
  ],
} satisfies ApiModule;

export { clearContents } from "./clean-up.js";
export type { FindSeen } from "./download.js";
export { arrivedSince, type FramesWritten, putFrame, readFrames, stillNamed, writeFrames } from "./file-frames.js";
export { createFiles, type Files, fileKeeper, openFileRoom, verifyFiles } from "./files.js";
export { draftFilesLoader, entryFilesLoader, requestFilesLoader } from "./loaders.js";
export type { AttachmentDetail, AttachmentOwner } from "./storage/attachment.store.js";
export { attachmentStore } from "./storage/attachment-writes.js";
