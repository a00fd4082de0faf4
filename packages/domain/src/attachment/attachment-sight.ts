/** Who sees a file, and who may take it back (R92, F42, A-3, A-8): with what it was sent with, never on its own. */
import type { Account } from "../account/account.js";
import type { RequestContact, SupportRequest } from "../request/support-request.js";
import { canSee, isOwnerEngineer } from "../request/visibility.js";
import { type QueueSight, sightOf } from "../workspace/sight.js";
import type { Attachment } from "./attachment.js";

type Viewer = Pick<Account, "id" | "email" | "isEmailProven" | "roles">;

/** What a file of a request is judged on. */
export interface AttachmentPlace {
  readonly request: Pick<SupportRequest, "engineerId"> & { readonly teamId: string | null };
  readonly contacts: readonly RequestContact[];
  /** The entry it was sent with; null: not sent yet. */
  readonly entry: { readonly isInternal: boolean } | null;
  /** Teams the viewer works in. */
  readonly teamIds: readonly string[];
}

const READS_ALL: QueueSight = "CONTENT";

/**
 * A file of a draft or one not sent yet is its sender's alone; one that was sent is everybody's who reads what it was sent with:
 * contacts, the engineer, and the team that may take the request. `place` is null for a draft.
 */
export const seesAttachment = (
  viewer: Viewer,
  attachment: Pick<Attachment, "uploaderId" | "entryId">,
  place: AttachmentPlace | null,
): boolean => {
  if (place === null) return attachment.uploaderId === viewer.id;
  const { request, contacts, entry, teamIds } = place;
  const isParty = canSee(viewer, request, contacts);
  if (attachment.entryId === null || entry === null) return isParty && attachment.uploaderId === viewer.id;
  if (entry.isInternal) return isOwnerEngineer(viewer, request);
  return isParty || sightOf(viewer, request, teamIds) === READS_ALL;
};

/** What was sent stays: it belongs to the conversation. */
export const mayRemoveAttachment = (
  viewer: Pick<Account, "id">,
  attachment: Pick<Attachment, "uploaderId" | "entryId">,
): boolean => attachment.uploaderId === viewer.id && attachment.entryId === null;
