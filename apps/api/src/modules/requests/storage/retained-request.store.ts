/** Closed requests whose time is over: the words, the files and the people go; what was used, when and of which plan stays (F83). */
import { foldedUnlessPlain, foldText } from "@accord/domain";
import type { EndedRow, RetainedReads, RetainedWrites } from "../../../kernel/db/retained.js";
import { combine, compute, computeFlags, pick } from "../../../kernel/db/row-shape.js";
import { selectRows, updateRows } from "../../../kernel/db/rows.js";
import { asList, isInList, type TransactionSql } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { STRUCK } from "../../../kernel/db/subject.js";
import { indexAnew, type Searched } from "./request-search.js";
import { supportRequestTable } from "./support-request.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";

const createReads = ({ sql }: StoreContext): RetainedReads => ({
  ended: async ({ before, held, after, first }) => {
    const accounts = asList(held.accountIds);
    const isOne = (column: string): string => isInList(sql.dialect, column);
    // Whoever stands in it, wrote or sent something, or works on it.
    const isHeld = `CASE WHEN ${isOne("r.submitter_id")} OR ${isOne("r.engineer_id")}
      OR EXISTS (SELECT 1 FROM request_contact c WHERE c.request_id = r.id AND (${isOne("c.account_id")} OR ${isOne("lower(c.email)")}))
      OR EXISTS (SELECT 1 FROM timeline_entry t WHERE t.request_id = r.id AND ${isOne("t.actor_id")})
      OR EXISTS (SELECT 1 FROM attachment a WHERE a.request_id = r.id AND ${isOne("a.uploader_id")})
      THEN 1 ELSE 0 END`;
    const row = combine(
      pick(supportRequestTable, ["id", "closedAt"], "r"),
      compute<Pick<EndedRow, "files">>({
        files: "(SELECT CAST(count(*) AS integer) FROM attachment a WHERE a.request_id = r.id)",
      }),
      computeFlags({ isHeld }),
    );
    const rest = `FROM support_request r WHERE r.id > ? AND r.is_open = 0 AND r.closed_at <= ? AND r.cleared_at IS NULL
      ORDER BY r.id LIMIT ?`;
    const params = [accounts, accounts, accounts, asList(held.addresses), accounts, accounts, after, before, first];
    const rows = await selectRows(sql, row, rest, params);
    return rows.map(({ closedAt, ...one }) => ({ ...one, since: closedAt ?? before }));
  },
});

const TEXTS = pick(supportRequestTable, ["id", "number", "ratingComment", "askedSeverityReason"]);
const WRITTEN = pick(supportRequestTable, [
  ...(["title", "description", "searchText", "descriptionFolded", "ratingComment", "askedSeverityReason"] as const),
  "clearedAt",
]);

const clearTexts = async (sql: TransactionSql, ids: readonly string[], at: number): Promise<Searched[]> => {
  const rows = await selectRows(sql, TEXTS, `FROM support_request WHERE ${isInList(sql.dialect, "id")}`, [asList(ids)]);
  const any = (text: string | null): string | null => (text === null ? null : STRUCK);
  for (const { id, number, ratingComment, askedSeverityReason } of rows) {
    const written = {
      title: STRUCK,
      description: STRUCK,
      searchText: foldText(`${number} ${STRUCK}`),
      descriptionFolded: foldedUnlessPlain(STRUCK),
      ratingComment: any(ratingComment),
      askedSeverityReason: any(askedSeverityReason),
      clearedAt: at,
    };
    await updateRows(sql, WRITTEN, written, "id = ?", [id]);
  }
  return rows.map(({ id, number }) => ({ id, number, title: STRUCK, description: STRUCK }));
};

const DEED = pick(timelineEntryTable, ["id", "params"]);
const TOLD = pick(timelineEntryTable, ["params"]);

const clearEntries = async (sql: TransactionSql, ids: readonly string[]): Promise<void> => {
  const of = isInList(sql.dialect, "request_id");
  const list = asList(ids);
  await sql.run(`UPDATE timeline_entry SET quoted = NULL, mail = NULL WHERE ${of}`, [list]);
  await sql.run(`UPDATE timeline_entry SET text = ?, text_folded = ? WHERE text IS NOT NULL AND ${of}`, [
    STRUCK,
    foldedUnlessPlain(STRUCK),
    list,
  ]);
  for (const { id, params } of await selectRows(sql, DEED, `FROM timeline_entry WHERE params IS NOT NULL AND ${of}`, [
    list,
  ]))
    if (params?.name !== undefined)
      await updateRows(sql, TOLD, { params: { ...params, name: STRUCK } }, "id = ?", [id]);
};

/** The primary contact keeps the request in sight, without a name; the others leave it. */
const clearContacts = async (sql: TransactionSql, ids: readonly string[], at: number): Promise<void> => {
  const of = isInList(sql.dialect, "request_id");
  await sql.run(`DELETE FROM mail_trouble WHERE ${of}`, [asList(ids)]);
  await sql.run(`UPDATE request_contact SET removed_at = ? WHERE removed_at IS NULL AND role <> 'PRIMARY' AND ${of}`, [
    at,
    asList(ids),
  ]);
  await sql.run(
    `UPDATE request_contact SET given_name = '', family_name = '', email = '', phone = NULL, changed_at = ? WHERE ${of}`,
    [at, asList(ids)],
  );
};

const createWrites = (context: WriteContext): RetainedWrites => ({
  ...createReads(context),
  remove: async (ids, at) => {
    const { sql } = context;
    const of = isInList(sql.dialect, "request_id");
    const files = await sql.all<{ sha256: string }>(
      `SELECT DISTINCT sha256 FROM attachment WHERE sha256 IS NOT NULL AND ${of}`,
      [asList(ids)],
    );
    const searched = await clearTexts(sql, ids, at);
    await clearEntries(sql, ids);
    await sql.run(`UPDATE split_proposal SET title = ?, description = ? WHERE ${of}`, [STRUCK, STRUCK, asList(ids)]);
    await sql.run(`DELETE FROM attachment WHERE ${of}`, [asList(ids)]);
    await clearContacts(sql, ids, at);
    await indexAnew(sql, searched);
    for (const id of ids) context.changes.push({ topic: "request", id, entryId: null, isInternal: false });
    return files.map(({ sha256 }) => sha256);
  },
});

export const retainedRequestStore: StoreKey<RetainedReads, RetainedWrites> = {
  reads: createReads,
  writes: createWrites,
};
