/** Writing files of requests and drafts: each step of an upload is guarded by the state it starts from. */

import type { EpochMs } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import type { AttachmentReads, AttachmentWrites } from "./attachment.store.js";
import { attachmentTable } from "./attachment.table.js";
import { createAttachmentReads } from "./attachment-reads.js";

const NEW_ATTACHMENT = omit(attachmentTable, ["entryId", "mediaType", "sha256", "refusal", "uploadedAt"]);
const TAKABLE = `state IN ('SCANNING', 'CLEAN', 'UNSCANNED')`;

export const createAttachmentWrites = (context: WriteContext): AttachmentWrites => {
  const { sql } = context;
  const changesOne = async (text: string, params: Parameters<typeof sql.run>[1]): Promise<boolean> =>
    (await sql.run(text, params)) === 1;
  return {
    ...createAttachmentReads(context),
    create: async (one) => {
      await insertRow(sql, NEW_ATTACHMENT, { ...one, state: "UPLOADING" });
    },
    claim: (id, sha256) =>
      changesOne(`UPDATE attachment SET sha256 = ? WHERE id = ? AND state = 'UPLOADING'`, [sha256, id]),
    arrive: (id, { state, mediaType, refusal, uploadedAt, expiresAt }) =>
      changesOne(
        `UPDATE attachment SET state = ?, media_type = ?, refusal = ?, uploaded_at = ?, expires_at = ?
         WHERE id = ? AND state = 'UPLOADING'`,
        [state, mediaType, refusal, uploadedAt, expiresAt, id],
      ),
    settle: (id, state) =>
      changesOne(`UPDATE attachment SET state = ?, refusal = ? WHERE id = ? AND state = 'SCANNING'`, [
        state,
        state === "INFECTED" ? "INFECTED" : null,
        id,
      ]),
    prolong: async (id, expiresAt) => {
      await sql.run(`UPDATE attachment SET expires_at = ? WHERE id = ? AND state = 'UPLOADING'`, [expiresAt, id]);
    },
    bindToEntry: (ids, requestId, entryId, accountId) =>
      sql.run(
        `UPDATE attachment SET entry_id = ?, expires_at = NULL
         WHERE ${isInList(sql.dialect, "id")} AND request_id = ? AND coalesce(uploader_id, '') = ? AND entry_id IS NULL AND ${TAKABLE}`,
        [entryId, asList(ids), requestId, accountId ?? ""],
      ),
    takeOver: (draftId, accountId, requestId, entryId) =>
      sql.run(
        `UPDATE attachment SET request_id = ?, entry_id = ?, draft_id = NULL, expires_at = NULL
         WHERE draft_id = ? AND uploader_id = ? AND ${TAKABLE}`,
        [requestId, entryId, draftId, accountId],
      ),
    remove: (id) => changesOne(`DELETE FROM attachment WHERE id = ? AND entry_id IS NULL`, [id]),
    deleteExpired: (now: EpochMs) =>
      sql.run(`DELETE FROM attachment WHERE expires_at <= ? AND entry_id IS NULL`, [now]),
  };
};

export const attachmentStore: StoreKey<AttachmentReads, AttachmentWrites> = {
  reads: createAttachmentReads,
  writes: createAttachmentWrites,
};
