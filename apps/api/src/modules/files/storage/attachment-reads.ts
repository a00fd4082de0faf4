/** Reading files of requests and drafts. */
import type { TimelineParams } from "@accord/domain";
import { pageOf } from "../../../kernel/db/page.js";
import { combine, compute, omit, type RowIn } from "../../../kernel/db/row-shape.js";
import { selectRows } from "../../../kernel/db/rows.js";
import { asList, first, isInList } from "../../../kernel/db/sql.js";
import type { StoreContext } from "../../../kernel/db/store-context.js";
import type { AttachmentDetail, AttachmentReads } from "./attachment.store.js";
import { attachmentTable } from "./attachment.table.js";

const ATTACHMENT = omit(attachmentTable, [], "a");
const DETAIL = combine(
  ATTACHMENT,
  // What an entry is belongs to requests; as much of it as tells whose a file is and who sees it.
  compute<{
    readonly uploaderName: string | null;
    readonly isInternal: number | null;
    readonly params: string | null;
  }>({ uploaderName: "u.given_name || ' ' || u.family_name", isInternal: "e.is_internal", params: "e.params" }),
);
const FROM = `FROM attachment a LEFT JOIN account u ON u.id = a.uploader_id LEFT JOIN timeline_entry e ON e.id = a.entry_id`;
/** Their bytes are handed out, or will be. */
const KEPT = `a.sha256 IS NOT NULL AND a.state IN ('SCANNING', 'CLEAN', 'UNSCANNED')`;

/** A person without an account is named as the entry that their mail became names them. */
const nameIn = (params: string | null): string =>
  (params === null ? null : (JSON.parse(params) as TimelineParams).name) ?? "";

const detailOf = ({ isInternal, params, ...row }: RowIn<typeof DETAIL>): AttachmentDetail => ({
  ...row,
  uploaderName: (row.uploaderName ?? nameIn(params)).trim(),
  entry: row.entryId === null ? null : { isInternal: Number(isInternal) === 1 },
});

export const createAttachmentReads = ({ sql }: StoreContext): AttachmentReads => {
  const details = async (where: string, values: readonly string[]): Promise<AttachmentDetail[]> => {
    if (values.length === 0) return [];
    const rows = await selectRows(sql, DETAIL, `${FROM} WHERE ${isInList(sql.dialect, where)} ORDER BY a.id`, [
      asList(values),
    ]);
    return rows.map(detailOf);
  };
  return {
    byId: async (id) => (await details("a.id", [id]))[0] ?? null,
    byIds: (ids) => details("a.id", ids),
    ofDrafts: (draftIds) => details("a.draft_id", draftIds),
    ofRequests: async (requestIds) =>
      (await details("a.request_id", requestIds)).filter((attachment) => attachment.entry !== null),
    ofEntries: (entryIds) => details("a.entry_id", entryIds),
    usage: async (owner) => {
      const [column, id] = "requestId" in owner ? ["request_id", owner.requestId] : ["draft_id", owner.draftId];
      const text = `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM attachment
        WHERE ${column} = ? AND state NOT IN ('INFECTED', 'REFUSED')`;
      const row = await first<{ files: number | string; bytes: number | string }>(sql, text, [id]);
      return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
    },
    needed: async (digests) => {
      // A digest on a running upload is a claim: its bytes are about to be put there.
      const rows = await sql.all<{ sha256: string }>(
        `SELECT DISTINCT sha256 FROM attachment WHERE ${isInList(sql.dialect, "sha256")} AND state NOT IN ('INFECTED', 'REFUSED')`,
        [asList(digests)],
      );
      return new Set(rows.map((row) => row.sha256));
    },
    waitingForScan: (most) =>
      selectRows(sql, ATTACHMENT, `FROM attachment a WHERE a.state = 'SCANNING' ORDER BY a.id LIMIT ?`, [most]),
    kept: async ({ first: most, after }) => {
      const rows = await selectRows(
        sql,
        ATTACHMENT,
        `FROM attachment a WHERE ${KEPT} AND a.id > ? ORDER BY a.id LIMIT ?`,
        [after ?? "", most + 1],
      );
      return pageOf(rows, most);
    },
    digests: async (after, since, most) => {
      const rows = await sql.all<{ sha256: string }>(
        `SELECT DISTINCT a.sha256 FROM attachment a WHERE ${KEPT} AND a.sha256 > ? AND coalesce(a.uploaded_at, a.created_at) >= ?
         ORDER BY a.sha256 LIMIT ?`,
        [after, since, most],
      );
      return rows.map((row) => row.sha256);
    },
    uploading: async (ids) => {
      const rows = await sql.all<{ id: string }>(
        `SELECT id FROM attachment WHERE ${isInList(sql.dialect, "id")} AND state = 'UPLOADING'`,
        [asList(ids)],
      );
      return new Set(rows.map((row) => row.id));
    },
  };
};
