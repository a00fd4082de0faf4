/** Files: uploads, what is kept of them, scans and downloads (I-8). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { filesPolicies } from "./policies.js";
import { filesStorage } from "./storage/tables.js";

export const files = {
  ...filesPolicies,
  storage: filesStorage,
} satisfies ApiModule;

export type { FindSeen } from "./download.js";
export type { BeginUpload } from "./file-routes.js";
export { createFiles, type Files, verifyFiles } from "./files.js";
export { draftFilesLoader, entryFilesLoader, requestFilesLoader } from "./loaders.js";
export type { AttachmentDetail, AttachmentOwner, NewAttachment } from "./storage/attachment.store.js";
export { attachmentStore } from "./storage/attachment-writes.js";
