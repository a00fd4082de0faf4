import type { NodeKind } from "../../kernel/module.js";
import { draftStore } from "../drafts/storage/draft.store.js";
import { attachmentStore } from "../files/storage/attachment-writes.js";
import { requestLoader } from "./loaders.js";
export const requestNodes: Readonly<Record<string, NodeKind>> = {
  req: { type: "SupportRequest", find: (context, id) => context.loaders.of(requestLoader).load(id) },
  drf: { type: "RequestDraft", find: (context, id) => context.db.read.of(draftStore).byId(id) },
  att: { type: "Attachment", find: (context, id) => context.db.read.of(attachmentStore).byId(id) },
};
